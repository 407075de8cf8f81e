package import Chronology
package import Observations

/// Most of what is expected in a subnet fell silent within one hour: the scan, or the way to the subnet, failed.
package struct Blackout: Sendable {
    /// The place of the subnet.
    let subnet: Int
    /// How many expected addresses fell silent.
    package let vanished: Int
    /// How many of them answered before.
    package let expected: Int
    /// When the first of them was found silent.
    package let began: Timestamp
    /// What the vantage point knows about one of them.
    package let example: AddressState

    /// Fewer may well fail together, as the hosts on one power strip do.
    private static let fewest = 5
    /// How far apart one scan, or the first scans of all vantage points, may find them silent.
    private static let window = TimeSpan.hours(1)

    private struct Key: Hashable {
        let subnet: Int
        let vantage: String
    }

    private struct Tally {
        var alive = 0
        var silent: [(since: Timestamp, place: Int, state: AddressState)] = []
    }

    /// Finds all, and doubts the silence of what they lost.
    ///
    /// Counted are the addresses that active devices claim, and gateways: what comes and goes unasked proves nothing.
    static func find(in sightings: inout [Sighting], of subnets: JudgedSubnets) -> [Blackout] {
        var tallies: [Key: Tally] = [:]
        for place in sightings.indices {
            let sighting = sightings[place]
            guard let subnet = sighting.subnet, sighting.claimants.contains(.active) || sighting.standing == .gateway
            else { continue }
            for state in sighting.states {
                let key = Key(subnet: subnet, vantage: state.vantage)
                if state.latest.verdict == .alive {
                    tallies[key, default: Tally()].alive += 1
                } else if let since = state.silentSince, state.lastSeen != nil {
                    tallies[key, default: Tally()].silent.append((since, place, state))
                }
            }
        }
        var blackouts: [Blackout] = []
        for (key, tally) in tallies where tally.silent.count >= fewest {
            let lost = largestGroup(tally.silent.sorted { ($0.since, $0.place) < ($1.since, $1.place) })
            guard lost.count >= fewest, lost.count > tally.alive, let first = lost.first else { continue }
            for loss in lost { sightings[loss.place].doubtSilence() }
            blackouts.append(
                Blackout(
                    subnet: key.subnet, vanished: lost.count, expected: lost.count + tally.alive, began: first.since,
                    example: first.state))
        }
        return blackouts.sorted { ($0.subnet, $0.example.vantage) < ($1.subnet, $1.example.vantage) }
    }

    /// The most that fell silent within the window, of losses in the order of time.
    private static func largestGroup<Loss>(
        _ losses: [(since: Timestamp, place: Int, state: Loss)]
    ) -> ArraySlice<(since: Timestamp, place: Int, state: Loss)> {
        var best = losses[0..<0]
        var start = 0
        for end in losses.indices {
            while losses[end].since.since(losses[start].since) > window { start += 1 }
            if end + 1 - start > best.count { best = losses[start...end] }
        }
        return best
    }
}
