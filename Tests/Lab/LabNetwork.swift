import Foundation

/// A topology made of network namespaces: one for the link's bridge, one for the scanner, one for each host.
///
/// Removing a namespace removes the links and rules in it, so nothing else needs to be undone.
struct LabNetwork {
    /// What the scanner is called among the hosts.
    static let scannerName = "scan"

    private let prefix: String
    private var scanner: String { "\(prefix)-\(Self.scannerName)" }
    private var bridge: String { "\(prefix)-link" }

    /// Makes a network, lets `body` use it, and removes it however that ends.
    static func with<Result>(_ topology: LabTopology, _ body: (LabNetwork) throws -> Result) throws -> Result {
        let network = LabNetwork(prefix: "ipam-lab-\(ProcessInfo.processInfo.processIdentifier)-\(topology.name)")
        var made: [String] = []
        defer {
            for name in made.reversed() { _ = try? Tool.run(["ip", "netns", "del", name]) }
        }
        func makeNamespace(_ name: String) throws {
            try Tool.succeed(["ip", "netns", "add", name])
            made.append(name)
        }
        try makeNamespace(network.bridge)
        try makeNamespace(network.scanner)
        try network.makeLink()
        try network.attach(
            network.scanner, topology.scanner, length: topology.length, v6: topology.scannerV6, mac: "02:00:5e:20:00:01"
        )
        for host in topology.hosts {
            try makeNamespace(network.namespace(of: host))
            try network.add(host, to: topology)
        }
        try network.block(topology.blocked)
        return try body(network)
    }

    /// Runs a program where the scanner stands.
    func inScanner(
        _ command: [String], interruptAfter seconds: Double? = nil, meanwhile: (Int32) throws -> Void = { _ in }
    ) throws -> Tool.Outcome {
        try Tool.run(["ip", "netns", "exec", scanner] + command, interruptAfter: seconds, meanwhile: meanwhile)
    }

    /// Starts a program where the scanner stands; the caller ends it.
    func startInScanner(_ command: [String]) throws -> Process { try start(command, at: Self.scannerName) }

    /// Starts a program at a host; the caller ends it.
    func start(_ command: [String], at host: String) throws -> Process {
        guard let ip = Tool.path(of: "ip") else { throw Tool.Failure(description: "no program for 'ip'") }
        let process = Process()
        process.executableURL = URL(filePath: ip)
        process.arguments = ["netns", "exec", "\(prefix)-\(host)"] + command
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Gives a host another network card.
    func replace(_ name: String, by mac: String) throws {
        try unplug(name)
        try Tool.succeed(["ip", "-n", "\(prefix)-\(name)", "link", "set", "eth0", "address", mac])
        try plug(name)
    }

    /// Puts up the link of a host or of the scanner.
    func plug(_ name: String) throws {
        try Tool.succeed(["ip", "-n", "\(prefix)-\(name)", "link", "set", "eth0", "up"])
    }

    /// Takes down the link of a host or of the scanner.
    func unplug(_ name: String) throws {
        try Tool.succeed(["ip", "-n", "\(prefix)-\(name)", "link", "set", "eth0", "down"])
    }

    /// Has a host throw away what is for a prefix, without a word, and the scanner send it there.
    func discard(_ prefix: String, at host: String) throws {
        try Tool.succeed(["ip", "-n", "\(self.prefix)-\(host)", "route", "add", "blackhole", prefix])
        try Tool.succeed(["ip", "-n", scanner, "route", "add", prefix, "via", "192.0.2.2"])
    }

    private func namespace(of host: LabTopology.Host) -> String { "\(prefix)-\(host.name)" }

    private func makeLink() throws {
        try Tool.succeed(["ip", "-n", bridge, "link", "add", "br0", "type", "bridge"])
        try Tool.succeed(["ip", "-n", bridge, "link", "set", "br0", "up"])
    }

    private func attach(_ namespace: String, _ address: String, length: Int, v6: String?, mac: String) throws {
        // The port is named for the end of the hardware address; names of interfaces have at most 15 bytes.
        let port = "port\(mac.suffix(8).filter { $0 != ":" })"
        try Tool.succeed([
            "ip", "link", "add", "eth0", "netns", namespace, "address", mac,
            "type", "veth", "peer", "name", port, "netns", bridge,
        ])
        try Tool.succeed(["ip", "-n", bridge, "link", "set", port, "master", "br0", "up"])
        try Tool.succeed(["ip", "-n", namespace, "address", "add", "\(address)/\(length)", "dev", "eth0"])
        // Nobody else has the address, so nobody needs to wait for an objection.
        if let v6 { try Tool.succeed(["ip", "-n", namespace, "address", "add", "\(v6)/64", "dev", "eth0", "nodad"]) }
        for link in ["lo", "eth0"] { try Tool.succeed(["ip", "-n", namespace, "link", "set", link, "up"]) }
    }

    private func add(_ host: LabTopology.Host, to topology: LabTopology) throws {
        let namespace = namespace(of: host)
        try attach(namespace, host.address, length: topology.length, v6: host.v6, mac: host.mac)
        try applyRules(host.behaviour.rules, in: namespace)
        switch host.behaviour {
        case .answers, .dropsICMP, .onlyARP, .silent:
            return
        case .routesNowhere(let prefixes):
            // Without the second, two limits on ICMP errors work at once and an error may never come.
            try set(["net.ipv4.ip_forward=1", "net.ipv4.icmp_ratelimit=0"], in: namespace)
            for prefix in prefixes {
                try Tool.succeed(["ip", "-n", namespace, "route", "add", "unreachable", prefix])
                try Tool.succeed(["ip", "-n", scanner, "route", "add", prefix, "via", host.address])
            }
        case .owns(let prefixes, _):
            for prefix in prefixes {
                try Tool.succeed(["ip", "-n", namespace, "route", "add", "local", prefix, "dev", "lo"])
                try Tool.succeed(["ip", "-n", scanner, "route", "add", prefix, "via", host.address])
            }
        case .standsInFor(let prefix):
            try set(["net.ipv4.ip_forward=1", "net.ipv4.conf.eth0.proxy_arp=1"], in: namespace)
            let pair = ["behind", "type", "veth", "peer", "name", "beyond"]
            try Tool.succeed(["ip", "-n", namespace, "link", "add"] + pair)
            for link in ["behind", "beyond"] { try Tool.succeed(["ip", "-n", namespace, "link", "set", link, "up"]) }
            try Tool.succeed(["ip", "-n", namespace, "route", "add", prefix, "dev", "behind"])
        }
    }

    private func set(_ settings: [String], in namespace: String) throws {
        for setting in settings {
            try Tool.succeed(["ip", "netns", "exec", namespace, "sysctl", "-q", "-w", setting])
        }
    }

    private func block(_ addresses: [String]) throws {
        guard !addresses.isEmpty else { return }
        let chain = ["add table inet lab", "add chain inet lab output { type filter hook output priority 0; }"]
        try applyRules(chain + addresses.map { "add rule inet lab output ip daddr \($0) drop" }, in: scanner)
    }

    private func applyRules(_ rules: [String], in namespace: String) throws {
        guard !rules.isEmpty else { return }
        try Tool.succeed(["ip", "netns", "exec", namespace, "nft", rules.joined(separator: "; ")])
    }
}
