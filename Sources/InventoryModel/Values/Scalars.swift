package import Addressing
package import Chronology
package import Findings
import InternationalNames
package import JSONShapes
package import Observations
package import YAMLSyntax

extension String: InventoryValue {
    package static var schema: JSONSchema { .string }
    package static var example: String { "name" }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> String? {
        document.scalar(node, expected: "text")
    }
}

extension Bool: InventoryValue {
    package static var schema: JSONSchema { .boolean }
    package static var example: Bool { true }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Bool? {
        if document.tree.kind(of: node) == .plain {
            if document.tree.matches(node, "true") { return true }
            if document.tree.matches(node, "false") { return false }
        }
        document.reportWrongType(node, expected: "true or false", help: help(for: document.tree.text(of: node)))
        return nil
    }

    /// What to write instead of what other tools take for a boolean.
    private static func help(for text: String) -> String? {
        switch text.lowercased() {
        case "true", "yes", "on", "y": "write true, without quotes"
        case "false", "no", "off", "n": "write false, without quotes"
        default: nil
        }
    }
}

extension Located: InventoryValue where Value: InventoryValue {
    package static var schema: JSONSchema { Value.schema }
    package static var example: Located { Located(Value.example, at: .none) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> Located? {
        guard let value = Value.read(node, in: document) else { return nil }
        return Located(value, at: document.tree.span(of: node))
    }
}

extension IPAddress: InventoryValue {
    package static var schema: JSONSchema {
        .string(pattern: "^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*)$", example: "192.0.2.21")
    }
    package static var example: IPAddress { IPAddress(v4: 0xc000_0215) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> IPAddress? {
        document.parse(node, "invalid-address", .address, expected: "an IP address") { bytes throws(AddressError) in
            do throws(AddressError) {
                return try IPAddress(utf8: bytes)
            } catch {
                throw maskRefusal(document.tree.text(of: node)) ?? error
            }
        }
    }

    /// The error about an address with a mask, as other tools write it; nil for any other text.
    private static func maskRefusal(_ text: String) -> AddressError? {
        guard let slash = text.firstIndex(of: "/"), let address = IPAddress(String(text[..<slash])) else { return nil }
        return AddressError("an address has no mask here: it is that of its subnet", suggestion: "\(address)")
    }
}

extension IPPrefix: InventoryValue {
    package static var schema: JSONSchema {
        .string(pattern: "^[0-9A-Fa-f:.]+/[0-9]{1,3}$", example: "192.0.2.0/24")
    }
    package static var example: IPPrefix { IPPrefix(containing: .example, length: 24) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> IPPrefix? {
        let prefix = document.parse(node, "invalid-prefix", .prefix, expected: "a prefix") {
            bytes throws(AddressError) in
            try IPPrefix(utf8: bytes)
        }
        // Once reported, a prefix with host bits stands for the network meant: its addresses are not blamed too.
        return prefix ?? intendedPrefix(node, in: document)
    }
}

extension IPPrefix {
    private static func intendedPrefix(_ node: YAMLTree.NodeID, in document: DocumentReader) -> IPPrefix? {
        guard document.tree.kind(of: node) == .plain || document.tree.kind(of: node) == .quoted else { return nil }
        do {
            return try IPPrefix(parsing: document.tree.text(of: node))
        } catch {
            return error.suggestion.flatMap { IPPrefix($0) }
        }
    }
}

extension IPRange: InventoryValue {
    package static var schema: JSONSchema {
        .string(pattern: "^[0-9A-Fa-f:.]+([/-][0-9A-Fa-f:.]+)?$", example: "192.0.2.10-192.0.2.99")
    }
    package static var example: IPRange { IPRange(.example) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> IPRange? {
        document.parse(node, "invalid-range", .range, expected: "a range of addresses") { bytes throws(AddressError) in
            try IPRange(utf8: bytes)
        }
    }
}

extension MACAddress: InventoryValue {
    package static var schema: JSONSchema {
        .string(pattern: "^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$", example: "02:00:5e:10:00:01")
    }
    package static var example: MACAddress { MACAddress(bits: 0x0200_5e10_0001) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> MACAddress? {
        document.parse(node, "invalid-mac", .mac, expected: "a MAC address") { bytes throws(AddressError) in
            try MACAddress(utf8: bytes)
        }
    }
}

extension DUID: InventoryValue {
    package static var schema: JSONSchema {
        .string(
            pattern: "^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){2,129}$", example: "00:03:00:01:02:00:5e:10:00:01")
    }
    package static var example: DUID { DUID(of: .example) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> DUID? {
        document.parse(node, expected: "a DUID of 3 to 130 octets, such as 00:03:00:01:02:00:5e:10:00:01") {
            try? DUID(parsing: $0)
        }
    }
}

extension DomainName: InventoryValue {
    package static var schema: JSONSchema { .string(pattern: "^[^\\s]+$", example: "lon1.example.net") }
    package static var example: DomainName { .root }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> DomainName? {
        guard let text = document.scalar(node, expected: "a domain name") else { return nil }
        do {
            return try DomainName(declared: text)
        } catch {
            document.reportInvalid("invalid-hostname", node, error.reason, kind: .record, help: nil)
            return nil
        }
    }
}

extension CalendarDate: InventoryValue {
    package static var schema: JSONSchema {
        .string(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", example: "2027-01-31")
    }
    package static var example: CalendarDate { CalendarDate(daysSinceEpoch: 0) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> CalendarDate? {
        document.parse(node, expected: "a date such as 2027-01-31") { CalendarDate($0) }
    }
}

extension TimeSpan: InventoryValue {
    package static var schema: JSONSchema { .string(pattern: "^(0|[1-9][0-9]*)[smhdw]$", example: "12h") }
    package static var example: TimeSpan { .day }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> TimeSpan? {
        let form = "a duration such as 90s, 15m, 12h, 7d or 4w"
        guard let text = document.scalar(node, expected: form) else { return nil }
        if let span = TimeSpan(text) { return span }
        document.reportWrongType(node, expected: TimeSpan.isTooLong(text) ? "a duration of at most 100 years" : form)
        return nil
    }
}

extension ProbeName: InventoryValue {
    package static var schema: JSONSchema {
        .string(pattern: "^(arp|ndp|icmp|(tcp|udp)/[1-9][0-9]{0,4})$", example: "tcp/22")
    }
    package static var example: ProbeName { .icmp }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> ProbeName? {
        document.parse(node, expected: "a probe: arp, ndp, icmp, tcp/PORT or udp/PORT") { ProbeName($0) }
    }
}

extension TransportPort: InventoryValue {
    package static var schema: JSONSchema { .string(pattern: "^(tcp|udp)/[1-9][0-9]{0,4}$", example: "tcp/22") }
    package static var example: TransportPort { TransportPort(transport: .tcp, port: 22) }
    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> TransportPort? {
        document.parse(node, expected: "a service such as tcp/22 or udp/53") { TransportPort($0) }
    }
}

extension DocumentReader {
    /// The value of a scalar that a strict address parser accepts; otherwise nil, and a fault under `rule`.
    fileprivate func parse<Value>(
        _ node: YAMLTree.NodeID, _ rule: RuleID, _ kind: Subject.Kind, expected: String,
        _ parser: (Span<UInt8>) throws(AddressError) -> Value
    ) -> Value? {
        switch tree.kind(of: node) {
        case .mapping, .sequence:
            reportWrongType(node, expected: expected)
            return nil
        case .plain, .quoted:
            do throws(AddressError) {
                return try tree.withUTF8(of: node) { bytes throws(AddressError) in try parser(bytes) }
            } catch {
                if tree.text(of: node).isEmpty {
                    reportWrongType(node, expected: expected)
                } else {
                    let help = error.suggestion.map { "did you mean \($0)?" }
                    reportInvalid(rule, node, error.reason, kind: kind, help: help)
                }
                return nil
            }
        }
    }

    /// The value of a scalar that `parser` accepts; otherwise nil, and a fault that says what is expected.
    fileprivate func parse<Value>(_ node: YAMLTree.NodeID, expected: String, _ parser: (String) -> Value?) -> Value? {
        guard let text = scalar(node, expected: expected) else { return nil }
        if let value = parser(text) { return value }
        reportWrongType(node, expected: expected)
        return nil
    }
}
