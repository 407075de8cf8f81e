package import Addressing
package import Findings
package import InventoryModel
package import Observations

/// Everything that is known about one address, in one place: declared, observed, in DNS, in DHCP, and what follows.
package struct AddressView: Sendable {
    /// What all of it comes to.
    package enum Verdict: String, Sendable, CaseIterable {
        /// Nothing differs, and the address is in use.
        case inOrder = "in-order"
        /// Something differs: see the findings.
        case drift
        /// Somebody's, and silent, which is no drift yet or never will be.
        case silent
        /// Nobody's, and silent in a scan.
        case free
        /// Nothing was learned about it: not scanned, or the scan could not tell.
        case unknown
    }

    /// One declaration of the address.
    package struct Declaration: Sendable {
        /// `device` or `reservation`.
        package let kind: String
        /// Its name.
        package let name: String
        /// A device's status.
        package let status: DeviceStatus?
        /// A device's interface.
        package let interface: String?
        /// The hardware address of the interface.
        package let mac: MACAddress?
        /// The role that lets others claim it too.
        package let role: SharedRole?
        /// The last day that it holds.
        package let expires: String?
        /// Where it stands.
        package let place: SourceLocation
    }

    /// The subnet and pool that hold the address.
    package struct Network: Sendable {
        /// The most specific subnet.
        package let subnet: Subnet
        /// The pool, if it lies in one.
        package let pool: Pool?
        /// Where the subnet is declared.
        package let place: SourceLocation
    }

    /// The routing domain.
    package let vrf: String
    /// The address.
    package let address: IPAddress
    /// What holds it; nil if no subnet does.
    package let network: Network?
    /// Who claims it, in the order of the text.
    package let declarations: [Declaration]
    /// The names that it publishes.
    package let names: [String]
    /// The name of its PTR record.
    package let pointer: String?
    /// The hardware address that a DHCP server is to give it to.
    package let reservedFor: DHCPClient?
    /// What DHCP servers have handed out.
    package let leases: [DHCPLease]
    /// What each vantage point knows about it.
    package let observed: [AddressState]
    /// Who made the hardware that answered, as far as that is known.
    package internal(set) var vendors: [MACAddress: String] = [:]
    /// What differs, waived findings included.
    package let findings: [Finding]
    /// What all of it comes to.
    package let verdict: Verdict
}
