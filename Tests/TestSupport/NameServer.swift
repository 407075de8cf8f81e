package import Foundation

/// A `named` of its own on the loopback interface, which ends with the test.
package final class NameServer {
    /// Where it listens, on 127.0.0.1.
    package let port: UInt16
    private let process: Process
    private let log: URL

    /// Whether the programs are installed, or must be.
    package static let isWanted = Program.areWanted("named", "dig")

    /// Why a server could not be used.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// Starts a server and waits until it answers.
    ///
    /// - Parameters:
    ///   - directory: where it runs, and where relative file names begin.
    ///   - options: further statements for the options block.
    ///   - zones: the statements that declare its zones.
    ///   - probe: the name of a zone that it must know to be ready.
    package init(in directory: URL, options: String = "recursion no;", zones: String, probe: String) throws {
        guard let named = Program(installed: "named") else { throw Failure(description: "named is not installed") }
        port = try Self.freePort()
        let name = "named-\(port)"
        let configuration = directory.appending(path: "\(name).conf")
        log = directory.appending(path: "\(name).log")
        // Nothing outside 127.0.0.1 is asked, told or listened to.
        let text = """
            options {
              directory "\(directory.path(percentEncoded: false))";
              listen-on port \(port) { 127.0.0.1; };
              listen-on-v6 { none; };
              query-source address 127.0.0.1;
              pid-file none;
              session-keyfile none;
              notify no;
              empty-zones-enable no;
              dnssec-validation no;
              allow-transfer { 127.0.0.1; };
              \(options)
            };
            controls {};
            \(zones)
            """
        try Data(text.utf8).write(to: configuration)
        try Data().write(to: log)
        process = Process()
        process.executableURL = named.file
        process.arguments = ["-g", "-4", "-n", "1", "-c", configuration.path(percentEncoded: false)]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let file = try FileHandle(forWritingTo: log)
        process.standardError = file
        try process.run()
        try file.close()
        try waitUntilReady(probe)
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
    }

    private func waitUntilReady(_ probe: String) throws {
        for _ in 0..<300 {
            guard process.isRunning else { break }
            // A server answers for some zones while it still reads others.
            let hasLoaded = try String(contentsOf: log, encoding: .utf8).contains("all zones loaded")
            if hasLoaded, try dig("+short", "+tries=1", "+time=1", "SOA", probe).contains(" ") { return }
            Thread.sleep(forTimeInterval: 0.1)
        }
        let told = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        throw Failure(description: "named does not answer for '\(probe)': \(told.suffix(2000))")
    }

    /// What `dig` prints when it asks the server.
    package func dig(_ arguments: String...) throws -> String {
        guard let dig = Program(installed: "dig") else { throw Failure(description: "dig is not installed") }
        return try dig.run(["@127.0.0.1", "-p", "\(port)"] + arguments, in: "/").output
    }

    /// All records of a zone as the server hands them to secondaries, one a line, SOA once.
    package func transfer(_ zone: String) throws -> [String] {
        try dig("+noall", "+answer", "+onesoa", "+tcp", "AXFR", zone).split(separator: "\n").map(String.init)
            .filter { !$0.hasPrefix(";") }
    }

    /// A port of the loopback interface that nothing listens on now.
    private static func freePort() throws -> UInt16 {
        // Ports below the range from which the system gives to clients, so that none of these takes it meanwhile.
        for _ in 0..<200 {
            let port = UInt16.random(in: 20_000...30_000)
            if !isTaken(port) { return port }
        }
        throw Failure(description: "no port is free")
    }

    private static func isTaken(_ port: UInt16) -> Bool {
        let digits = String(port, radix: 16, uppercase: true)
        let wanted = ":" + String(repeating: "0", count: 4 - digits.count) + digits + " "
        return ["/proc/net/tcp", "/proc/net/udp"].contains { path in
            (try? String(contentsOfFile: path, encoding: .utf8))?.contains(wanted) ?? false
        }
    }
}
