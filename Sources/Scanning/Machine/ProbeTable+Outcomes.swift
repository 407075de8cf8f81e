import Observations

/// How it all ended.
extension ProbeTable {
    /// How each probe of a target ended, in the order in which they were added.
    func outcomes(ofTarget number: Int) -> [(name: ProbeName, outcome: ProbeOutcome)] {
        targets[number].slots.map { (slots[$0].name, outcome(ofSlot: $0)) }
    }

    /// Whether a target ended in silence exactly as another did that is known to be silent.
    func staysSilent(target number: Int, as other: Int) -> Bool {
        let (own, others) = (targets[number].slots, targets[other].slots)
        guard own.count == others.count, !targets[number].isAlive, faults.isEmpty else { return false }
        return zip(own, others).allSatisfy { slots[$0].ended(as: slots[$1]) }
    }

    private func outcome(ofSlot number: Int) -> ProbeOutcome {
        let slot = slots[number]
        let tries = Int(slot.tries)
        switch slot.state {
        case .asleep: return .asleep
        case .queued, .handed, .flying, .resting, .cooling: return .interrupted(tries: tries)
        case .spared: return .spared(tries: tries)
        case .unsent: return .unsent(tries: tries, errno: slot.errno)
        case .answered:
            guard let found = answers[UInt32(number)] else { return .interrupted(tries: tries) }
            return .answered(found.answer, at: found.at, roundTrip: found.roundTrip)
        case .spent:
            // A try that failed is made up for by a later one; one that got lost is missing.
            if slot.lostErrno != 0 { return .unsent(tries: tries, errno: slot.lostErrno) }
            if slot.isDeafened { return .deafened(tries: tries) }
            return .silent(tries: tries, fault: faults[UInt32(number)])
        }
    }
}
