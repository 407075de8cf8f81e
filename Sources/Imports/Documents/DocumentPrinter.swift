import Addressing
import Chronology
import Edits
import InventoryModel
import Observations

/// Writes a draft's objects as YAML, and knows the row that each line comes from.
///
/// `YAMLWriter` would do but for two things: a finding about the text has to lead back to a row, and 100,000 devices may
/// take no longer to write than to read.
struct DocumentPrinter {
    /// The text so far.
    var bytes: [UInt8] = []
    /// For each line of the text the row it comes from, with row 0 for lines that come from none.
    var origins: [Origin] = []
    /// The most bytes of a mapping in brackets.
    static let width = 110
    private static let nowhere = Origin(file: 0, row: 0)

    /// Whether there is nothing yet.
    var isEmpty: Bool { bytes.isEmpty }

    /// Begins one of the lists at the top.
    mutating func section(_ key: String) {
        if !bytes.isEmpty { end(Self.nowhere) }
        put(key)
        put(":")
        end(Self.nowhere)
    }

    /// Adds what was printed elsewhere.
    mutating func append(_ other: DocumentPrinter) {
        bytes += other.bytes
        origins += other.origins
    }

    // MARK: Objects

    mutating func print(_ site: DraftSite) {
        if let declared = site.declared { return print(declared, site.origin) }
        entry("name", site.name, site.origin)
        line("description", site.description, site.origin)
    }

    mutating func print(_ vrf: DraftVRF) {
        if let declared = vrf.declared { return print(declared, vrf.origin) }
        entry("name", vrf.name, vrf.origin)
        line("rd", vrf.routeDistinguisher, vrf.origin)
        line("description", vrf.description, vrf.origin)
    }

    mutating func print(_ subnet: DraftSubnet) {
        let origin = subnet.origin
        if let declared = subnet.declared { return print(declared, origin) }
        entry("prefix", subnet.prefix.description, origin)
        line("name", subnet.name, origin)
        line("vrf", subnet.vrf == VRF.defaultName ? nil : subnet.vrf, origin)
        line("site", subnet.site, origin)
        if let vlan = subnet.vlan { line(raw: "vlan: \(vlan)", origin) }
        line("status", subnet.status?.rawValue, origin)
        line("gateway", subnet.gateway?.description, origin)
        line("owner", subnet.owner, origin)
        line("description", subnet.description, origin)
        line("tags", subnet.tags, origin)
        if subnet.dhcpID != nil || subnet.lease != nil {
            let parts = [subnet.dhcpID.map { "id: \($0)" }, subnet.lease.map { "lease: \($0)" }].compactMap(\.self)
            line(raw: "dhcp: {\(parts.joined(separator: ", "))}", origin)
        }
        guard !subnet.pools.isEmpty else { return }
        line(raw: "pools:", origin)
        for pool in subnet.pools {
            put("      - {name: ")
            scalar(pool.name)
            member("range", pool.range.description)
            member("purpose", pool.purpose.rawValue)
            member("description", pool.description)
            put("}")
            end(pool.origin)
        }
    }

    mutating func print(_ device: DraftDevice, ambiguous isAmbiguous: (DraftInterface) -> Bool) {
        let origin = device.origin
        if let declared = device.declared { return print(declared, origin) }
        entry("name", device.name, origin)
        line("status", device.status == .active ? nil : device.status?.rawValue, origin)
        line("site", device.site, origin)
        line("role", device.role, origin)
        line("owner", device.owner, origin)
        line("description", device.description, origin)
        line("tags", device.tags, origin)
        line("services", device.services.map(\.description), origin)
        guard !device.interfaces.isEmpty else { return }
        line(raw: "interfaces:", origin)
        for interface in device.interfaces { print(interface, showsDefault: isAmbiguous(interface)) }
    }

    private mutating func print(_ interface: DraftInterface, showsDefault: Bool) {
        let isShort = interface.addresses.count < 2 && interface.addresses.allSatisfy(\.isPlain)
        let (separator, origin) = (isShort ? ", " : "\n        ", interface.addresses.first?.origin ?? interface.origin)
        func next(_ printer: inout DocumentPrinter) {
            printer.put(separator)
            if !isShort { printer.origins.append(interface.origin) }
        }
        put(isShort ? "      - {name: " : "      - name: ")
        scalar(interface.name)
        if let mac = interface.mac {
            next(&self)
            put("mac: ")
            put(mac)
        }
        if let duid = interface.duid {
            next(&self)
            put("duid: ")
            scalar(duid.description)
        }
        if let vrf = interface.vrf, vrf != VRF.defaultName || showsDefault {
            next(&self)
            put("vrf: ")
            scalar(vrf)
        }
        if let description = interface.description {
            next(&self)
            put("description: ")
            scalar(description)
        }
        guard !isShort else {
            if let address = interface.addresses.first?.address {
                put(", addresses: [")
                put(address)
                put("]")
            }
            put("}")
            return end(origin)
        }
        next(&self)
        put("addresses:")
        end(interface.origin)
        for address in interface.addresses {
            put("          - ")
            print(address)
            end(address.origin)
        }
    }

    private mutating func print(_ address: DraftAddress) {
        guard !address.isPlain else { return put(address.address) }
        put("{address: ")
        put(address.address)
        member("dns", address.names)
        member("role", address.role?.rawValue)
        member("expires", address.expires?.description)
        member("description", address.description)
        put("}")
    }

    // MARK: Lines

    private mutating func entry(_ key: String, _ value: String, _ origin: Origin) {
        put("  - ")
        put(key)
        put(": ")
        scalar(value)
        end(origin)
    }

    private mutating func line(_ key: String, _ value: String?, _ origin: Origin) {
        guard let value else { return }
        put("    ")
        put(key)
        put(": ")
        scalar(value)
        end(origin)
    }

    private mutating func line(_ key: String, _ values: [String], _ origin: Origin) {
        guard !values.isEmpty else { return }
        put("    ")
        put(key)
        put(": ")
        list(values)
        end(origin)
    }

    private mutating func line(raw text: String, _ origin: Origin) {
        put("    ")
        put(text)
        end(origin)
    }

    mutating func member(_ key: String, _ value: String?, _ separator: String = ", ") {
        guard let value else { return }
        put(separator)
        put(key)
        put(": ")
        scalar(value)
    }

    mutating func member(_ key: String, _ values: [String], _ separator: String = ", ") {
        guard !values.isEmpty else { return }
        put(separator)
        put(key)
        put(": ")
        list(values)
    }

    // MARK: Parts of lines

    mutating func list(_ values: [String]) {
        put("[")
        for (index, value) in values.enumerated() {
            if index > 0 { put(", ") }
            scalar(value)
        }
        put("]")
    }

    /// An address; one of IPv6 needs quotes for its colons.
    mutating func put(_ address: IPAddress) {
        guard address.family == .v6 else { return put(address.description) }
        put("\"")
        put(address.description)
        put("\"")
    }

    /// A hardware address; most have a letter, and so are text to everyone.
    private mutating func put(_ mac: MACAddress) {
        guard (0..<12).contains(where: { mac.bits >> (4 * $0) & 15 > 9 }) else { return scalar(mac.description) }
        for place in (0..<6).reversed() {
            let byte = UInt8(truncatingIfNeeded: mac.bits >> (8 * place))
            bytes.append(Self.hexDigit(byte >> 4))
            bytes.append(Self.hexDigit(byte & 15))
            if place > 0 { bytes.append(UInt8(ascii: ":")) }
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// A text so that everyone reads it as that text; the usual ones are told apart at once.
    mutating func scalar(_ text: String) {
        put(Self.isUsual(text) ? text : ScalarText.text(text))
    }

    /// Whether a text consists of letters, digits and hyphens, begins with two letters and is longer than any word that
    /// YAML reads as something else.
    private static func isUsual(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.count > 5 && bytes.prefix(2).allSatisfy(isLetter)
            && bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func end(_ origin: Origin) {
        bytes.append(UInt8(ascii: "\n"))
        origins.append(origin)
    }
}

extension DraftAddress {
    /// Whether there is nothing to say but the address.
    var isPlain: Bool { names.isEmpty && role == nil && expires == nil && description == nil }
}
