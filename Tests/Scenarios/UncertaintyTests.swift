import Foundation
import TestSupport
import Testing

@Suite("A scan that could not look")
struct UncertaintyTests {
    private static let inventory = """
        subnets:
          - {prefix: 127.0.10.0/28, name: lab, scan: {probes: [icmp]}}
        devices:
          - name: declared
            interfaces: [{name: lo, addresses: [127.0.10.3, 127.0.10.13]}]
        """

    @Test(
        "without the right to probe every verdict is unknown, the remedy is told, and nothing is missing",
        .enabled(
            if: Unprivileged.mayNotPing,
            "needs root and setpriv, to run as a user whom net.ipv4.ping_group_range excludes"))
    func noPermission() throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let scan = try Unprivileged.run(["scan", "--vantage", "here"], in: workplace)
        #expect(scan.code == 4)
        #expect(scan.output.contains("127.0.10.0/28       14      0       0            0       14"), "\(scan.output)")
        #expect(scan.errors.contains("not permitted"), "\(scan.errors)")
        #expect(scan.errors.contains("cap_net_raw+ep") && scan.errors.contains("ping_group_range"))
        try expectNothingMissing(workplace)
    }

    @Test("an interrupted scan ends with 130, keeps what it saw, and invents no missing device")
    func interrupted() throws {
        let workplace = try Workplace(inventory: Self.inventory.replacing("icmp", with: "tcp/22"))
        let arguments = ["scan", "--rate", "2", "--vantage", "here"]
        let scan = try Workplace.program.run(arguments, in: workplace.directory.path) { process in
            // At two probes a second fourteen addresses take seven; by then some were seen and some not.
            Thread.sleep(forTimeInterval: 3.5)
            process.interrupt()
        }
        #expect(scan.code == 130)
        #expect(scan.output.contains("ipam from here: incomplete"), "\(scan.output)")
        #expect(scan.errors.contains("Interrupted"), "\(scan.errors)")
        let drift = try expectNothingMissing(workplace)
        #expect(drift.output.contains("127.0.10.1 is in use and nobody claims it"), "\(drift.output)")
    }

    @discardableResult
    private func expectNothingMissing(_ workplace: Workplace) throws -> Program.Ending {
        let drift = try Workplace.program.run(["drift", "-o", "oneline"], in: workplace.directory.path)
        #expect(drift.code == 4)
        #expect(drift.output.contains("no scan of 127.0.10.0/28 was ever complete [never-scanned]"))
        #expect(!drift.output.contains("missing-device") && !drift.output.contains("never-seen"), "\(drift.output)")
        return drift
    }
}
