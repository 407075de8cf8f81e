/// A network as data: one link, the scanner on it, and the hosts around.
struct LabTopology {
    /// A host on the link, and how it behaves.
    struct Host {
        let name: String
        let address: String
        let mac: String
        let behaviour: Behaviour

        init(_ name: String, _ address: String, mac: String, _ behaviour: Behaviour = .answers) {
            self.name = name
            self.address = address
            self.mac = mac
            self.behaviour = behaviour
        }
    }

    /// What a host does with what reaches it.
    enum Behaviour {
        /// Answers ping, and refuses connections.
        case answers
        /// Drops ICMP, and refuses connections.
        case dropsICMP
        /// Drops everything, ARP requests too.
        case silent
        /// Says of these prefixes that they cannot be reached; the scanner routes them through it.
        case routesNowhere([String])

        /// The rules of the host's firewall, in nft's language.
        var rules: [String] {
            let hook = "type filter hook input priority 0;"
            switch self {
            case .answers, .routesNowhere:
                return []
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
    var hosts: [Host] = []
    /// Addresses to which the scanner's own firewall lets nothing out.
    var blocked: [String] = []
}
