import Addressing

/// The links that this machine is attached to, and as whom it asks on them.
struct AttachedLinks {
    /// Those of the machine's addresses whose neighbours can be asked for hardware addresses, the longest prefix first.
    private let addresses: [InterfaceAddress]

    init(_ interfaces: [InterfaceAddress]) {
        addresses = interfaces.filter { $0.mac != nil }.sorted { $0.network.length > $1.network.length }
    }

    /// As whom to ask for a target; nil if it lies behind a router or is this machine itself.
    func own(for target: IPAddress) -> InterfaceAddress? {
        addresses.first { $0.network.contains(target) }
    }

    /// The refusal of a target that is on none of the links.
    static let elsewhere = ProbeRefusal(evidence: "not on an attached link", notice: nil)
}
