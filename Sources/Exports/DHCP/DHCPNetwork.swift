import Addressing
import Chronology
import Findings
import InternationalNames
import InventoryModel
import ZoneData

/// A subnet that a DHCP server serves, with all that it hands out there.
struct DHCPNetwork {
    let subnet: Subnet
    /// The ranges that are leased, in order, without network and broadcast address.
    let pools: [IPRange]
    /// Those who always get the same addresses, in the order of these.
    let hosts: [DHCPHost]
    /// The addresses that cannot be given to their interface, since the server gives it another one already.
    let surplus: [Claim]

    var prefix: IPPrefix { subnet.prefix.value }

    /// The domain that clients are told of.
    var domain: DomainName? { subnet.dhcp?.domain ?? subnet.zone?.value }

    /// The DNS servers that clients can be told of: those of the network's family that are addresses of one machine.
    var nameservers: [IPAddress] {
        (subnet.dhcp?.nameservers ?? []).filter { $0.family == prefix.family && $0.isOfOneMachine }
    }

    /// All networks of one routing domain, which is what one server can tell apart, in the order of addresses.
    static func all(_ input: ExportInput) -> [DHCPNetwork] {
        input.plan.servedSubnets.filter { $0.vrfName == input.choices.vrf }
            .map { DHCPNetwork($0, input.plan) }.sorted { $0.prefix < $1.prefix }
    }

    /// The networks of one family.
    static func all(_ input: ExportInput, _ family: AddressFamily) -> [DHCPNetwork] {
        all(input).filter { $0.prefix.family == family }
    }

    private init(_ subnet: Subnet, _ plan: AddressPlan) {
        self.subnet = subnet
        let leased = AddressSet(subnet.pools.filter { $0.purpose == .dhcp }.map(\.range.value))
        pools = leased.intersection(subnet.prefix.value.usable).ranges
        var hosts: [DHCPHost] = []
        var places: [DHCPClient: Int] = [:]
        var surplus: [Claim] = []
        for (claim, client) in plan.reservedClaims(in: subnet) {
            guard let place = places[client] else {
                places[client] = hosts.count
                hosts.append(DHCPHost(client, claim, plan))
                continue
            }
            // DHCP for IPv4 gives an interface one address; that for IPv6 gives it any number.
            if claim.address.family == .v6 {
                hosts[place].addresses.append(claim.address)
            } else {
                surplus.append(claim)
            }
        }
        self.hosts = hosts
        self.surplus = surplus
    }

    /// What no DHCP server can be told: surplus addresses, and networks of other routing domains.
    static func problems(_ input: ExportInput) -> [ExportProblem] {
        let vrf = input.choices.vrf
        let elsewhere = input.plan.servedSubnets.filter { $0.vrfName != vrf }.map { subnet in
            ExportProblem(
                reason:
                    "\(subnet.prefix.value) is in vrf '\(subnet.vrfName)', and this is for '\(vrf)', since a server can "
                    + "tell only one: --vrf \(subnet.vrfName) writes the other",
                span: subnet.prefix.span, isFatal: false)
        }
        let surplus = all(input).flatMap(\.surplus).map { claim in
            ExportProblem(
                reason: "\(claim.address) is a second address of its interface, to which DHCP gives another one",
                span: claim.span, isFatal: false)
        }
        return elsewhere + surplus + all(input).flatMap(\.unspeakable)
    }

    /// What the subnet declares and clients cannot be told, and a lease that ends as it begins.
    private var unspeakable: [ExportProblem] {
        var problems: [ExportProblem] = []
        func report(_ reason: String, isFatal: Bool = false) {
            problems.append(
                ExportProblem(reason: "\(prefix): \(reason)", span: subnet.prefix.span, isFatal: isFatal))
        }
        if let domain, !domain.isHostname {
            report("the domain '\(domain.withoutFinalDot)' is no name that hosts have, so clients are not told of it")
        }
        for server in subnet.dhcp?.nameservers ?? [] where !nameservers.contains(server) {
            report(
                server.family == prefix.family
                    ? "\(server) is no address of a DNS server, so clients are not told of it"
                    : "DHCP of this family cannot tell clients of the DNS server \(server)")
        }
        if let lease = subnet.dhcp?.lease, !Self.leases.contains(lease.seconds) {
            report("a lease of \(lease) is none: it lasts from one second to \(Self.leases.upperBound)", isFatal: true)
        }
        return problems
    }

    /// How long leases may last, in seconds; the number after that stands for ever (RFC 2131, 3.3).
    private static let leases: ClosedRange<Int64> = 1...4_294_967_294
}

/// An interface that always gets the same addresses.
struct DHCPHost {
    let client: DHCPClient
    var addresses: [IPAddress]
    /// The name that it is told, without a final dot; nil if it has none that a host may have.
    let name: String?
    /// Whether that is a name that it has in DNS, too.
    let isPublished: Bool
    let device: String
    let interface: String

    /// The first label of the name.
    var label: String? { name.map { String($0.prefix { $0 != "." }) } }

    fileprivate init(_ client: DHCPClient, _ claim: Claim, _ plan: AddressPlan) {
        self.client = client
        addresses = [claim.address]
        let (device, interface, _) = plan.device(of: claim) ?? (nil, nil, nil)
        self.device = device?.name.value ?? ""
        self.interface = interface?.name.value ?? ""
        let publication = plan.publication(of: claim)
        let published = publication.pointer ?? publication.names.first { !$0.isWildcard }
        let derived = (try? DomainName(declared: self.device)).flatMap {
            $0.isHostname && $0.labels.count == 1 ? $0 : nil
        }
        name = (published ?? derived)?.withoutFinalDot
        isPublished = published != nil || name == nil
    }
}

extension IPAddress {
    /// Whether it may be the address of a single machine: not the unspecified one, none of a group, nor of all.
    fileprivate var isOfOneMachine: Bool {
        switch family {
        case .v4: (0x0100_0000..<0xe000_0000).contains(bits)
        case .v6: bits != 0 && bits >> 120 != 0xff
        }
    }
}

extension DomainName {
    /// The name as most programs but name servers write it: `db1.example.net`.
    var withoutFinalDot: String { labels.joined(separator: ".") }
}
