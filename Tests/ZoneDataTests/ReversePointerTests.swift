import Addressing
import Foundation
import TestSupport
import Testing

@Suite("Reverse names")
struct ReversePointerTests {
    private static let script = """
        import ipaddress, sys
        for line in sys.stdin.read().split():
            print(ipaddress.ip_address(line).reverse_pointer)

        """

    @Test(
        "are those of Python's ipaddress, for 100,000 addresses",
        .enabled(if: Program.areWanted("python3"), "python3 is not installed"))
    func python() throws {
        var generator = SeededGenerator(seed: 2317)
        let addresses = (0..<100_000).map { index in
            let bits = UInt128(generator.next()) << 64 | UInt128(generator.next())
            // Few bits set, as people write addresses, as well as many.
            let mask = UInt128(generator.next() & generator.next()) << 64 | UInt128(generator.next() & 0xffff)
            return index.isMultiple(of: 2)
                ? IPAddress(v4: UInt32(truncatingIfNeeded: bits))
                : IPAddress(v6: index % 4 == 1 ? bits : bits & mask)
        }
        let folder = try TemporaryDirectory()
        try folder.write(Self.script, to: "reverse.py")
        try folder.write(addresses.map { "\($0)\n" }.joined(), to: "addresses")
        let ending = try #require(Program(installed: "sh"))
            .run(["-c", "python3 reverse.py < addresses"], in: folder.path)
        let names = ending.output.split(separator: "\n")
        #expect(names.count == addresses.count, "\(ending.errors)")
        let wrong = zip(addresses, names).filter {
            "\($0.reverseName)" != "\($1)." || IPAddress(reverseName: $0.reverseName) != $0
        }
        #expect(wrong.map(\.0) == [])
    }
}
