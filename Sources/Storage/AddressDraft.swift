import Addressing
import Observations

/// What becomes of a neighbourhood of one VRF and vantage point: what is known of each address, in a row of its own or
/// in a stretch, and where what was learned about it goes.
struct AddressDraft {
    private var rows: ArraySlice<AddressState>
    private var remaining: ArraySlice<Stretch>
    /// The stretches that stand in the database.
    let stretches: [Stretch]
    /// The addresses that leave these stretches, sorted.
    private(set) var taken: [IPAddress] = []
    /// The stretches that are new.
    private(set) var bare: [Stretch] = []
    /// Whether the address that was last asked for has a row of its own.
    private(set) var hasRow = false
    /// The stretch that it lies in.
    private var stretch: Stretch?

    /// Begins with all that is known, both sorted by address.
    init(rows: [AddressState], stretches: [Stretch]) {
        self.rows = rows[...]
        self.stretches = stretches
        remaining = stretches[...]
    }

    /// What is known of an address; each that is asked for is higher than the one before.
    mutating func known(of address: IPAddress) -> AddressState? {
        seek(address)
        return hasRow ? rows.first : stretch?.state(of: address)
    }

    private mutating func seek(_ address: IPAddress) {
        while let next = rows.first?.latest.address, next < address { rows.removeFirst() }
        hasRow = rows.first?.latest.address == address
        while let last = remaining.first?.range.last, last < address { remaining.removeFirst() }
        let isInStretch = remaining.first?.range.contains(address) ?? false
        stretch = isInStretch && !hasRow ? remaining.first : nil
    }

    /// Notes an observation that says no more than that nobody was found where nothing was known; false for any other.
    ///
    /// The short way for most of a sweep; the long one comes to the same.
    mutating func takeBareNews(_ observation: Observation, by run: Int64) -> Bool {
        guard let last = bare.last, last.finding.run == run, last.isContinued(by: observation) else { return false }
        seek(observation.address)
        guard !hasRow, stretch == nil else { return false }
        bare[bare.endIndex - 1].end(at: observation.address)
        return true
    }

    /// Notes what is now known of the address that was last asked for; true if a stretch says it all, so that it needs no
    /// row.
    mutating func takeBare(_ state: AddressState, by run: Int64) -> Bool {
        if hasRow { return false }
        if stretch != nil { taken.append(state.latest.address) }
        guard state.isBare else { return false }
        bare.append(state.latest.address, state.finding(by: run))
        return true
    }
}
