import Addressing
import Chronology
import Findings
import InventoryModel
import Testing
import ZoneData

/// The zones of inventories written as YAML, and their files.
struct ZoneFixture {
    let zones: ZoneSet
    let sources: SourceFiles

    /// Reads inventory files, which must be without faults of their own.
    init(_ files: String..., sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        self.init(files: files, sourceLocation: sourceLocation)
    }

    init(files: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        sources = SourceFiles(
            files.enumerated().map { SourceFile(path: "inventory/\($0.offset).yaml", bytes: Array($0.element.utf8)) }
        )
        let reading = InventoryReader.read(sources)
        #expect(reading.faults.map(\.message) == [], sourceLocation: sourceLocation)
        zones = ZoneSet(AddressPlan(reading.inventory))
    }

    static let now = Timestamp(rfc3339: "2027-01-15T12:00:00Z") ?? Timestamp(seconds: 0)

    /// The file of a zone, without its trailing dot; nil if there is no such zone.
    func file(_ name: String, previous: String? = nil, now: Timestamp = now) -> String? {
        zones.zones.first { $0.name.description == name + "." }
            .map { ZoneFile.render($0, previous: previous, now: now) }
    }

    /// The records of a zone's file, SOA left out, with single blanks between fields.
    func records(_ name: String) -> [String] {
        (file(name) ?? "").split(separator: "\n").dropFirst(4).map {
            $0.split(separator: " ").joined(separator: " ")
        }
    }

    /// The problems as `kind: reason`.
    var problems: [String] { zones.problems.map { "\($0.kind.rawValue): \($0.reason)" } }

    /// The texts that the problems point at.
    var problemTexts: [String] {
        zones.problems.map { problem in
            String(
                decoding: sources[problem.span].bytes[Int(problem.span.start)..<Int(problem.span.end)], as: UTF8.self)
        }
    }
}

/// What most inventories of these tests begin with.
let dnsSettings = """
    settings:
      dns: {ttl: 1h, contact: hostmaster@example.net, nameservers: [ns1.example.com, ns2.example.com]}

    """
