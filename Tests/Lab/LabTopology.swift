/// A network as data: one link, the scanner on it, and the hosts around.
struct LabTopology {
    /// A host on the link, and how it behaves.
    struct Host {
        let name: String
        let address: String
        let mac: String
        let v6: String?
        let behaviour: Behaviour

        init(_ name: String, _ address: String, mac: String, v6: String? = nil, _ behaviour: Behaviour = .answers) {
            self.name = name
            self.address = address
            self.mac = mac
            self.v6 = v6
            self.behaviour = behaviour
        }
    }

    /// What a host does with what reaches it.
    enum Behaviour {
        /// Answers ping, and refuses connections.
        case answers
        /// Drops ICMP, and refuses connections.
        case dropsICMP
        /// Answers nothing but ARP.
        case onlyARP
        /// Drops everything, ARP requests and their like too.
        case silent
        /// Has all addresses of these prefixes too, of which so many of a hundred packets get lost each way.
        case owns([String], lossPercent: Int = 0)
        /// Answers ARP for a prefix of the link, as a router does that stands in for hosts behind it.
        case standsInFor(String)
        /// Says of these prefixes that they cannot be reached; the scanner routes them through it.
        case routesNowhere([String])

        /// The rules of the host's firewall, in nft's language.
        var rules: [String] {
            let hook = "type filter hook input priority 0;"
            switch self {
            case .answers, .routesNowhere, .owns(_, 0), .standsInFor:
                return []
            case .onlyARP:
                return ["add table ip lab", "add chain ip lab input { \(hook) policy drop; }"]
            case .owns(_, let lossPercent):
                return ["input", "output"].flatMap { side in
                    [
                        "add table ip lab", "add chain ip lab \(side) { type filter hook \(side) priority 0; }",
                        "add rule ip lab \(side) numgen random mod 100 < \(lossPercent) drop",
                    ]
                }
            case .dropsICMP:
                return [
                    "add table inet lab", "add chain inet lab input { \(hook) }",
                    "add rule inet lab input meta l4proto icmp drop",
                ]
            case .silent:
                return [
                    "add table inet lab", "add chain inet lab input { \(hook) policy drop; }",
                    "add table arp lab", "add chain arp lab input { \(hook) policy drop; }",
                ]
            }
        }
    }

    /// The name of the network; part of the names of its namespaces.
    let name: String
    /// The scanner's address and the length of the link's prefix.
    var scanner = "192.0.2.1"
    var length = 28
    /// The scanner's IPv6 address, in a /64; nil for a link without IPv6.
    var scannerV6: String?
    var hosts: [Host] = []
    /// Addresses to which the scanner's own firewall lets nothing out.
    var blocked: [String] = []
}
