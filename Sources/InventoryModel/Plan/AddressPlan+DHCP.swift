import Addressing
import Findings

extension AddressPlan {
    /// The subnets that a DHCP server serves, in the order of the text: those that say `dhcp:`, or have a pool for it.
    package var servedSubnets: [Subnet] {
        inventory.subnets.filter { subnet in
            subnet.dhcp != nil || subnet.pools.contains { $0.purpose == .dhcp }
        }
    }

    /// The addresses of a served subnet that its DHCP server always gives to the same client, in order.
    ///
    /// Those are the ones of interfaces with a MAC, or for IPv6 a DUID: all of them where the subnet says `dhcp:`, otherwise those in its
    /// pools. A shared address moves between machines by itself, and a retired device gets none.
    package func reservedClaims(in subnet: Subnet) -> [(claim: Claim, client: DHCPClient)] {
        claims(beginningIn: subnet.prefix.value.range, vrf: subnet.vrfName).compactMap { claim in
            guard claim.role == nil, let (device, interface, _) = device(of: claim), device.status != .retired,
                let client = interface.dhcpClient(claim.address.family),
                self.subnet(holding: claim.address, vrf: claim.vrf)?.prefix.value == subnet.prefix.value,
                subnet.dhcp != nil
                    || subnet.pools.contains(where: { $0.purpose == .dhcp && $0.range.value.contains(claim.address) })
            else { return nil }
            return (claim, client)
        }
    }
}
