package import Addressing

/// A zone that a server has.
package struct ServerZone: Hashable, Sendable, Decodable {
    /// Its name.
    package let name: DomainName
    /// What kind it is: `Primary`, `Secondary`, `Forwarder`, …
    package let type: String
    /// Whether it belongs to the server itself.
    package let isInternal: Bool

    /// Whether records can be written to it.
    package var isWritable: Bool { type == "Primary" && !isInternal }

    private enum Key: String, CodingKey {
        case name, type, `internal`
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let text = try container.decode(String.self, forKey: .name)
        // The server calls the root zone by no name at all.
        name = text.isEmpty ? .root : try DomainName(parsing: text)
        type = try container.decode(String.self, forKey: .type)
        isInternal = try container.decodeIfPresent(Bool.self, forKey: .internal) ?? false
    }
}

/// The answer to a question for all zones. Names that no zone of ours could have are left out.
struct ZoneList: Decodable {
    let zones: [ServerZone]

    private enum Key: String, CodingKey {
        case zones
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        zones = try container.decode([Entry].self, forKey: .zones).compactMap(\.zone)
    }

    private struct Entry: Decodable {
        let zone: ServerZone?

        init(from decoder: any Decoder) throws {
            let named = try ZoneName(from: decoder)
            zone = named.name.isEmpty || DomainName(named.name) != nil ? try ServerZone(from: decoder) : nil
        }
    }
}

/// The name of a zone, as a part of answers about it.
struct ZoneName: Decodable {
    let name: String
}

/// The answer to the making of a zone.
struct CreationAnswer: Decodable {
    let domain: String
}

/// The answer to a change; that to a deletion names no zone.
struct ChangeAnswer: Decodable {
    let zone: ZoneName?
}
