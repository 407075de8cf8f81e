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

    private func file(_ path: String, _ text: String) -> GitCommitter.File {
        GitCommitter.File(path: path, bytes: Array(text.utf8))
    }

    @Test("begin a history where there is none")
    func first() throws {
        let id = try committer().commit([file("a.yaml", "a\n")], message: "First\n", newBranch: nil)
        #expect(try sandbox.run("rev-parse", "main") == id)
        #expect(try sandbox.run("show", "main:a.yaml") == "a")
    }

    @Test("name paths from where the user is, and keep what was staged apart")
    func folder() throws {
        try sandbox.commit(["net/inventory/a.yaml": "a\n", "b.txt": "b\n"])
        try sandbox.directory.write("staged\n", to: "b.txt")
        try sandbox.run("add", "b.txt")
        try sandbox.directory.write("c\n", to: "net/inventory/a.yaml")
        let committer = try committer(in: "net")
        #expect(try committer.isCommitted(Array("a\n".utf8), at: "inventory/a.yaml"))
        #expect(try !committer.isCommitted(Array("c\n".utf8), at: "inventory/a.yaml"))
        #expect(try !committer.isCommitted(Array("a\n".utf8), at: "inventory/new.yaml"))
        _ = try committer.commit([file("inventory/a.yaml", "c\n")], message: "Second\n", newBranch: nil)
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
        _ = try committer().commit([file("a.yaml", "b\n")], message: "Second\n", newBranch: "other")
        #expect(sandbox.directory.text(of: "ran") == nil)
        #expect(try committer().currentBranch() == "other")
    }

    @Test(
        "take no name for a branch that is one already, or can be none", arguments: ["main", "a..b", "-x", "@", "a b"])
    func branches(name: String) throws {
        try sandbox.commit(["a.yaml": "a\n"])
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
            try GitCommitter(repository).commit([file("a.yaml", "b\n")], message: "x\n", newBranch: nil)
        }
        #expect(error?.message.contains("user.name") == true, "\(error?.message ?? "")")
    }
}
