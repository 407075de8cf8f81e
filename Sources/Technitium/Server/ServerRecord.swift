package import Addressing
import Foundation
package import ZoneData

/// A record that a server has.
package struct ServerRecord: Hashable, Sendable {
    /// The name that it belongs to.
    package let name: DomainName
    /// Its type as the server calls it.
    package let type: String
    /// How long it may be cached, in seconds.
    package let ttl: UInt32
    /// What it says; nil for what no record of ours could say.
    package let data: RecordData?
    /// What somebody noted about it.
    package let comments: String
    /// Whether it is there without being served.
    package let isDisabled: Bool

    /// Makes a record.
    package init(
        name: DomainName, type: String, ttl: UInt32, data: RecordData?, comments: String = "", isDisabled: Bool = false
    ) {
        self.name = name
        self.type = type
        self.ttl = ttl
        self.data = data
        self.comments = comments
        self.isDisabled = isDisabled
    }
}

/// The answer to a question for records.
struct RecordList: Decodable {
    let zone: ZoneName
    let records: [ListedRecord]
}

/// A record as it is listed; one whose name no record of ours could have is nobody's concern.
struct ListedRecord: Decodable {
    let name: DomainName?
    let record: ServerRecord?

    private enum Key: String, CodingKey {
        case name, type, ttl, disabled, comments, rData
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let text = try container.decode(String.self, forKey: .name)
        let type = try container.decode(String.self, forKey: .type)
        let ttl = try container.decode(UInt32.self, forKey: .ttl)
        name = text.isEmpty ? .root : DomainName(text)
        guard let name else {
            record = nil
            return
        }
        record = ServerRecord(
            name: name, type: type, ttl: ttl,
            data: try RecordDataAnswer.read(type, from: container.superDecoder(forKey: .rData)),
            comments: try container.decodeIfPresent(String.self, forKey: .comments) ?? "",
            isDisabled: try container.decode(Bool.self, forKey: .disabled))
    }
}
