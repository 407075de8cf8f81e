import Addressing
import Chronology
import InventoryModel

extension DocumentPrinter {
    /// Writes a reservation: in brackets if that fits into a line.
    mutating func print(_ reservation: DraftReservation, showsDefault: Bool) {
        if let declared = reservation.declared { return print(declared, reservation.origin) }
        let start = bytes.count
        put("  - {")
        print(reservation, separator: ", ", showsDefault: showsDefault)
        put("}")
        guard bytes.count - start > Self.width else { return end(reservation.origin) }
        bytes.removeLast(bytes.count - start)
        put("  - ")
        let lines = print(reservation, separator: "\n    ", showsDefault: showsDefault)
        for _ in 1..<lines { origins.append(reservation.origin) }
        end(reservation.origin)
    }

    /// Writes the members of a reservation.
    ///
    /// - Returns: how many there are.
    @discardableResult
    private mutating func print(_ reservation: DraftReservation, separator: String, showsDefault: Bool) -> Int {
        var count = 1
        put(reservation.isAddress ? "address: " : "range: ")
        scalar(reservation.range.description)
        func add(_ key: String, _ value: String?, to printer: inout DocumentPrinter) {
            guard let value else { return }
            count += 1
            printer.member(key, value, separator)
        }
        func add(_ key: String, _ values: [String], to printer: inout DocumentPrinter) {
            guard !values.isEmpty else { return }
            count += 1
            printer.member(key, values, separator)
        }
        add("name", reservation.name, to: &self)
        add("vrf", reservation.vrf == VRF.defaultName && !showsDefault ? nil : reservation.vrf, to: &self)
        add("role", reservation.role?.rawValue, to: &self)
        add("owner", reservation.owner, to: &self)
        add("description", reservation.description, to: &self)
        add("dns", reservation.names, to: &self)
        add("expires", reservation.expires?.description, to: &self)
        add("tags", reservation.tags, to: &self)
        return count
    }
}
