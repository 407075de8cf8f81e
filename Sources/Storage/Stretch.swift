import Addressing
import Chronology
import Observations

/// Neighbouring addresses about which a vantage point knows one and the same thing: that nobody was found there.
///
/// Most of a sweep is that. One row for thousands of addresses makes a large scan cheap to keep and to read.
struct Stretch {
    /// What is known about each of the addresses.
    struct Finding: Equatable {
        let vrf: String
        let vantage: String
        let verdict: Verdict
        let at: Timestamp
        let evidence: [ProbeEvidence]
        let silentSince: Timestamp?
        /// The run that found it.
        let run: Int64
    }

    /// The longest stretch, so that those that reach into a range are found by their first address.
    static let longest: UInt128 = 65_536

    private(set) var range: IPRange
    let finding: Finding

    /// What is known about one of the addresses.
    func state(of address: IPAddress) -> AddressState {
        AddressState(
            vantage: finding.vantage,
            latest: Observation(
                vrf: finding.vrf, address: address, verdict: finding.verdict, at: finding.at,
                evidence: finding.evidence),
            firstSeen: nil, lastSeen: nil, silentSince: finding.silentSince)
    }

    /// The addresses, in order.
    var addresses: some Sequence<IPAddress> {
        sequence(first: range.first) { [last = range.last] in $0 < last ? $0.next : nil }
    }

    /// Whether what a further run saw of the next address, about which nothing else is known, is the same again.
    func isContinued(by observation: Observation) -> Bool {
        range.last.next == observation.address && range.count < Self.longest && observation.isBare
            && finding.verdict == observation.verdict && finding.at == observation.at
            && finding.silentSince == (observation.verdict == .unknown ? nil : observation.at)
            && finding.evidence == observation.evidence
    }

    /// Lets the stretch end at a higher address.
    mutating func end(at address: IPAddress) {
        range = IPRange(first: range.first, last: address) ?? range
    }

    /// What is left without some of the addresses, which are sorted.
    func without(_ taken: ArraySlice<IPAddress>) -> [Stretch] {
        var left: [Stretch] = []
        var start: IPAddress? = range.first
        for address in taken {
            if let first = start, let end = address.previous, let piece = IPRange(first: first, last: end) {
                left.append(Stretch(range: piece, finding: finding))
            }
            start = address.next
        }
        if let start, let piece = IPRange(first: start, last: range.last) {
            left.append(Stretch(range: piece, finding: finding))
        }
        return left
    }
}

extension [Stretch] {
    /// Adds an address that is higher than all before: to the last stretch if that ends just below and says the same.
    mutating func append(_ address: IPAddress, _ finding: Stretch.Finding) {
        if let last, last.range.last.next == address, last.range.count < Stretch.longest, last.finding == finding {
            self[endIndex - 1].end(at: address)
        } else {
            append(Stretch(range: IPRange(address), finding: finding))
        }
    }
}

extension Observation {
    /// Whether it says nothing but that nobody was found.
    fileprivate var isBare: Bool {
        verdict != .alive && mac == nil && name == nil && roundTrip == nil && rivals.isEmpty && services.isEmpty
    }
}

extension AddressState {
    /// Whether nothing is known but that nobody was found: what a stretch can say.
    var isBare: Bool { lastSeen == nil && firstSeen == nil && latest.isBare }

    /// What a stretch says about such an address.
    func finding(by run: Int64) -> Stretch.Finding {
        Stretch.Finding(
            vrf: latest.vrf, vantage: vantage, verdict: latest.verdict, at: latest.at, evidence: latest.evidence,
            silentSince: silentSince, run: run)
    }
}
