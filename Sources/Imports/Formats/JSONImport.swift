import FoundationEssentials

/// Our own `export json`.
package struct JSONImport: ImportFormat {
    package let name = "json"
    package let summary = "what `export json` prints"

    /// Makes the format.
    package init() {}

    package func recognises(_ beginning: String) -> Bool {
        beginning.hasPrefix("{") && beginning.contains("\"format_version\"") && beginning.contains("\"addresses\"")
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(file.bytes))
        } catch let error as DecodingError {
            return draft.refuse(file.whole, Self.clause(error))
        } catch {
            return draft.refuse(file.whole, "the file is no JSON")
        }
        guard document.version == 1 else {
            return draft.refuse(
                file.whole, "format_version is \(document.version); this version of ipam reads 1")
        }
        if let inventory = document.inventory?.value {
            return draft.call(rowsOf: file, .titles(DeclaredReader.read(inventory, of: file, into: &draft)))
        }
        draft.call(rowsOf: file, .entries)
        var reader = AddressRecordReader<Entry>()
        for (index, entry) in (document.addresses + (document.unclaimed ?? [])).enumerated() {
            let origin = file.origin(row: index + 1)
            draft.countRow()
            guard !draft.isSkipped(origin) else { continue }
            if let key = entry.malformed {
                draft.remark(
                    .fault, origin, column: key, "the value is of another kind than `export json` prints there")
            } else {
                reader.record(entry, origin, &draft)?.add(to: &draft)
            }
        }
    }

    private struct Document: Decodable {
        let version: Int
        let addresses: [Entry]
        /// Exports of earlier versions lack it.
        let unclaimed: [Entry]?
        /// All that is declared, which `addresses` and `unclaimed` tell only a part of.
        let inventory: DeclaredJSON?

        enum CodingKeys: String, CodingKey {
            case version = "format_version"
            case addresses, unclaimed, inventory
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            version = try values.decode(Int.self, forKey: .version)
            inventory = try values.decodeIfPresent(DeclaredJSON.self, forKey: .inventory)
            addresses = inventory == nil ? try values.decode([Entry].self, forKey: .addresses) : []
            unclaimed = inventory == nil ? try values.decodeIfPresent([Entry].self, forKey: .unclaimed) : nil
        }
    }

    /// An entry: its members are texts, numbers, lists of texts, or null.
    private struct Entry: Decodable, AddressFields {
        private var texts: [AddressField: String] = [:]
        private var lists: [AddressField: [String]] = [:]
        private var present: Set<AddressField> = []
        /// The first member whose value is of the wrong kind.
        private(set) var malformed: String?

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            for field in AddressField.allCases {
                let key = Key(stringValue: field.key)
                guard values.contains(key) else { continue }
                present.insert(field)
                guard try !values.decodeNil(forKey: key) else { continue }
                do {
                    switch field {
                    case .dnsNames, .tags, .services, .subnetTags, .declaredNames:
                        lists[field] = try values.decode([String].self, forKey: key)
                    case .vlan: texts[field] = String(try values.decode(Int.self, forKey: key))
                    default: texts[field] = try values.decode(String.self, forKey: key)
                    }
                } catch {
                    malformed = malformed ?? field.key
                }
            }
        }

        func text(_ field: AddressField) -> String? { texts[field] }
        func list(_ field: AddressField) -> [String] { lists[field] ?? [] }
        func has(_ field: AddressField) -> Bool { present.contains(field) }
        func saysOfSubnet(as other: Entry) -> Bool {
            [AddressField].subnetFields.allSatisfy { texts[$0] == other.texts[$0] && lists[$0] == other.lists[$0] }
        }

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
    }

    private static func clause(_ error: DecodingError) -> String {
        if case .keyNotFound(let key, _) = error {
            return "'\(key.stringValue)' is missing: is this from `export json`?"
        }
        guard !error.place.isEmpty else { return "the file is no JSON, or is cut short" }
        return "'\(error.place)' is of another kind than `export json` prints there"
    }
}
