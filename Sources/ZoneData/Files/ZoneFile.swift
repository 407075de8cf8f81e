package import Addressing
package import Chronology

/// The text of zones as files that name servers load (RFC 1035, 5), the same bytes for the same content.
package enum ZoneFile {
    /// The name of a zone's file: `lon1.example.net.zone`.
    ///
    /// The `/` of an RFC 2317 zone becomes `-`, the root is `root`; all else a zone's name holds is safe in a file name.
    package static func name(of zone: DomainName) -> String {
        (zone.isRoot ? "root" : zone.labels.joined(separator: ".").replacing("/", with: "-")) + ending
    }

    /// What the names of zone files end with.
    package static let ending = ".zone"

    /// The serial in the text of a zone's file, whoever wrote that; nil if there is none that can be read.
    package static func serial(in text: String) -> UInt32? { PreviousSerial.find(in: text) }

    /// The text of a zone's file.
    ///
    /// Where only the serial could differ from the previous text, that text is returned unchanged. Otherwise the serial
    /// follows from the previous one by the zone's policy; a `fixed` serial always stands as it is declared.
    /// - Parameters:
    ///   - previous: the text that is served now, by whomever it was written; nil if there is none.
    ///   - revised: when what zones are made of was last committed.
    ///   - least: what the serial may not be older than, unless it is fixed, even if nothing else differs.
    package static func render(
        _ zone: ZoneContent, previous: String?, now: Timestamp, revised: Timestamp? = nil, least: UInt32? = nil
    ) -> String {
        let layout = ZoneLayout(zone)
        let old = previous.flatMap(serial)
        let isTooOld = old.flatMap { old in least.map { ZoneSerial.isNewer($0, than: old) } } ?? false
        if let old, let previous, !zone.serial.isFixed, !isTooOld, layout.text(serial: old) == previous {
            return previous
        }
        return layout.text(
            serial: ZoneSerial.next(after: old, zone.serial, now: now, revised: revised, least: least))
    }
}

/// A zone's text in two halves, around its serial.
private struct ZoneLayout {
    private var head: String
    private var tail = ZoneText()
    private let ownerWidth: Int
    private let hasTTLs: Bool

    /// Columns begin at multiples of this many characters, so that one longer name seldom moves all lines of a diff.
    private static let tab = 8
    private static let narrowestOwner = 16
    /// Owners beyond this many characters push their own line to the right, and no other.
    private static let widestOwner = 40
    private static let typeWidth = 6

    init(_ zone: ZoneContent) {
        let owners = zone.records.map { $0.owner.relative(to: zone.name) }
        let widest = owners.lazy.map(\.utf8.count).filter { $0 < Self.widestOwner }.max() ?? 0
        ownerWidth = max(Self.narrowestOwner, (widest / Self.tab + 1) * Self.tab)
        hasTTLs = zone.records.contains { $0.ttl != zone.ttl }
        head = """
            $ORIGIN \(zone.name)
            $TTL \(zone.ttl)
            ; ipam: zone \(Self.title(zone.name)), written from the inventory, do not edit

            """
        let authority = zone.authority
        var start = ZoneText()
        appendStart("@", ttl: nil, "SOA", to: &start)
        head += "\(start.text)\(authority.primary) \(authority.contact) "
        tail.reserveCapacity(zone.records.count * 64)
        tail.append(" \(authority.refresh) \(authority.retry) \(authority.expire) \(authority.minimum)\n")
        for index in zone.records.indices {
            let record = zone.records[index]
            let ttl = record.ttl == zone.ttl ? nil : record.ttl
            appendStart(owners[index], ttl: ttl, record.data.type.description, to: &tail)
            tail.append(record.data.description)
            if let comment = InternationalComment(record) { tail.append(comment.text) }
            tail.append("\n")
        }
    }

    private static func title(_ name: DomainName) -> String {
        name.isRoot ? "." : name.labels.joined(separator: ".")
    }

    func text(serial: UInt32) -> String { "\(head)\(serial)\(tail.text)" }

    private func appendStart(_ owner: String, ttl: UInt32?, _ type: String, to text: inout ZoneText) {
        text.append(padded: owner, to: ownerWidth)
        if hasTTLs { text.append(padded: ttl.map(String.init) ?? "", to: Self.tab) }
        text.append("IN  ")
        text.append(padded: type, to: Self.typeWidth)
    }
}

/// Text that grows by many small pieces: bytes take them in half the time that a string does.
private struct ZoneText {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a field of a column; one that is too wide is followed by a single space.
    mutating func append(padded field: String, to width: Int) {
        append(field)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: max(1, width - field.utf8.count)))
    }
}
