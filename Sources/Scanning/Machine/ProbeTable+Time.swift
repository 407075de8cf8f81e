/// What time alone brings about.
extension ProbeTable {
    /// Lets one overdue try end and returns it, or settles what needs no action and returns nil.
    mutating func expire(now: Int64) -> ProbeAttempt? {
        while let deadline = cooling.first, deadline.at <= now {
            _ = cooling.popFirst()
            settle(deadline.key.slot, as: .spent, ifStill: .cooling)
        }
        while let deadline = waiting.first, deadline.at <= now {
            _ = waiting.popFirst()
            let slot = deadline.key.slot
            switch slots[Int(slot)].state {
            case .resting:
                requeue(slot)
            case .flying:
                endTry(deadline.key)
                return attempt(deadline.key)
            case .spared:
                return attempt(deadline.key)
            case .asleep, .queued, .handed, .cooling, .answered, .spent, .unsent:
                break
            }
        }
        return nil
    }

    private mutating func endTry(_ key: ProbeKey) {
        guard slots[Int(key.slot)].tries >= attempts else { return requeue(key.slot) }
        slots[Int(key.slot)].state = .cooling
        cooling.append(Deadline(at: lastSent(key.slot) + max(cooldown, timeout), key: key))
    }

    /// Puts a slot into the round that follows its tries and failures so far.
    private mutating func requeue(_ slot: UInt32) {
        let entry = slots[Int(slot)]
        slots[Int(slot)].state = .queued
        lanes[Int(entry.lane)].append(slot, round: Int(entry.tries) + Int(entry.failures))
    }

    private func lastSent(_ slot: UInt32) -> Int64 {
        sentAt[Int(slot) * attempts + max(Int(slots[Int(slot)].tries) - 1, 0)]
    }

    /// Ends the run's wait for a slot.
    mutating func settle(_ slot: UInt32, as state: ProbeSlot.State, ifStill expected: ProbeSlot.State? = nil) {
        let entry = slots[Int(slot)]
        if let expected, entry.state != expected { return }
        slots[Int(slot)].state = state
        guard entry.state.isOpen else { return }
        counts.open -= 1
        counts.triesLeft -= attempts - Int(entry.tries)
        targets[Int(entry.target)].open -= 1
        if targets[Int(entry.target)].open == 0 { counts.done += 1 }
    }
}
