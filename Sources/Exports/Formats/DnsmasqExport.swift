import Addressing
import Chronology
import Findings
import InventoryModel
import ZoneData

/// Names, leases and DHCP reservations for dnsmasq, to be included with `conf-file`.
///
/// Nothing but addresses, numbers and host names is written: dnsmasq takes whatever else it meets for a name.
package struct DnsmasqExport: ExportFormat {
    package let name = "dnsmasq"
    package let summary = "names, DHCP ranges and DHCP reservations as a file for dnsmasq's conf-file"
    package let layout = ExportLayout.file
    package let servesOneVRF = true

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let hosts = HostNames(input, for: input.choices.vrf)
        var lines = ["# ipam: written from the inventory, do not edit"]
        // The first name of an address is the one that dnsmasq gives it in reverse.
        lines += hosts.entries.map { "host-record=\((names(of: $0) + ["\($0.address)"]).joined(separator: ","))" }
        lines += hosts.aliases.map { "cname=\($0.alias.withoutFinalDot),\($0.target.withoutFinalDot)" }
        let networks = DHCPNetwork.all(input)
        let shared = Self.sharedLabels(networks.flatMap(\.hosts))
        for network in networks { lines += Self.lines(of: network, sharedLabels: shared) }
        return [ExportedFile(path: "dnsmasq.conf", text: lines.map { $0 + "\n" }.joined())]
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        let plan = input.plan
        let unwanted = plan.claims.filter { claim in
            let publication = plan.publication(of: claim)
            return publication.pointer == nil && publication.names.contains { !$0.isWildcard }
        }
        let pointers = unwanted.map { claim in
            ExportProblem(
                reason: "\(claim.address) has no PTR record here, and dnsmasq makes one of every name",
                span: claim.span, isFatal: false)
        }
        let narrow = DHCPNetwork.all(input, .v6).filter { $0.prefix.length < 64 }.map { network in
            ExportProblem(
                reason: "\(network.prefix) is wider than the /64 that dnsmasq can lease from",
                span: network.subnet.prefix.span, isFatal: true)
        }
        let hosts = AddressFamily.allCases.flatMap { DHCPNetwork.all(input, $0) }.flatMap(\.hosts)
        let misread = Set(hosts.filter { $0.label?[...].isWordOfDnsmasq == true }.map(\.device))
        let shared = Self.sharedLabels(hosts)
        let ambiguous = Set(hosts.filter { $0.label.map(shared.contains) ?? false }.map(\.device))
        let clashes = plan.inventory.devices.filter { ambiguous.contains($0.name.value) }.map { device in
            ExportProblem(
                reason:
                    "another host's name begins like that of '\(device.name.value)', and a dhcp-host line holds no more "
                    + "of it: left out there",
                span: device.name.span, isFatal: false)
        }
        let words = plan.inventory.devices.filter { misread.contains($0.name.value) }.map { device in
            ExportProblem(
                reason:
                    "the name of '\(device.name.value)' would mean something else in a dhcp-host line: left out there",
                span: device.name.span, isFatal: false)
        }
        let elsewhere = HostNames.namesElsewhere(plan, than: input.choices.vrf)
        let foreign = plan.claims.filter { $0.vrf != input.choices.vrf }.flatMap { claim in
            NamedAddress.all(of: claim, plan).filter(elsewhere.contains).map { named in
                ExportProblem(
                    reason:
                        "'\(named.name)' is left out: in vrf '\(input.choices.vrf)' \(named.address) is something else",
                    span: claim.span, isFatal: false)
            }
        }
        let unpublished = Set(hosts.filter { !$0.isPublished }.map(\.device))
        let leased = plan.inventory.devices.filter {
            unpublished.contains($0.name.value) && !misread.contains($0.name.value)
        }.map { device in
            ExportProblem(
                reason: "'\(device.name.value)' has no name in DNS, and dnsmasq gives it this one with its lease",
                span: device.name.span, isFatal: false)
        }
        let short = DHCPNetwork.all(input).filter {
            $0.subnet.dhcp?.lease.map { (1..<120).contains($0.seconds) } == true
        }
        .map { network in
            ExportProblem(
                reason: "\(network.prefix): dnsmasq leases for two minutes at least, so its leases last that long",
                span: network.subnet.prefix.span, isFatal: false)
        }
        return
            (HostNames.wildcards(plan) + pointers + narrow + words + foreign + leased + clashes + short
            + DHCPNetwork.problems(input))
            .sorted { $0.span < $1.span }
    }

    package func isOwn(_ text: String) -> Bool { text.hasPrefix("# ipam: ") }

    package func entryKey(of line: Substring) -> String? {
        line.first == "#" ? nil : line.split(separator: ",").first.map(String.init)
    }

    private func names(of entry: HostNames.Entry) -> [String] { entry.names.map(\.withoutFinalDot) }

    // MARK: DHCP

    /// The first labels that several names begin with.
    private static func sharedLabels(_ hosts: [DHCPHost]) -> Set<String> {
        let names = Set(hosts.compactMap(\.name))
        let labels = Dictionary(grouping: names) { String($0.prefix { $0 != "." }) }
        return Set(labels.filter { $0.value.count > 1 }.keys)
    }

    private static func lines(of network: DHCPNetwork, sharedLabels: Set<String>) -> [String] {
        let tag = "net-\(network.prefix.network)-\(network.prefix.length)"
        return ranges(of: network, tag) + options(of: network, tag)
            + network.hosts.map { line(of: $0, sharedLabels: sharedLabels) }
    }

    private static func ranges(of network: DHCPNetwork, _ tag: String) -> [String] {
        let prefix = network.prefix
        let mask = prefix.mask.map { "\($0)" } ?? "\(prefix.length)"
        let lease = (network.subnet.dhcp?.lease).map { ",\($0.seconds)" } ?? ""
        // Without a pool, dnsmasq serves those whom it knows and no others.
        let bounds =
            network.pools.isEmpty
            ? ["\(prefix.network),static"] : network.pools.map { "\($0.first),\($0.last)" }
        return bounds.map { "dhcp-range=set:\(tag),\($0),\(mask)\(lease)" }
    }

    private static func options(of network: DHCPNetwork, _ tag: String) -> [String] {
        let isV4 = network.prefix.family == .v4
        let option = "dhcp-option=tag:\(tag),option\(isV4 ? "" : "6"):"
        var lines: [String] = []
        if isV4, let gateway = network.subnet.gateway?.value { lines.append("\(option)router,\(gateway)") }
        let servers = network.nameservers
        if !servers.isEmpty { lines.append("\(option)dns-server,\(servers.map(text).joined(separator: ","))") }
        if let domain = network.domain, domain.isHostname {
            lines.append("\(option)\(isV4 ? "domain-name" : "domain-search"),\(domain.withoutFinalDot)")
        }
        return lines
    }

    private static func line(of host: DHCPHost, sharedLabels: Set<String>) -> String {
        // The name is one label: dnsmasq would otherwise want the rest to be the domain that it serves.
        let name = host.label.flatMap { label in
            DomainName(label)?.isHostname == true && !label[...].isWordOfDnsmasq && !sharedLabels.contains(label)
                ? label : nil
        }
        let client =
            switch host.client {
            case .mac(let mac): "\(mac)"
            case .duid(let duid): "id:\(duid)"
            }
        let parts = [client] + host.addresses.map(text) + (name.map { [$0] } ?? [])
        return "dhcp-host=\(parts.joined(separator: ","))"
    }

    /// An address as dnsmasq wants it among other words.
    private static func text(_ address: IPAddress) -> String {
        address.family == .v4 ? "\(address)" : "[\(address)]"
    }
}

extension Substring {
    /// Whether dnsmasq takes the word for something else than a name where one may stand: for how long a lease is, or
    /// for a host that gets none.
    fileprivate var isWordOfDnsmasq: Bool {
        if self == "ignore" || self == "infinite" { return true }
        let digits = prefix { ("0"..."9").contains($0) }
        return !digits.isEmpty
            && (digits.count == count || ["s", "m", "h", "d", "w"].contains(dropFirst(digits.count)))
    }
}
