import Foundation

/// A name server on the scanner's own loopback address, which ends with the test.
final class LabNames {
    private let process: Process

    /// Serves the reverse zone of 192.0.2.0/24 with these names by last octet, as zone files have them, and waits until it
    /// answers. Names that no host may have are served too, and any number of names for one.
    init(_ names: some Collection<(key: Int, value: String)>, in network: LabNetwork, directory: String) throws {
        let records = names.sorted { $0.key < $1.key }.map { "\($0.key) PTR \($0.value).\n" }.joined()
        let zone = "$TTL 60\n@ SOA ns.lab.test. root.lab.test. 1 3600 600 86400 60\n@ NS ns.lab.test.\n" + records
        // Nothing outside the scanner's loopback interface is asked, told or listened to.
        let configuration = """
            options {
              directory "\(directory)"; listen-on { 127.0.0.1; }; listen-on-v6 { none; }; recursion no; notify no;
              pid-file none; session-keyfile none; empty-zones-enable no; dnssec-validation no;
            };
            controls {};
            zone "2.0.192.in-addr.arpa" { type primary; file "reverse"; check-names ignore; };
            """
        try Data(zone.utf8).write(to: URL(filePath: "\(directory)/reverse"))
        try Data(configuration.utf8).write(to: URL(filePath: "\(directory)/named.conf"))
        process = try network.startInScanner(["named", "-g", "-4", "-n", "1", "-c", "\(directory)/named.conf"])
        let question = ["dig", "@127.0.0.1", "+short", "+tries=1", "+time=1", "SOA", "2.0.192.in-addr.arpa"]
        for _ in 0..<100 where process.isRunning {
            if try network.inScanner(question).output.contains("ns.lab.test.") { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        throw Tool.Failure(description: "named does not answer in the lab")
    }

    /// Ends it and waits until its port is free again.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    deinit {
        stop()
    }
}
