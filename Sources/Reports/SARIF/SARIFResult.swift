import Findings
import JSONShapes

/// A finding as SARIF has it.
struct SARIFResult {
    private let finding: Finding
    private let rules: SARIFRules
    private let fallbackPath: String

    /// GitHub keeps so many locations of a result.
    private static let mostRelated = 100

    /// Takes a finding; one that is declared nowhere is placed at `fallbackPath`, as code scanning demands a place.
    init(_ finding: Finding, rules: SARIFRules, fallbackPath: String) {
        self.finding = finding
        self.rules = rules
        self.fallbackPath = fallbackPath
    }

    var json: JSON {
        var members: [JSON.Member] = [.init("ruleId", .string(finding.rule.name))]
        if let place = rules.place(of: finding.rule) { members.append(.init("ruleIndex", .integer(Int64(place)))) }
        let fingerprint = JSON.string(finding.fingerprint.description)
        members += [
            .init("level", .string(finding.severity.rawValue)),
            .init("message", ["text": .string(message)]),
            .init("locations", [["physicalLocation": primaryPlace]]),
            .init("relatedLocations", .array(finding.related.prefix(Self.mostRelated).enumerated().map(related))),
            .init("fingerprints", ["ipam/v1": fingerprint]),
            // The only one that GitHub looks at.
            .init("partialFingerprints", ["primaryLocationLineHash": fingerprint]),
        ]
        members += [
            .init("suppressions", .array(finding.waiver.map { [suppression($0)] } ?? [])),
            .init("properties", properties),
        ]
        return .object(members)
    }

    private var message: String {
        SARIFText.clipped(([finding.message] + finding.remedyLines).map(SARIFText.message).joined(separator: "\n"))
    }

    private var primaryPlace: JSON {
        if let location = finding.location { return place(location) }
        return ["artifactLocation": ["uri": .string(PathURI.of(fallbackPath))], "region": ["startLine": 1]]
    }

    private func place(_ location: SourceLocation) -> JSON {
        [
            "artifactLocation": ["uri": .string(PathURI.of(location.path))],
            "region": [
                "startLine": position(location.line), "startColumn": position(location.column),
                "endLine": position(location.endLine), "endColumn": position(location.endColumn),
            ],
        ]
    }

    /// Lines and columns count from 1, whatever a finding says.
    private func position(_ number: Int) -> JSON { .integer(Int64(max(1, number))) }

    private func related(_ number: Int, _ related: Finding.Related) -> JSON {
        [
            "id": .integer(Int64(number + 1)),
            "physicalLocation": place(related.location),
            "message": ["text": .string(SARIFText.message(related.message))],
        ]
    }

    private func suppression(_ waiver: WaiverNote) -> JSON {
        let text = "\(waiver.reason) (accepted by \(waiver.owner) until \(waiver.expires))"
        return ["kind": "external", "status": "accepted", "justification": .string(SARIFText.message(text))]
    }

    private var properties: JSON {
        var members = [JSON.Member("subject", Subject.shape.json(finding.subject))]
        if let evidence = finding.evidence { members.append(.init("evidence", Evidence.shape.json(evidence))) }
        return .object(members)
    }
}
