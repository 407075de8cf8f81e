import ChildProcesses
import Foundation

/// Asks `git cat-file` about any number of objects in one process.
struct ObjectStore {
    /// What is known about an object without its content.
    struct Header: Hashable {
        let object: String
        let type: String
        let size: Int

        /// Reads `OBJECT TYPE SIZE`; nil for a name that stands for nothing, and for what is not in this clone.
        fileprivate init?(line: some StringProtocol) {
            let fields = line.split(separator: " ")
            guard fields.count == 3, GitObjectID.isValid(String(fields[0])), let size = Int(fields[2]), size >= 0 else {
                return nil
            }
            object = String(fields[0])
            type = String(fields[1])
            self.size = size
        }
    }

    let program: GitProgram

    /// The headers of objects by their names, which hold no line feed; nil where there is none.
    func headers(of names: [String], followingLinks: Bool = false) throws(GitError) -> [Header?] {
        let ending = try ask(["--batch-check"] + (followingLinks ? ["--follow-symlinks"] : []), names)
        guard !followingLinks else { return followed(ending.lines, count: names.count) }
        return ending.lines.prefix(names.count).map { Header(line: $0) }
    }

    /// Links that lead nowhere, or out of the repository, are answered with two lines, the second of a given length.
    private func followed(_ lines: [String], count: Int) -> [Header?] {
        var headers: [Header?] = []
        var rest = lines[...]
        while headers.count < count, let line = rest.popFirst() {
            headers.append(Header(line: line))
            let isLeft = ["symlink ", "dangling ", "loop ", "notdir "].contains { line.hasPrefix($0) }
            guard isLeft, var length = line.split(separator: " ").last.flatMap({ Int($0) }) else { continue }
            while length >= 0, let text = rest.popFirst() { length -= text.utf8.count + 1 }
        }
        return headers + [Header?](repeating: nil, count: max(0, count - headers.count))
    }

    /// The contents of blobs by their ids.
    ///
    /// - Throws: ``GitError`` if the clone lacks one.
    func contents(of objects: [String]) throws(GitError) -> [String: [UInt8]] {
        let output = try ask(["--batch"], objects).output
        var contents: [String: [UInt8]] = [:]
        contents.reserveCapacity(objects.count)
        var place = output.startIndex
        for object in objects {
            guard let end = output[place...].firstIndex(of: UInt8(ascii: "\n")),
                let header = Header(line: String(decoding: output[place..<end], as: UTF8.self)),
                header.object == object, output.endIndex - end - 1 > header.size
            else { throw Self.missing(object) }
            let start = end + 1
            contents[object] = [UInt8](output[start..<(start + header.size)])
            place = start + header.size + 1
        }
        return contents
    }

    static func missing(_ object: String) -> GitError {
        GitError(
            .missing,
            "this clone leaves contents of files out (\(object)), and nothing is fetched here: clone without `--filter`, "
                + "in GitHub Actions check out without `filter`"
        )
    }

    private func ask(_ options: [String], _ names: [String]) throws(GitError) -> ProcessEnding {
        let ending = try program.run(
            ["cat-file"] + options, input: Data(names.map { $0 + "\n" }.joined().utf8))
        guard ending.status == 0 else {
            // In a partial clone Git would fetch what it lacks, which it is not allowed to here.
            if ending.errors.contains("promisor remote") { throw Self.missing(names.first ?? "") }
            throw GitError(.failed, "git cat-file failed: \(ending.complaint)")
        }
        return ending
    }
}
