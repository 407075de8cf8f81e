/// The limits that some networks have beside that of the run. A network may have several, its own and those of whatever it
/// lies in, and networks may share one.
struct RateLimits {
    private var pacers: [SendPacer] = []
    /// For each distinct set of limits the places of its pacers; the first is the set without any.
    private var chains: [[Int]] = [[]]
    private let chainOfGroup: [Int]

    /// Makes the limits of each group; those that the run's own rate keeps anyway do not count.
    init(_ groups: [[RateLimit]], runRate: Int) {
        var pacers: [SendPacer] = []
        var places: [RateLimit: Int] = [:]
        var chains: [[Int]] = [[]]
        var chainPlaces: [[Int]: Int] = [[]: 0]
        chainOfGroup = groups.map { limits in
            let chain = limits.filter { $0.rate < runRate }.map { limit in
                if let place = places[limit] { return place }
                pacers.append(SendPacer(rate: limit.rate))
                places[limit] = pacers.count - 1
                return pacers.count - 1
            }
            if let place = chainPlaces[chain] { return place }
            chains.append(chain)
            chainPlaces[chain] = chains.count - 1
            return chains.count - 1
        }
        self.pacers = pacers
        self.chains = chains
    }

    /// How many distinct sets of limits there are.
    var chainCount: Int { chains.count }

    /// Which set of limits a group has.
    func chain(ofGroup group: Int) -> Int { chainOfGroup[group] }

    /// The earliest moment at which a set of limits lets the next probe go.
    func readyAt(chain: Int) -> Int64 {
        chains[chain].reduce(.min) { max($0, pacers[$1].readyAt) }
    }

    /// Spends a token of each limit of a set.
    mutating func take(chain: Int, now: Int64) {
        for place in chains[chain] { pacers[place].take(now: now) }
    }

    /// Gives back the tokens of a probe that did not leave.
    mutating func giveBack(chain: Int) {
        for place in chains[chain] { pacers[place].giveBack() }
    }
}
