/// What a run is entitled to say about one address.
package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Something answered from the address itself.
    case alive
    /// Probed the full number of times over spread rounds, and nothing answered.
    case silent
    /// A router or the host's own network reported an ICMP error for it.
    case unreachable
    /// Not probed, or the probe could not be sent. Never counts as down.
    case unknown
}
