import Foundation
import TestSupport

/// The user nobody without any capability, for tests of what may not be done.
enum Unprivileged {
    /// Runs `ipam` as nobody if the tests run as root, and as who they are otherwise.
    static func run(_ arguments: [String], in workplace: Workplace) throws -> Program.Ending {
        guard getuid() == 0, let setpriv = Program(installed: "setpriv") else {
            return try Workplace.program.run(arguments, in: workplace.directory.path)
        }
        // Where the program was built nobody else may be let in.
        let copy = workplace.directory.url.appending(path: "ipam")
        try? FileManager.default.copyItem(at: Workplace.program.file, to: copy)
        try workplace.setPermissions(0o777, of: ".")
        let nobody = ["--reuid", "65534", "--regid", "65534", "--clear-groups", "--bounding-set", "-all"]
        return try setpriv.run(nobody + [copy.path(percentEncoded: false)] + arguments, in: workplace.directory.path)
    }

    /// Whether that user may send no echo request: neither raw, nor through a ping socket.
    static let mayNotPing: Bool = {
        guard getuid() == 0, Program(installed: "setpriv") != nil else { return false }
        let text = try? String(contentsOfFile: "/proc/sys/net/ipv4/ping_group_range", encoding: .utf8)
        let bounds = (text ?? "").split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard let first = bounds.first, let last = bounds.last else { return false }
        return first > last || !(first...last).contains(65534)
    }()
}
