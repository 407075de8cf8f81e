import FileStore
import Glibc
import TestSupport
import Testing

@Suite("Reading a tree of files")
struct TreeReaderTests {
    let directory: TemporaryDirectory

    init() throws {
        directory = try TemporaryDirectory()
    }

    private func read() throws -> FileTree { try TreeReader().read(directory.path) }

    @Test("YAML files at every depth are read, sorted by path; others and hidden ones are not")
    func wantedFiles() throws {
        for path in ["b.yaml", "a/z.yml", "a/b/c.yaml", "a.yaml", "notes.txt", ".hidden.yaml", ".git/x.yaml", "yaml"] {
            try directory.write("name: \(path)", to: path)
        }
        let tree = try read()
        #expect(tree.files.map(\.path) == ["a.yaml", "a/b/c.yaml", "a/z.yml", "b.yaml"])
        #expect(tree.files.map { String(decoding: $0.bytes, as: UTF8.self) } == tree.files.map { "name: \($0.path)" })
        #expect(tree.problems.isEmpty)
    }

    @Test("a directory that is another repository is refused, as a revision refuses it; the tree's own may be one")
    func submodule() throws {
        for path in [".git/config", "a.yaml", "sub/.git", "sub/b.yaml", "sub/deep/c.yaml"] {
            try directory.write("x: 1", to: path)
        }
        let tree = try read()
        #expect(tree.files.map(\.path) == ["a.yaml"])
        #expect(tree.problems == [FileProblem(path: "sub", kind: .submodule)])
    }

    @Test("an empty directory gives an empty tree")
    func emptyDirectory() throws {
        let tree = try read()
        #expect(tree.files.isEmpty && tree.problems.isEmpty)
    }

    @Test("a missing directory is an error that says so")
    func missingDirectory() {
        let error = #expect(throws: FileError.self) { try TreeReader().read(directory.path + "/none") }
        #expect(error?.code == .missing)
        #expect(error?.description == "cannot read '\(directory.path)/none': No such file or directory")
    }

    @Test("a file or a link in place of the directory is an error")
    func noDirectory() throws {
        try directory.write("", to: "file")
        directory.makeLink(at: "link", to: directory.path)
        #expect(throws: FileError.self) { try TreeReader().read(directory.path + "/file") }
        #expect(throws: FileError.self) { try TreeReader().read(directory.path + "/link") }
        #expect(throws: FileError.self) { try TreeReader().read("") }
        #expect(throws: FileError.self) { try TreeReader().read(directory.path + "\0/etc") }
    }

    @Test("links to files, to directories and to nothing are reported and not followed")
    func links() throws {
        try directory.write("secret: true", to: "outside/secret.yaml")
        let inside = directory.path + "/tree"
        try directory.write("", to: "tree/notes.txt")
        directory.makeLink(at: "tree/a.yaml", to: "../outside/secret.yaml")
        directory.makeLink(at: "tree/b", to: "../outside")
        directory.makeLink(at: "tree/c.yml", to: "nowhere")
        directory.makeLink(at: "tree/d.txt", to: "nowhere")
        directory.makeLink(at: "tree/loop", to: "..")
        let tree = try TreeReader().read(inside)
        #expect(tree.files.isEmpty)
        #expect(tree.problems == ["a.yaml", "b", "c.yml", "loop"].map { FileProblem(path: $0, kind: .symbolicLink) })
    }

    @Test("pipes and sockets are reported without waiting for anyone")
    func specialFiles() throws {
        directory.makePipe(at: "pipe.yaml")
        directory.makePipe(at: "pipe")
        let socket = try #require(LocalSocket(at: directory.path + "/socket.yml"))
        let tree = try read()
        #expect(tree.problems.map(\.path) == ["pipe.yaml", "socket.yml"])
        #expect(tree.problems.map(\.kind) == [.namedPipe, .socket])
        withExtendedLifetime(socket) {}
    }

    @Test("a sparse file of 1 GB is reported without being read")
    func sparseFile() throws {
        try directory.makeSparseFile(at: "huge.yaml", size: 1 << 30)
        let start = ContinuousClock.now
        #expect(try read().problems == [FileProblem(path: "huge.yaml", kind: .tooLarge(limit: 8 << 20))])
        #expect(start.duration(to: .now) < .milliseconds(500))
    }

    @Test("a file of exactly the limit is read, one byte more is too large")
    func sizeLimit() throws {
        try directory.write("1234", to: "fits.yaml")
        try directory.write("12345", to: "over.yaml")
        var reader = TreeReader()
        reader.sizeLimit = 4
        let tree = try reader.read(directory.path)
        #expect(tree.files.map(\.path) == ["fits.yaml"])
        #expect(tree.problems == [FileProblem(path: "over.yaml", kind: .tooLarge(limit: 4))])
        #expect(tree.problems.first?.kind.description == "is larger than 4 bytes")
    }

    @Test("directories beyond the depth limit are reported")
    func depthLimit() throws {
        try directory.write("", to: "1/2/in.yaml")
        try directory.write("", to: "1/2/3/out.yaml")
        var reader = TreeReader()
        reader.depthLimit = 2
        let tree = try reader.read(directory.path)
        #expect(tree.files.map(\.path) == ["1/2/in.yaml"])
        #expect(tree.problems == [FileProblem(path: "1/2/3", kind: .tooDeep(limit: 2))])
    }

    @Test("names with line ends, escapes and invalid UTF-8 are taken as they are, and printed repaired")
    func hostileNames() throws {
        for name in ["a\nb.yaml", "\u{1b}[31m.yaml"] { try directory.write("x", to: name) }
        try directory.makeFile(at: Array("bad-".utf8) + [0xff] + Array(".yaml".utf8))
        #expect(try read().files.map(\.path) == ["\u{1b}[31m.yaml", "a\nb.yaml", "bad-\u{fffd}.yaml"])
    }

    @Test(
        "a file and a directory without permission are reported, and the rest is read",
        .enabled(if: getuid() != 0, "the superuser may read everything"))
    func noPermission() throws {
        for path in ["a.yaml", "b/c.yaml", "d.yaml"] { try directory.write("x", to: path) }
        try directory.setPermissions(0, of: "a.yaml")
        try directory.setPermissions(0, of: "b")
        defer { try? directory.setPermissions(0o700, of: "b") }
        let tree = try read()
        #expect(tree.files.map(\.path) == ["d.yaml"])
        #expect(tree.problems.map(\.path) == ["a.yaml", "b"])
        #expect(tree.problems.map(\.kind) == [.unreadable("Permission denied"), .unreadable("Permission denied")])
    }

    @Test("a directory with the name of a YAML file is a directory")
    func directoryNamedLikeFile() throws {
        try directory.write("x", to: "site.yaml/lan.yaml")
        #expect(try read().files.map(\.path) == ["site.yaml/lan.yaml"])
    }

    @Test("a thousand directories do not run into the limit of open files")
    func manyDirectories() throws {
        for number in 0..<1500 { try directory.write("x", to: "\(number)/a.yaml") }
        let tree = try read()
        #expect(tree.files.count == 1500)
        #expect(tree.problems.isEmpty)
    }
}
