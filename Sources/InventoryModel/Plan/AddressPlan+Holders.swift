import Addressing
package import Findings

extension AddressPlan {
    /// The names of the devices, reservations or subnets that the subject of a finding belongs to.
    ///
    /// A waiver may name any of them instead of the subject itself.
    package func holders(of subject: Subject) -> [String] {
        switch (subject.kind, WaiverScope(subject.id)) {
        case (.address, .addresses(let range, let vrf)):
            claims(on: range.first, vrf: vrf).map(title)
        case (.range, .addresses(let range, let vrf)):
            claims(beginningIn: IPRange(range.first), vrf: vrf).filter { $0.range == range }.map(title)
        case (.prefix, .addresses(let range, let vrf)):
            range.prefix.map { prefix in
                subnets(covering: prefix, vrf: vrf).filter { $0.prefix.value == prefix }.compactMap { $0.name?.value }
            } ?? []
        case (.mac, .mac(let mac)):
            inventory.devices.lazy.filter { $0.interfaces.contains { $0.mac?.value == mac } }.map(\.name.value)
        default:
            []
        }
    }
}
