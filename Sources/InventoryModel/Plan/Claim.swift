package import Addressing
package import Findings

/// One declaration that an address or range is somebody's.
package struct Claim: Sendable {
    /// Who claims it, by place in the inventory's lists.
    package enum Claimant: Hashable, Sendable {
        /// An address of a device's interface.
        case device(Int, interface: Int, address: Int)
        /// A reservation.
        case reservation(Int)
    }

    /// The routing domain it is claimed in.
    package let vrf: String
    /// The claimed addresses; of an interface always one.
    package let range: IPRange
    /// Who claims them.
    package let claimant: Claimant
    /// The role that lets others claim them too.
    package let role: SharedRole?
    /// Where the addresses are written.
    package let span: SourceSpan
    /// Whether one address is claimed, rather than a range kept free.
    package let isSingleAddress: Bool
    /// The place in the inventory's list of the most specific subnet that holds the first address; nil if none does.
    package internal(set) var subnet: Int?

    /// The first claimed address.
    package var address: IPAddress { range.first }
}
