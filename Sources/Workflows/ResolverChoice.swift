import Addressing
import Foundation

/// Which DNS server the user means.
enum ResolverChoice {
    /// The word for the server that this machine uses.
    private static let system = "system"
    private static let systemFile = "/etc/resolv.conf"

    /// The address of the server.
    ///
    /// - Throws: ``WorkflowError`` if the text is neither an address nor `system`, or this machine has no server.
    static func address(_ text: String) throws(WorkflowError) -> IPAddress {
        guard text == system else {
            guard let address = IPAddress(text) else {
                throw WorkflowError("--resolver takes an address or `system`, not '\(text)'")
            }
            return address
        }
        let lines = (try? String(contentsOfFile: systemFile, encoding: .utf8))?.split(separator: "\n") ?? []
        for line in lines {
            let words = line.split(whereSeparator: \.isWhitespace)
            if words.count >= 2, words[0] == "nameserver", let address = IPAddress(String(words[1])) { return address }
        }
        throw WorkflowError("\(systemFile) names no server: give one with --resolver ADDRESS")
    }
}
