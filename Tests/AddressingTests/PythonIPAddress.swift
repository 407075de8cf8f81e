import Foundation

/// What Python's `ipaddress` says about texts: one process, asked once for all of them.
enum PythonIPAddress {
    /// Python's reading of one text.
    struct Answer: Equatable {
        /// The canonical form and the reverse name of an address; nil if Python refuses the text as an address.
        let address: (text: String, reverseName: String)?
        /// The canonical form of a prefix without host bits; nil if Python refuses the text as one.
        let prefix: String?

        static func == (left: Answer, right: Answer) -> Bool {
            left.address?.text == right.address?.text && left.address?.reverseName == right.address?.reverseName
                && left.prefix == right.prefix
        }
    }

    /// Texts travel in hexadecimal, so that spaces, line ends and NUL arrive as they are.
    private static let program = """
        import ipaddress, sys
        def attempt(read):
            try: return read()
            except ValueError: return "-"
        def address(text):
            value = ipaddress.ip_address(text)
            return f"{value}|{value.reverse_pointer}"
        for line in sys.stdin:
            text = bytes.fromhex(line.strip()).decode()
            print(attempt(lambda: address(text)), attempt(lambda: str(ipaddress.ip_network(text, strict=True))), sep="\\t")
        """

    /// Asks `python3`, which must be installed; a missing or failing one throws.
    static func answers(to texts: [String]) throws -> [Answer] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ipam-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let questions = folder.appending(path: "questions")
        try Data(texts.flatMap(hexLine)).write(to: questions)

        let output = Pipe()
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", program]
        python.standardInput = try FileHandle(forReadingFrom: questions)
        python.standardOutput = output
        try python.run()
        let printed = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        guard python.terminationStatus == 0 else { throw Failure(status: python.terminationStatus) }
        return printed.split(separator: UInt8(ascii: "\n")).map { answer(String(decoding: $0, as: UTF8.self)) }
    }

    private static func hexLine(_ text: String) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] } + [UInt8(ascii: "\n")]
    }

    private static func answer(_ line: String) -> Answer {
        let fields = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(
            Substring.init)
        let address = (fields.first ?? "-").utf8.split(separator: UInt8(ascii: "|")).map(Substring.init)
        return Answer(
            address: address.count == 2 ? (String(address[0]), String(address[1])) : nil,
            prefix: fields.last.flatMap { $0 == "-" ? nil : String($0) }
        )
    }

    struct Failure: Error {
        let status: Int32
    }
}
