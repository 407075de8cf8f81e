import Addressing
import Findings
import InventoryModel
import ZoneData

/// Zones for octoDNS's YamlProvider, which brings them to whatever provider hosts them.
package struct OctoDNSExport: ExportFormat {
    package let name = "octodns"
    package let summary = "DNS zones as YAML for octoDNS, one file for each declared zone"
    package let layout = ExportLayout.directory

    /// Makes the format.
    package init() {}

    private static let mark = "# ipam: zone "

    package func render(_ input: ExportInput) -> [ExportedFile] {
        input.zones.set.zones.map { zone in
            ExportedFile(path: "\(zone.name.withoutFinalDot).yaml", text: Self.text(of: zone))
        }.sorted { $0.path < $1.path }
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        BINDExport.problems(of: input.zones.set) + unwritable(input.plan) + slashes(input.plan)
    }

    package var endings: [String] { [".yaml"] }

    package func isOwn(_ text: String) -> Bool { text.hasPrefix("---\n" + Self.mark) }

    package func entryKey(of line: Substring) -> String? {
        guard let first = line.first, first != " ", first != "#", first != "-", !line.hasPrefix("'':") else {
            return nil
        }
        return String(line)
    }

    /// Declared records that octoDNS cannot hold. It would delete them from the provider, so nothing is written.
    private func unwritable(_ plan: AddressPlan) -> [ExportProblem] {
        plan.inventory.zones.flatMap(\.records).flatMap { record in
            record.values.compactMap { value in
                Self.obstacle(to: value.value, type: record.type.value).map { reason in
                    ExportProblem(reason: reason, span: value.span, isFatal: true)
                }
            }
        }
    }

    /// Parts of an octet whose names have a slash, which octoDNS takes for no name that an alias may lead to.
    private func slashes(_ plan: AddressPlan) -> [ExportProblem] {
        plan.inventory.zones.filter { $0.zoneNames.contains { $0.description.contains("/") } }.map { zone in
            ExportProblem(
                reason: "octoDNS refuses names with a slash: leave out `style: slash`, or choose a name with `as`",
                span: zone.origin.span, isFatal: true)
        }
    }

    /// Why octoDNS cannot hold a declared record; nil if it can.
    private static func obstacle(to value: String, type: String) -> String? {
        let canHold: Bool
        switch RecordData(text: value, type: type) {
        case .opaque: canHold = false
        case .txt(let texts):
            let text = texts.strings.flatMap(\.bytes)
            guard texts == CharacterStrings(splitting: [text]) else {
                return "octoDNS makes one text of the strings of a TXT record, and splits it after each 255 octets: "
                    + "declare it as one text"
            }
            canHold = Self.canHold(text)
        // It puts the value between quotes as it is.
        case .caa(_, _, let value): canHold = isPlain(value.bytes) && !value.bytes.contains(UInt8(ascii: "\""))
        default: canHold = true
        }
        return canHold ? nil : "octoDNS has no way to write this \(type) record"
    }

    /// Whether its texts, which are ASCII, can be these octets. It takes quotes off a text that begins with one, and what
    /// stands between two strings out of one that has it.
    private static func canHold(_ text: [UInt8]) -> Bool {
        isPlain(text) && text.first != UInt8(ascii: "\"") && !String(decoding: text, as: UTF8.self).contains("\" \"")
    }

    /// Whether octets are printable ASCII without a backslash, which is itself to some providers and an escape to others.
    private static func isPlain(_ octets: [UInt8]) -> Bool {
        octets.allSatisfy { (UInt8(ascii: " ")...UInt8(ascii: "~")).contains($0) && $0 != UInt8(ascii: "\\") }
    }

    // MARK: Text

    private static func text(of zone: ZoneContent) -> String {
        var text = "---\n\(mark)\(zone.name.withoutFinalDot), written from the inventory, do not edit\n"
        let byOwner = Dictionary(grouping: zone.records) { record in
            record.owner == zone.name ? "" : record.owner.relative(to: zone.name)
        }
        // The order is not that of zone files: octoDNS insists on its own.
        let owners = byOwner.map { (order: NatsortOrder($0.key), key: $0.key, records: $0.value) }
            .sorted { $0.order < $1.order }
        for owner in owners {
            text += "\(key(owner.key)):\n"
            let byType = Dictionary(grouping: owner.records, by: \.data.type.description)
            for (type, records) in byType.sorted(by: { $0.key < $1.key }) {
                text += "  - ttl: \(records.first?.ttl ?? zone.ttl)\n    type: \(type)\n"
                text += values(of: records)
            }
        }
        return text
    }

    /// A key of the document; octoDNS wants an empty one for the zone itself.
    private static func key(_ owner: String) -> String {
        owner.isEmpty ? "''" : owner.hasPrefix("*") ? "'\(owner)'" : YAMLScalar.text(owner)
    }

    private static func values(of records: [ResourceRecord]) -> String {
        // An alias has one target, and octoDNS one key for that.
        if case .cname(let target)? = records.first?.data {
            return "    value: \(YAMLScalar.text(target.description))\n"
        }
        return records.map { record in
            let fields = fields(of: record.data)
            guard fields.count > 1 else { return "      - \(fields.first?.value ?? "")\n" }
            return fields.enumerated().map { place, field in
                "      \(place == 0 ? "- " : "  ")\(field.key): \(field.value)\n"
            }.joined()
        }.reduce("    values:\n", +)
    }

    /// The parts of a value in the order of their names; one without a name if there is only one.
    private static func fields(of data: RecordData) -> [(key: String, value: String)] {
        switch data {
        case .address(let address): [("", YAMLScalar.text(address.description))]
        case .ns(let name), .cname(let name), .ptr(let name): [("", YAMLScalar.text(name.description))]
        case .caa(let flags, let tag, let value):
            [
                ("flags", "\(flags)"), ("tag", YAMLScalar.text(tag)),
                ("value", YAMLScalar.text(String(decoding: value.bytes, as: UTF8.self))),
            ]
        case .mx(let preference, let exchange):
            [("exchange", YAMLScalar.text(exchange.description)), ("preference", "\(preference)")]
        case .srv(let priority, let weight, let port, let target):
            [
                ("port", "\(port)"), ("priority", "\(priority)"),
                ("target", YAMLScalar.text(target.description)), ("weight", "\(weight)"),
            ]
        case .sshfp(let algorithm, let type, let fingerprint):
            [
                ("algorithm", "\(algorithm)"), ("fingerprint", "\"\(fingerprint.hex)\""),
                ("fingerprint_type", "\(type)"),
            ]
        case .txt(let texts):
            [("", YAMLScalar.text(octoDNSText(texts)))]
        case .opaque: []
        }
    }

    /// The strings as one, which octoDNS splits again where they end; a semicolon is escaped in its files.
    private static func octoDNSText(_ texts: CharacterStrings) -> String {
        String(decoding: texts.strings.flatMap(\.bytes), as: UTF8.self).replacing(";", with: "\\;")
    }
}
