import FileStore
import Foundation
import GitObjects
import TestSupport
import Testing

@Suite("Revisions of a Git repository")
struct RepositoryTests {
    private let sandbox: GitSandbox

    init() throws {
        sandbox = try #require(try GitSandbox(), "not installed: apt install git")
    }

    private func repository(_ folder: String = "") throws -> GitRepository {
        try GitRepository(around: "\(sandbox.directory.path)/\(folder)", environment: Self.environment)
    }

    static let environment = ProcessInfo.processInfo.environment.merging(GitSandbox.environment) { $1 }

    @Test("a branch, a tag, an abbreviated id and an expression name a commit")
    func names() throws {
        let first = try sandbox.commit(["a": "1"])
        try sandbox.run("tag", "-a", "-m", "one", "v1")
        let second = try sandbox.commit(["a": "2"])
        let repository = try repository()
        #expect(try repository.revision("main").id == second)
        #expect(try repository.revision("v1").id == first)
        #expect(try repository.revision(String(first.prefix(10))).id == first)
        #expect(try repository.revision("main~1").id == first)
    }

    @Test(
        "what could be an option, or is no text for a name, is refused before Git sees it",
        arguments: ["-x", "--all", "--output=/tmp/x", "", "main\n--all", "a\0b", "\u{1b}[31m"])
    func malformed(name: String) throws {
        try sandbox.commit()
        let repository = try repository()
        #expect { try repository.revision(name) } throws: { ($0 as? GitError)?.code == .malformedName }
    }

    @Test(
        "a name without a commit is missing",
        arguments: ["nope", "main:a", "origin/main", "0000000000000000000000000000000000000000", "HEAD^{tree}"])
    func missing(name: String) throws {
        try sandbox.commit(["a": "1"])
        let repository = try repository()
        #expect { try repository.revision(name) } throws: { ($0 as? GitError)?.code == .missing }
    }

    @Test("in a repository without commits, HEAD is said to be empty")
    func unborn() throws {
        let repository = try repository()
        #expect { try repository.revision("HEAD") } throws: { "\($0)".contains("nothing was committed yet") }
    }

    @Test("the merge base is where two branches parted, not the tip of one")
    func mergeBase() throws {
        let parted = try sandbox.commit(["a": "1"])
        try sandbox.run("checkout", "-q", "-b", "change")
        try sandbox.commit(["b": "1"])
        try sandbox.run("checkout", "-q", "main")
        try sandbox.commit(["c": "1"])
        let repository = try repository()
        let base = try repository.mergeBase(of: repository.revision("main"), and: repository.revision("change"))
        #expect(base.id == parted)
    }

    @Test("branches without a common commit have no merge base")
    func unrelated() throws {
        try sandbox.commit(["a": "1"])
        try sandbox.run("checkout", "-q", "--orphan", "other")
        try sandbox.commit(["b": "1"])
        let repository = try repository()
        #expect {
            try repository.mergeBase(of: repository.revision("main"), and: repository.revision("other"))
        } throws: { "\($0)".contains("no commit in common") }
    }

    @Test("a shallow clone says how to fetch what it lacks")
    func shallow() throws {
        try sandbox.commit(["a": "1"])
        try sandbox.run("checkout", "-q", "-b", "change")
        try sandbox.commit(["b": "1"])
        try sandbox.run("checkout", "-q", "main")
        try sandbox.commit(["c": "1"])
        let clone = try TemporaryDirectory()
        try sandbox.run(
            "clone", "-q", "--depth", "1", "--no-single-branch", "file://\(sandbox.directory.path)",
            "\(clone.path)/clone")
        let repository = try GitRepository(around: "\(clone.path)/clone", environment: Self.environment)
        let (main, change) = (try repository.revision("main"), try repository.revision("origin/change"))
        #expect { try repository.mergeBase(of: main, and: change) } throws: { "\($0)".contains("fetch-depth: 0") }
        #expect { try repository.revision("main~1") } throws: { "\($0)".contains("fetch-depth: 0") }
    }

    @Test("a directory that is in no repository is refused")
    func noRepository() throws {
        let directory = try TemporaryDirectory()
        #expect {
            try GitRepository(around: directory.path, environment: Self.environment)
        } throws: { ($0 as? GitError)?.code == .noRepository }
    }

    @Test("git is looked for in absolute directories only", arguments: ["", ".", "relative:/nonexistent"])
    func notInstalled(path: String) throws {
        try sandbox.directory.write("#!/bin/sh\ntouch ran\n", to: "git")
        #expect {
            try GitRepository(around: sandbox.directory.path, environment: ["PATH": path])
        } throws: { ($0 as? GitError)?.code == .notInstalled }
    }
}
