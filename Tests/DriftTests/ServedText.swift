import Addressing
import ServedZones
import ZoneData

/// Reads what the examples of drift rules say that a name server has, one line a zone or record:
///
///     zone lon1.example.net
///     record db1.lon1.example.net 3600 A 192.0.2.21
///
/// A record belongs to the zone before it. `questions` behind a zone's name says that it was asked name by name.
enum ServedText {
    struct Mistake: Error {
        let line: Substring
    }

    /// The zones, and the lines that are about something else.
    static func split(_ text: String) throws -> (zones: [ServedZone], rest: String) {
        var zones: [ServedZone] = []
        var rest: [Substring] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "zone":
                guard words.count >= 2, let name = DomainName(words[1]) else { throw Mistake(line: line) }
                zones.append(
                    ServedZone(name: name, server: "192.0.2.53:53", records: [], isWhole: words.last != "questions"))
            case "record":
                guard let zone = zones.popLast(), let record = record(words) else { throw Mistake(line: line) }
                zones.append(
                    ServedZone(
                        name: zone.name, server: zone.server, records: zone.records + [record], isWhole: zone.isWhole))
            default: rest.append(line)
            }
        }
        return (zones, rest.joined(separator: "\n"))
    }

    private static func record(_ words: [String]) -> ServedRecord? {
        guard words.count == 5, let owner = DomainName(words[1]), let ttl = UInt32(words[2]) else { return nil }
        let data: RecordData? =
            words[3] == "NS" ? DomainName(words[4]).map { .ns($0) } : IPAddress(words[4]).map { .address($0) }
        return data.map { ServedRecord(owner: owner, type: $0.type, ttl: ttl, data: $0) }
    }
}
