import ChildProcesses
import Foundation

/// Speaks HTTP through the installed `curl`, one process a question.
///
/// Foundation's own client would have every start of `ipam` load libcurl and the thirty libraries that it needs, and
/// could not be linked where its development files are missing. The token goes through a pipe: no argument, variable or
/// file holds it.
package struct CurlTransport: Transport {
    private let location: ServerLocation
    private let program: InstalledProgram
    private let environment: [String: String]
    /// A file of certificates to trust instead of the system's.
    private let authorities: String?

    /// What `curl` may learn from the environment: how to get out, and whom to trust. Not where its configuration is,
    /// nor where to log keys.
    private static let handedOn = [
        "https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    ]

    /// Looks for `curl`.
    ///
    /// - Throws: ``ServerError`` if there is none.
    package init(
        to location: ServerLocation, authorities: String?, environment: [String: String]
    ) throws(ServerError) {
        guard let program = InstalledProgram(named: "curl", environment: environment) else {
            throw ServerError(.notInstalled, "curl is not installed, and servers are asked with it: install curl")
        }
        self.location = location
        self.authorities = authorities
        self.program = program
        self.environment = environment.filter { Self.handedOn.contains($0.key) }
    }

    package func post(
        _ form: Form, to path: String, token: AccessToken, within limits: ReplyLimits
    ) throws(ServerError) -> Reply {
        let configuration = """
            url = "\(location)\(path)"
            header = "Authorization: Bearer \(token.secret)"
            data-raw = "\(form.encoded)"

            """
        let ending = try run(arguments(limits), input: Data(configuration.utf8), limit: limits.bytes + Self.trailer)
        guard ending.status == 0 else { throw failure(ending, limits) }
        let output = Array(ending.output)
        // What `--write-out` prints is the last line, after whatever the server sent.
        guard let end = output.lastIndex(of: UInt8(ascii: "\n")),
            let code = Int(String(decoding: output[(end + 1)...], as: UTF8.self))
        else { throw ServerError(.unexpected, "\(location) gave no status") }
        return Reply(status: code, body: Array(output[..<end]))
    }

    /// The most bytes that follow the body.
    private static let trailer = 16

    private func arguments(_ limits: ReplyLimits) -> [String] {
        // `--disable` comes first: no file of configuration is read.
        var arguments = [
            "--disable", "--silent", "--show-error", "--globoff", "--http1.1", "--max-redirs", "0",
            "--proto", location.isPlain ? "=http" : "=https", "--max-time", "\(limits.seconds)",
            "--connect-timeout", "\(min(10, limits.seconds))", "--write-out", "\\n%{http_code}", "--config", "-",
        ]
        if location.isPlain { arguments += ["--noproxy", "*"] }
        if let authorities { arguments += ["--cacert", authorities] }
        return arguments
    }

    private func run(_ arguments: [String], input: Data, limit: Int) throws(ServerError) -> ProcessEnding {
        let ending: ProcessEnding
        do {
            ending = try program.run(arguments, environment: environment, input: input, limit: limit)
        } catch {
            throw ServerError(.notInstalled, error.description)
        }
        guard !ending.isCutShort else {
            throw ServerError(.unexpected, "\(location) sent more than \(limit) bytes: read no further")
        }
        return ending
    }

    /// What the exit codes of curl mean that people can do something about.
    private func failure(_ ending: ProcessEnding, _ limits: ReplyLimits) -> ServerError {
        let reason =
            switch ending.status {
            case 6: "its name has no address"
            case 7: "nothing listens there"
            case 18: "the answer broke off"
            case 28: "there was no whole answer within \(limits.seconds) s"
            case 35, 58, 60, 77, 83: "no connection that is safe: \(Self.firstLine(of: ending.errors))"
            case 52: "it closed the connection without an answer"
            case 56: "the connection broke"
            default: "curl ended with \(ending.status): \(Self.firstLine(of: ending.errors))"
            }
        return ServerError(.unreachable, "cannot ask \(location): \(reason)")
    }

    private static func firstLine(of errors: String) -> String {
        errors.prefix(500).split(separator: "\n").first.map(String.init) ?? "it gave no reason"
    }
}
