import Findings
import JSONShapes
import Observations
import Reports
import Testing

@Suite("JSON report")
struct JSONReportTests {
    private func render(_ report: FindingReport) -> String {
        JSONReport().render(report, style: .plain)
    }

    @Test("a validation finding has the documented keys in the documented order")
    func validation() {
        let source = MarkedSource("a: ⟦192.0.2.7⟧\nb: ⟦192.0.2.7⟧\n")
        let finding = Sample.finding(
            at: source.places[1], related: [.init("first claimed here", at: source.places[0])])
        #expect(
            render(Sample.report([finding], source)) == """
                {
                  "format_version": 1,
                  "summary": {
                    "errors": 1,
                    "warnings": 0,
                    "notes": 0,
                    "waived": 0,
                    "left_out": 0
                  },
                  "findings": [
                    {
                      "rule": "duplicate-address",
                      "severity": "error",
                      "message": "192.0.2.7 already belongs to 'printer'",
                      "path": "inventory/lan.yaml",
                      "line": 2,
                      "column": 4,
                      "end_line": 2,
                      "end_column": 13,
                      "subject": {
                        "kind": "address",
                        "id": "192.0.2.7"
                      },
                      "fingerprint": "\(finding.fingerprint)",
                      "related": [
                        {
                          "path": "inventory/lan.yaml",
                          "line": 1,
                          "column": 4,
                          "message": "first claimed here"
                        }
                      ],
                      "evidence": null,
                      "waiver": null,
                      "help": null,
                      "edit": null
                    }
                  ]
                }

                """)
    }

    @Test("drift adds evidence, coverage and scans")
    func drift() throws {
        let report = Sample.drift(
            [Sample.unclaimed], coverage: LiveCoverage(alive: 13, claimed: 11), scans: try Sample.scans())
        #expect(
            render(report).hasSuffix(
                """
                      "evidence": {
                        "verdict": "alive",
                        "probe": "icmp",
                        "vantage": "lon1",
                        "mac": "02:00:5e:10:00:01",
                        "name": "nas.example.net",
                        "first_seen": "2026-11-01T00:00:00Z",
                        "last_seen": "2026-11-22T20:00:00Z",
                        "last_probed": "2026-11-22T21:00:00Z"
                      },
                      "waiver": null,
                      "help": null,
                      "edit": {
                        "action": "add",
                        "key": "reservations",
                        "value": "{address: 192.0.2.77}",
                        "path": null,
                        "line": null,
                        "column": null,
                        "end_line": null,
                        "end_column": null
                      }
                    }
                  ],
                  "coverage": {
                    "alive": 13,
                    "claimed": 11,
                    "percent": 84
                  },
                  "scans": [
                    {
                      "vrf": "default",
                      "prefix": "192.0.2.0/24",
                      "vantage": "lon1",
                      "completed": "2026-11-18T11:06:40Z",
                      "targets": 254,
                      "alive": 13,
                      "silent": 241,
                      "unreachable": 0,
                      "unknown": 0
                    },
                    {
                      "vrf": "lab",
                      "prefix": "192.0.2.0/24",
                      "vantage": null,
                      "completed": null,
                      "targets": null,
                      "alive": null,
                      "silent": null,
                      "unreachable": null,
                      "unknown": null
                    }
                  ]
                }

                """))
    }

    @Test("a waived finding carries its waiver, on request")
    func waiver() throws {
        let finding = Sample.finding()
        let waiver = Sample.waiver(of: finding)
        let hidden = ReportSchemas.shape(of: .validation).json(Sample.report([finding], waivers: [waiver]))
        #expect(hidden["findings"] == [])
        #expect(hidden["summary"]?["waived"] == 1)
        let shown = ReportSchemas.shape(of: .validation)
            .json(Sample.report([finding], waivers: [waiver], showsWaived: true))
        guard case .array(let findings) = shown["findings"] else { throw Missing() }
        #expect(
            findings.first?["waiver"] == ["reason": "moves in March", "owner": "netops", "expires": "2024-10-04"])
    }

    @Test("the schemas list exactly the keys that are printed, at every depth")
    func schemas() throws {
        let finding = Sample.finding(
            at: MarkedSource("⟦x⟧").places[0], related: [.init("y", at: MarkedSource("⟦x⟧").places[0])],
            evidence: Sample.evidence)
        let findings = FindingList([finding], waivers: [Sample.waiver(of: finding)], today: Sample.today)
        for (kind, schema) in [(.validation, ReportSchemas.findings), (.drift, ReportSchemas.drift)]
            as [(FindingReport.Kind, JSON)]
        {
            let report = FindingReport(
                kind: kind, findings: findings, sources: SourceFiles([]),
                coverage: LiveCoverage(alive: 1, claimed: 1), scans: try Sample.scans(), showsWaived: true)
            expectSameKeys(ReportSchemas.shape(of: kind).json(report), schema, at: "\(kind)")
            #expect(schema["$schema"] == "http://json-schema.org/draft-07/schema#")
        }
    }

    private func expectSameKeys(_ value: JSON, _ schema: JSON, at place: String) {
        var schema = schema
        if case .array(let choices) = schema["anyOf"], let first = choices.first { schema = first }
        switch value {
        case .object(let members):
            guard case .object(let properties) = schema["properties"] else {
                Issue.record("\(place) has no properties in the schema")
                return
            }
            #expect(members.map(\.key) == properties.map(\.key), "\(place)")
            #expect(schema["required"] == .array(members.map { .string($0.key) }), "\(place)")
            #expect(schema["additionalProperties"] == false, "\(place)")
            for (member, property) in zip(members, properties) {
                #expect(property.value["description"] != nil, "\(place).\(member.key)")
                expectSameKeys(member.value, property.value, at: "\(place).\(member.key)")
            }
        case .array(let elements):
            for element in elements { expectSameKeys(element, schema["items"] ?? .null, at: "\(place)[]") }
        default: break
        }
    }

    private struct Missing: Error {}
}
