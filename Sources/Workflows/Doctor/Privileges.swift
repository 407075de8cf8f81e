import Foundation

/// What the process may send.
struct Privileges: Hashable, Sendable {
    /// The capabilities in force, a bit each (capabilities(7)); nil where the kernel does not say.
    let capabilities: UInt64?
    /// Whether unprivileged ICMP sockets are open to the process's group; nil where the kernel does not say.
    let mayPing: Bool?

    /// CAP_NET_RAW: raw and packet sockets.
    private static let rawSockets: UInt64 = 1 << 13

    /// Those of this process.
    static var current: Privileges {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let range = (try? String(contentsOfFile: "/proc/sys/net/ipv4/ping_group_range", encoding: .utf8)) ?? ""
        return Privileges(status: status, pingGroups: range)
    }

    /// Reads what Linux says in `/proc/self/status` and `ping_group_range`.
    init(status: String, pingGroups: String) {
        func values(of key: String) -> [Substring] {
            let line = status.split(separator: "\n").first { $0.hasPrefix("\(key):") }
            return line?.dropFirst(key.count + 1).split { $0 == " " || $0 == "\t" } ?? []
        }
        capabilities = values(of: "CapEff").first.flatMap { UInt64($0, radix: 16) }
        let bounds = pingGroups.split { $0 == " " || $0 == "\t" || $0 == "\n" }.compactMap { UInt32($0) }
        // The effective group is the second of four.
        let groups = (values(of: "Gid").dropFirst().prefix(1) + values(of: "Groups")).compactMap { UInt32($0) }
        mayPing =
            bounds.count == 2 && !groups.isEmpty
            ? groups.contains { bounds[0] <= $0 && $0 <= bounds[1] } : nil
    }

    /// What that means for scans.
    var check: DoctorReport.Check {
        if capabilities.map({ $0 & Self.rawSockets != 0 }) ?? false {
            return .init("privileges", "probes", .ok, "raw sockets: every probe is possible")
        }
        let remedy = "setcap cap_net_raw+ep on the ipam program, or widen net.ipv4.ping_group_range"
        switch mayPing {
        case true?:
            return .init(
                "privileges", "probes", .ok, "icmp by ping sockets, tcp and udp; no arp or ndp", remedy: remedy)
        case false?:
            return .init("privileges", "probes", .problem, "tcp and udp only; icmp is not permitted", remedy: remedy)
        case nil:
            return .init("privileges", "probes", .absent, "this system does not say what is permitted")
        }
    }
}
