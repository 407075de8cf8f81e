import Addressing
import ZoneData

/// Records as lines that can be compared, whoever wrote them.
enum RecordLine {
    static func canonical(_ record: ResourceRecord) -> String {
        canonical("\(record.owner) \(record.ttl) IN \(record.data.type) \(record.data)")
    }

    /// A record's line without blanks, in upper case, and without BIND's needless escapes.
    static func canonical(_ line: String) -> String {
        line.replacing("\\;", with: ";").replacing("\\@", with: "@").filter { $0 != " " && $0 != "\t" }.uppercased()
    }
}

extension ZoneContent {
    /// Whether no record of the zone points at nothing, which leaving the record out would only hide.
    func isComplete(_ problems: [ZoneProblem]) -> Bool {
        !problems.contains { problem in
            guard [.targetWithoutAddress, .targetIsCNAME].contains(problem.kind) else { return false }
            return DomainName(problem.name)?.isSubdomain(of: name) ?? true
        }
    }
}
