import Foundation

/// Whether networks for tests can be made on this machine: namespaces, the tools, and the built `ipam`.
///
/// Nothing here ever touches a network that the test did not make: each scan runs inside a namespace of its own,
/// with addresses of the documentation prefixes and no way out.
enum Lab {
    static let isAvailable = obstacle == nil

    /// What stands in the way of making networks; nil if nothing does.
    static let obstacle: String? = findObstacle()

    /// The built `ipam`, which lies beside the test bundle.
    static let binary: String? = CommandLine.arguments
        .map { URL(filePath: $0).deletingLastPathComponent().appending(path: "ipam").path(percentEncoded: false) }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    private static func findObstacle() -> String? {
        for tool in ["ip", "nft", "nmap", "sysctl"] where Tool.path(of: tool) == nil {
            return "'\(tool)' is not installed"
        }
        guard binary != nil else { return "there is no built 'ipam' beside the test bundle" }
        do {
            try LabNetwork.with(LabTopology(name: "trial")) { network in
                _ = try network.inScanner(["ip", "link", "show", "eth0"])
            }
            return nil
        } catch {
            return "a network namespace cannot be made: \(error)"
        }
    }
}
