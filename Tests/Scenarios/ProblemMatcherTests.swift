import Foundation
import TestSupport
import Testing

@Suite("The problem matcher")
struct ProblemMatcherTests {
    /// What the file declares, as far as it is used.
    private struct Declaration: Decodable {
        let problemMatcher: [Matcher]

        struct Matcher: Decodable {
            let owner: String
            let pattern: [Pattern]
        }

        struct Pattern: Decodable {
            let regexp: String
            let file, line, column, severity, message, code: Int?
        }
    }

    /// One problem that a matcher finds.
    private struct Problem: Hashable {
        var parts: [String: String] = [:]
    }

    private func problems(_ owner: String, in text: String) throws -> [Problem] {
        let file = Workplace.package.appending(path: ".github/problem-matcher.json")
        let declaration = try JSONDecoder().decode(Declaration.self, from: try Data(contentsOf: file))
        let matcher = try #require(declaration.problemMatcher.first { $0.owner == owner })
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return try lines.indices.compactMap { start in
            var problem = Problem()
            for (offset, pattern) in matcher.pattern.enumerated() {
                guard start + offset < lines.count else { return nil }
                let line = lines[start + offset]
                let expression = try NSRegularExpression(pattern: pattern.regexp)
                guard let match = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line)) else {
                    return nil
                }
                let groups = [
                    "file": pattern.file, "line": pattern.line, "column": pattern.column,
                    "severity": pattern.severity, "message": pattern.message, "code": pattern.code,
                ]
                for case (let name, let group?) in groups {
                    problem.parts[name] = Range(match.range(at: group), in: line).map { String(line[$0]) }
                }
            }
            return problem
        }
    }

    private struct Report: Decodable {
        let findings: [Finding]

        struct Finding: Decodable {
            let rule, severity, message: String
            let path: String?
            let line, column: Int?
        }
    }

    @Test(
        "finds in each form of text the errors and warnings that the JSON has, all of them at their places",
        arguments: [
            ("ipam", ["-o", "oneline"]), ("ipam-human", ["--color", "never"]), ("ipam-human", ["--color", "always"]),
        ])
    func matches(owner: String, options: [String]) throws {
        let workplace = try Workplace()
        try FileManager.default.copyItem(
            at: Workplace.package.appending(path: "Tests/Scenarios/Cases/broken/inventory"),
            to: workplace.directory.url.appending(path: "inventory"))
        let json = try workplace.ipam("validate", "-o", "json").output
        let expected = try JSONDecoder().decode(Report.self, from: Data(json.utf8)).findings
            .filter { $0.severity != "note" && $0.path != nil }
        #expect(expected.count > 20)
        let text = try workplace.run(["validate"] + options).output
        let found = Set(try problems(owner, in: text))
        for finding in expected {
            let problem = Problem(parts: [
                "file": finding.path ?? "", "line": "\(finding.line ?? 0)", "column": "\(finding.column ?? 0)",
                "severity": finding.severity, "message": finding.message, "code": finding.rule,
            ])
            #expect(found.contains(problem), "\(problem.parts)")
        }
        #expect(found.count == expected.count)
    }
}
