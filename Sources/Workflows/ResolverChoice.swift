import Addressing
import Foundation
import InventoryModel

/// Where the DNS server is that scans ask.
enum ResolverChoice {
    private static let systemFile = "/etc/resolv.conf"

    /// What the user gave on the command line.
    ///
    /// - Throws: ``WorkflowError`` if that is neither an address nor `system`.
    static func named(_ text: String) throws(WorkflowError) -> Resolver {
        guard let resolver = Resolver(text) else {
            throw WorkflowError("--resolver takes an address or `system`, not '\(text)'", status: .usage)
        }
        return resolver
    }

    /// The address of the server.
    ///
    /// - Throws: ``WorkflowError`` if this machine is to use its own and has none.
    static func address(_ resolver: Resolver) throws(WorkflowError) -> IPAddress {
        switch resolver {
        case .server(let address):
            return address
        case .system:
            let lines = (try? String(contentsOfFile: systemFile, encoding: .utf8))?.split(separator: "\n") ?? []
            for line in lines {
                let words = line.split(whereSeparator: \.isWhitespace)
                if words.count >= 2, words[0] == "nameserver", let address = IPAddress(String(words[1])) {
                    return address
                }
            }
            throw WorkflowError("\(systemFile) names no server: give one with --resolver ADDRESS")
        }
    }
}
