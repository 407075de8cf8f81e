import FileStore
import Foundation
import GitObjects
import TestSupport
import Testing

@Suite("Files in Git's objects")
struct TreeTests {
    private let sandbox: GitSandbox

    init() throws {
        sandbox = try #require(try GitSandbox(), "not installed: apt install git")
    }

    private func tree(_ directory: String, at name: String = "HEAD", around folder: String = "") throws -> FileTree? {
        let repository = try GitRepository(
            around: "\(sandbox.directory.path)/\(folder)", environment: RepositoryTests.environment)
        return try repository.trees(of: directory, at: [try repository.revision(name)])[0]
    }

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: "\(sandbox.directory.path)/\(path)", withDestinationPath: target)
    }

    /// A tree with all that is special.
    private func fill(_ top: String) throws {
        let deep = (1...34).map { "d\($0)" }.joined(separator: "/")
        try sandbox.directory.write("sites: []\n", to: "\(top)/a.yaml")
        try sandbox.directory.write("b\0\u{1}", to: "\(top)/sub/b.yml")
        try sandbox.directory.write("no", to: "\(top)/readme.md")
        try sandbox.directory.write("no", to: "\(top)/.hidden.yaml")
        try sandbox.directory.write("no", to: "\(top)/.hidden/c.yaml")
        try sandbox.directory.write("odd", to: "\(top)/a name\nwith `$(x)` -- and ü.yaml")
        try sandbox.directory.write("-", to: "\(top)/--output=x.yaml")
        try sandbox.directory.write("deep", to: "\(top)/\(deep)/e.yaml")
        try sandbox.directory.write(String(repeating: "#", count: 8 << 20), to: "\(top)/full.yaml")
        try sandbox.directory.write(String(repeating: "#", count: 8 << 20 | 1), to: "\(top)/large.yaml")
        try link("\(top)/link.yaml", to: "a.yaml")
        try link("\(top)/linked", to: "sub")
        try link("\(top)/dangling", to: "nowhere")
        try link("\(top)/other", to: "readme.md")
    }

    @Test("a revision is read by the rules for files on disk, whatever the names")
    func likeOnDisk() throws {
        try fill("inventory")
        try sandbox.commit()
        let onDisk = try TreeReader().read("\(sandbox.directory.path)/inventory")
        let inGit = try #require(try tree("inventory"))
        #expect(inGit.files.map(\.path) == onDisk.files.map(\.path))
        #expect(inGit.files == onDisk.files)
        #expect(inGit.problems == onDisk.problems)
        #expect(onDisk.files.count == 5 && onDisk.problems.count == 4)
    }

    @Test("names that are no UTF-8 are read, and both of two that look alike")
    func notUTF8() throws {
        let shell = Program(URL(filePath: "/bin/sh"))
        let line = #"mkdir i; printf a > "i/$(printf 'x\377').yaml"; printf b > "i/$(printf 'x\376').yaml""#
        try #require(try shell.run(["-c", line], in: sandbox.directory.path).code == 0)
        try sandbox.commit()
        let files = try #require(try tree("i")).files
        #expect(files.map(\.path) == ["x\u{fffd}.yaml", "x\u{fffd}.yaml"])
        #expect(files.map(\.bytes).sorted { $0[0] < $1[0] } == [Array("a".utf8), Array("b".utf8)])
    }

    @Test("a submodule is refused")
    func submodule() throws {
        let id = try sandbox.commit(["inventory/a.yaml": "a"])
        try sandbox.run("update-index", "--add", "--cacheinfo", "160000,\(id),inventory/sub")
        try sandbox.run("commit", "-q", "-m", "submodule")
        #expect(try tree("inventory")?.problems == [FileProblem(path: "sub", kind: .submodule)])
    }

    @Test(
        "paths are those of the directory that they are given in",
        arguments: [
            ("inventory", "site"), ("./inventory/", "site"), ("../site/inventory", "site"), ("inventory", "site/x/.."),
            ("site/inventory", ""), ("../inventory", "site/inventory"),
        ])
    func subdirectory(directory: String, folder: String) throws {
        try sandbox.commit(["site/inventory/a.yaml": "a", "site/x/b": "", "inventory/c.yaml": "c"])
        #expect(try tree(directory, around: folder)?.files.map(\.path) == ["a.yaml"])
    }

    @Test("an absolute path is found in the repository, and refused outside of it")
    func absolute() throws {
        try sandbox.commit(["site/inventory/a.yaml": "a"])
        let path = sandbox.directory.url.resolvingSymlinksInPath().path
        #expect(try tree("\(path)/site/inventory", around: "site")?.files.map(\.path) == ["a.yaml"])
        #expect { try tree("/etc") } throws: { ($0 as? GitError)?.code == .missing }
        #expect { try tree("../x") } throws: { ($0 as? GitError)?.code == .missing }
    }

    @Test("where there is no such directory there is no tree, and a file is none")
    func noDirectory() throws {
        try sandbox.commit(["inventory": "a file"])
        #expect(try tree("elsewhere") == nil)
        #expect { try tree("inventory") } throws: { "\($0)".contains("is no directory") }
    }

    @Test("worktrees and bare clones are read alike")
    func otherLayouts() throws {
        try sandbox.commit(["inventory/a.yaml": "a"])
        let place = try TemporaryDirectory()
        try sandbox.run("worktree", "add", "-q", "\(place.path)/tree")
        try sandbox.run("clone", "-q", "--bare", ".", "\(place.path)/bare.git")
        for folder in ["tree", "bare.git"] {
            let repository = try GitRepository(
                around: "\(place.path)/\(folder)", environment: RepositoryTests.environment)
            let tree = try repository.trees(of: "inventory", at: [try repository.revision("main")])[0]
            #expect(tree?.files.map(\.path) == ["a.yaml"], "\(folder)")
        }
    }

    @Test("a clone without contents fetches none, and says what to do")
    func partialClone() throws {
        try sandbox.run("config", "uploadpack.allowFilter", "true")
        try sandbox.commit(["inventory/a.yaml": "a"])
        let place = try TemporaryDirectory()
        try sandbox.run(
            "clone", "-q", "--no-checkout", "--filter=blob:none", "file://\(sandbox.directory.path)",
            "\(place.path)/clone")
        let repository = try GitRepository(around: "\(place.path)/clone", environment: RepositoryTests.environment)
        let main = try repository.revision("main")
        #expect { try repository.trees(of: "inventory", at: [main]) } throws: { "\($0)".contains("filter") }
    }

    @Test("programs that the repository's configuration names do not run")
    func hostileConfiguration() throws {
        try sandbox.commit([
            "inventory/a.yaml": "a", ".gitattributes": "* filter=x diff=x merge=x text\n",
        ])
        let mark = "\(sandbox.directory.path)/ran"
        try sandbox.directory.write("#!/bin/sh\ntouch '\(mark)'\ncat\n", to: "evil")
        let evil = "\(sandbox.directory.path)/evil"
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: evil)
        for key in [
            "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.gitProxy", "core.askPass",
            "core.alternateRefsCommand", "diff.external", "diff.x.command", "diff.x.textconv", "filter.x.clean",
            "filter.x.smudge", "filter.x.process", "merge.x.driver", "gpg.program", "credential.helper",
            "interactive.diffFilter", "pager.ls-tree", "pager.cat-file", "pager.rev-parse",
            "uploadpack.packObjectsHook",
        ] {
            try sandbox.run("config", key, evil)
        }
        for name in ["ls-tree", "cat-file", "rev-parse", "merge-base"] {
            try sandbox.run("config", "alias.\(name)", "!\(evil)")
        }
        #expect(try tree("inventory")?.files.map(\.path) == ["a.yaml"])
        #expect(!FileManager.default.fileExists(atPath: mark))
    }

    @Test("what revisions share is held once")
    func shared() throws {
        try sandbox.commit(["inventory/a.yaml": "a", "inventory/b.yaml": "b"])
        try sandbox.commit(["inventory/b.yaml": "c"])
        let repository = try GitRepository(
            around: sandbox.directory.path, environment: RepositoryTests.environment)
        let trees = try repository.trees(
            of: "inventory", at: [try repository.revision("HEAD~1"), try repository.revision("HEAD")])
        #expect(
            trees.map { $0?.files.map { String(decoding: $0.bytes, as: UTF8.self) } } == [["a", "b"], ["a", "c"]])
    }
}
