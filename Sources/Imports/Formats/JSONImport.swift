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
            return draft.remark(.fault, file.origin(row: Self.entry(of: error)), Self.clause(error))
        } catch {
            return draft.remark(.fault, file.origin(row: 1), "the file is no JSON")
        }
        guard document.version == 1 else {
            return draft.remark(
                .fault, file.origin(row: 1), "format_version is \(document.version); this version of ipam reads 1")
        }
        let reader = AddressRecordReader()
        for (index, entry) in document.addresses.enumerated() {
            let origin = file.origin(row: index + 1)
            draft.countRow()
            if !draft.isSkipped(origin) { reader.read(entry, origin, into: &draft) }
        }
    }

    private struct Document: Decodable {
        let version: Int
        let addresses: [Entry]

        enum CodingKeys: String, CodingKey {
            case version = "format_version"
            case addresses
        }
    }

    /// An entry: its members are texts, numbers, lists of texts, or null.
    private struct Entry: Decodable, AddressFields {
        private var texts: [AddressField: String] = [:]
        private var lists: [AddressField: [String]] = [:]

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            for field in AddressField.allCases {
                let key = Key(stringValue: field.key)
                guard values.contains(key), try !values.decodeNil(forKey: key) else { continue }
                switch field {
                case .dnsNames, .tags, .services: lists[field] = try values.decode([String].self, forKey: key)
                case .vlan: texts[field] = String(try values.decode(Int.self, forKey: key))
                default: texts[field] = try values.decode(String.self, forKey: key)
                }
            }
        }

        func text(_ field: AddressField) -> String? { texts[field] }
        func list(_ field: AddressField) -> [String] { lists[field] ?? [] }

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }
    }

    private static func path(of error: DecodingError) -> [any CodingKey] {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context.codingPath
        @unknown default: []
        }
    }

    /// The entry in which decoding failed, counted from 1.
    private static func entry(of error: DecodingError) -> Int {
        (path(of: error).compactMap(\.intValue).first ?? 0) + 1
    }

    private static func clause(_ error: DecodingError) -> String {
        if case .keyNotFound(let key, _) = error {
            return "'\(key.stringValue)' is missing: is this from `export json`?"
        }
        guard let key = path(of: error).last else { return "the file is no JSON, or is cut short" }
        return "'\(key.stringValue)' is no value of the kind that `export json` prints there"
    }
}
