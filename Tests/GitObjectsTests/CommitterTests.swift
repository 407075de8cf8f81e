import Foundation
import GitObjects
import TestSupport
import Testing

@Suite("Commits of edited files", .enabled(if: Program.areWanted("git"), "not installed: apt install git"))
struct CommitterTests {
    private let sandbox: GitSandbox

    init() throws {
        sandbox = try #require(try GitSandbox())
    }

    private func committer(in folder: String = "") throws -> GitCommitter {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let environment = GitSandbox.environment.merging(["PATH": path]) { $1 }
        return GitCommitter(
            try GitRepository(around: sandbox.directory.path + "/" + folder, environment: environment))
    }

    /// Commits a file as it is to be.
    private func commit(
        _ path: String, _ text: String, with committer: GitCommitter, newBranch: String? = nil
    ) throws -> String {
        let contents = try committer.prepare([.init(path: path, bytes: Array(text.utf8))])
        return try committer.commit(contents, message: "A message\n", newBranch: newBranch)
    }

    @Test("begin a history where there is none")
    func first() throws {
        let id = try commit("a.yaml", "a\n", with: committer())
        #expect(try sandbox.run("rev-parse", "main") == id)
        #expect(try sandbox.run("show", "main:a.yaml") == "a")
    }

    @Test("name paths from where the user is, and keep what was staged apart")
    func folder() throws {
        try sandbox.commit(["net/inventory/a.yaml": "a\n", "b.txt": "b\n"])
        try sandbox.directory.write("staged\n", to: "b.txt")
        try sandbox.run("add", "b.txt")
        let committer = try committer(in: "net")
        try committer.requireCommitted("inventory/a.yaml")
        #expect(throws: GitError.self) { try committer.requireCommitted("inventory/new.yaml") }
        try sandbox.directory.write("c\n", to: "net/inventory/a.yaml")
        #expect(throws: GitError.self) { try committer.requireCommitted("inventory/a.yaml") }
        _ = try commit("inventory/a.yaml", "c\n", with: committer)
        #expect(try sandbox.run("diff", "--name-only", "HEAD~", "HEAD") == "net/inventory/a.yaml")
        #expect(try sandbox.run("status", "--porcelain") == "M  b.txt")
    }

    @Test("run no hook")
    func hooks() throws {
        try sandbox.commit(["a.yaml": "a\n"])
        for hook in ["pre-commit", "commit-msg", "post-commit", "reference-transaction", "post-index-change"] {
            let path = ".git/hooks/\(hook)"
            try sandbox.directory.write("#!/bin/sh\ntouch \(sandbox.directory.path)/ran\nexit 1\n", to: path)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: "\(sandbox.directory.path)/\(path)")
        }
        _ = try commit("a.yaml", "b\n", with: committer(), newBranch: "other")
        #expect(sandbox.directory.text(of: "ran") == nil)
        #expect(try committer().currentBranch() == "other")
    }

    @Test(
        "take no name for a branch that is one already, or can be none",
        arguments: ["main", "a..b", "-x", "@", "a b", "HEAD", "main/sub", "adopt", "adopt/old/x", "adopt.lock"])
    func branches(name: String) throws {
        try sandbox.commit(["a.yaml": "a\n"])
        try sandbox.run("branch", "adopt/old")
        try sandbox.run("branch", "adopts")
        #expect(throws: GitError.self) { try committer().requireNewBranch(name) }
        try committer().requireNewBranch("adopt/2026-11")
    }

    @Test("need somebody who commits")
    func identity() throws {
        try sandbox.commit(["a.yaml": "a\n"])
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let environment = [
            "PATH": path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": "/nonexistent",
            "GIT_AUTHOR_NAME": "", "GIT_COMMITTER_NAME": "",
        ]
        let repository = try GitRepository(around: sandbox.directory.path, environment: environment)
        let error = #expect(throws: GitError.self) {
            try commit("a.yaml", "b\n", with: GitCommitter(repository))
        }
        #expect(error?.message.contains("user.name") == true, "\(error?.message ?? "")")
    }
}
