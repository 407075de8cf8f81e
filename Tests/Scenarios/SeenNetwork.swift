import Foundation
import TestSupport

/// A network of eight addresses, 192.0.2.0/29, and what nmap says of it; each scan is an hour after the one before.
final class SeenNetwork {
    static let vantage = "lab"

    let workplace: Workplace
    private var hours = 0

    init() throws {
        workplace = try Workplace()
    }

    private var moment: Int { 1_795_348_800 + hours * 3600 }

    /// Declares that some hosts are claimed.
    func claim(_ hosts: [Int]) throws {
        let devices = hosts.map { "  - {name: h\($0), interfaces: [{name: eth0, addresses: [192.0.2.\($0)]}]}\n" }
        try workplace.directory.write(
            "subnets:\n  - {prefix: 192.0.2.0/29, name: lan, scan: {probes: [icmp]}}\ndevices:\n" + devices.joined(),
            to: "inventory/lan.yaml")
    }

    /// Takes in a scan that found some hosts alive, and compares; the reports are `drift.json` and `drift.md`.
    func drift(alive: [Int], isComplete: Bool = true) throws -> Program.Ending {
        hours += 1
        try workplace.directory.write(xml(alive, isComplete), to: "seen.xml")
        let environment = ["SOURCE_DATE_EPOCH": "\(moment + 60)"]
        _ = try workplace.run(["observe", "--vantage", Self.vantage, "seen.xml"], environment: environment)
        return try workplace.run(
            ["drift", "-o", "json=drift.json", "-o", "markdown=drift.md"], environment: environment)
    }

    private func xml(_ alive: [Int], _ isComplete: Bool) -> String {
        let hosts = (0...7).map { host in
            let state =
                alive.contains(host) ? "state=\"up\" reason=\"echo-reply\"" : "state=\"down\" reason=\"no-response\""
            return "<host><status \(state)/><address addr=\"192.0.2.\(host)\" addrtype=\"ipv4\"/></host>\n"
        }
        let head = "<nmaprun scanner=\"nmap\" args=\"nmap -sn -v 192.0.2.0/29\" start=\"\(moment)\" version=\"7.93\">\n"
        let tail =
            "<runstats><finished time=\"\(moment + 2)\" elapsed=\"2\" exit=\"success\"/>"
            + "<hosts up=\"\(alive.count)\" down=\"\(8 - alive.count)\" total=\"8\"/></runstats></nmaprun>\n"
        return head + hosts.prefix(isComplete ? 8 : 4).joined() + (isComplete ? tail : "")
    }
}
