import Addressing
import Foundation
import Observations
import Storage
import TestSupport

/// A project in a directory of its own, and the built `ipam` at work on it.
struct LabProject {
    /// A finding as `drift -o json` prints it.
    struct Finding: Decodable {
        struct Subject: Decodable {
            let id: String
        }
        struct Evidence: Decodable {
            let verdict: String
            let probe: String?
            let vantage: String
            let mac: String?
        }

        let rule: String
        let subject: Subject
        let evidence: Evidence?
    }

    private struct Report: Decodable {
        let findings: [Finding]
    }

    private let directory: TemporaryDirectory
    private let binary: String

    init(inventory: String) throws {
        try self.init(inventory: inventory, in: try TemporaryDirectory())
    }

    /// Makes a project in a directory that is there already.
    init(inventory: String, in directory: TemporaryDirectory) throws {
        guard let binary = Lab.binary else { throw Tool.Failure(description: "no built 'ipam'") }
        self.binary = binary
        self.directory = directory
        try directory.write(inventory, to: "inventory/lab.yaml")
    }

    /// Writes a file for `ipam` to read; its absolute path.
    func write(_ text: String, to name: String) throws -> String {
        try directory.write(text, to: name)
        return "\(directory.path)/\(name)"
    }

    /// Runs `ipam` outside all networks of the lab, for what needs no network.
    func ipam(_ arguments: [String]) throws -> Tool.Outcome {
        try Tool.run(command(arguments))
    }

    /// The arguments that run `ipam` on this project.
    func command(_ arguments: [String]) -> [String] {
        [binary] + arguments + ["-C", directory.path]
    }

    /// The drift that `ipam drift` finds now, or would find in so many hours.
    func drift(inHours hours: Int = 0) throws -> [Finding] {
        try drift(at: Date(timeIntervalSinceNow: Double(hours) * 3600).formatted(.iso8601))
    }

    /// The drift that `ipam drift` finds at a moment.
    func drift(at moment: String) throws -> [Finding] {
        let outcome = try ipam(["drift", "-o", "json", "--now", moment])
        return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).findings
    }

    /// What the cache holds of each address.
    func states() throws -> [String: AddressState] {
        let cache = try Cache.openReadOnly(at: "\(directory.path)/.ipam/cache.sqlite")
        let addresses = try cache?.networkState().addresses ?? []
        return Dictionary(addresses.map { ("\($0.latest.address)", $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension [LabProject.Finding] {
    /// The findings of one rule, as the subjects they are about.
    func subjects(of rule: String) -> [String] {
        filter { $0.rule == rule }.map(\.subject.id)
    }

    /// The evidence of the finding of a rule about a subject.
    func evidence(of rule: String, on subject: String) -> LabProject.Finding.Evidence? {
        first { $0.rule == rule && $0.subject.id == subject }?.evidence
    }
}
