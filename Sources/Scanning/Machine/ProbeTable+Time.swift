/// What time alone brings about.
extension ProbeTable {
    /// Lets one overdue try end and returns it, or settles what needs no action and returns nil.
    mutating func expire(now: Int64) -> ProbeAttempt? {
        while let deadline = waiting.first, deadline.at <= now {
            _ = waiting.popFirst()
            let slot = deadline.key.slot
            switch slots[Int(slot)].state {
            case .resting:
                requeue(slot)
            case .flying:
                endTry(deadline.key)
                if slots[Int(slot)].state == .cooling, isRepeated(deadline.key) { continue }
                return attempt(deadline.key)
            case .spared:
                return attempt(deadline.key)
            case .asleep, .queued, .handed, .cooling, .answered, .spent, .unsent:
                break
            }
        }
        // After the tries that end now, because their cool-down may be over too.
        while let deadline = cooling.first, deadline.at <= now {
            _ = cooling.popFirst()
            guard slots[Int(deadline.key.slot)].state == .cooling else { continue }
            guard isAskedEnough(deadline.key.slot) else {
                requeue(deadline.key.slot)
                if isRepeated(deadline.key) { return attempt(deadline.key) }
                continue
            }
            settle(deadline.key.slot, as: .spent)
            if isRepeated(deadline.key) { return attempt(deadline.key) }
        }
        return nil
    }

    /// Spends a token for each repetition by the kernel that was due by now.
    mutating func payForRepeats(now: Int64) {
        while let deadline = repeats.first, deadline.at <= now {
            _ = repeats.popFirst()
            let slot = slots[Int(deadline.key.slot)]
            let isUnderWay = slot.state == .flying || slot.state == .cooling
            guard isUnderWay, slot.tries == deadline.key.attempt else { continue }
            pacer.take(now: deadline.at)
            limits.take(chain: chain(ofSlot: deadline.key.slot), now: deadline.at)
        }
    }

    /// Whether the kernel repeats the try as long as it is held.
    func isRepeated(_ key: ProbeKey) -> Bool { repeatingLanes.contains(Int(slots[Int(key.slot)].lane)) }

    private mutating func endTry(_ key: ProbeKey) {
        guard isAskedEnough(key.slot) else { return requeue(key.slot) }
        slots[Int(key.slot)].state = .cooling
        cooling.append(Deadline(at: lastSent(key.slot) + max(cooldown, timeout), key: key))
    }

    /// Whether a slot has had as many tries as it takes to believe its silence.
    private mutating func isAskedEnough(_ slot: UInt32) -> Bool {
        let tries = Int(slots[Int(slot)].tries)
        guard tries < attemptLimit else {
            slots[Int(slot)].isDeafened = heardTries(slot) < attempts
            return true
        }
        return tries >= losses[lossIndex(slot)].attempts && heardTries(slot) >= attempts
    }

    /// How many tries of a slot could have been answered as far as our own side goes.
    private func heardTries(_ slot: UInt32) -> Int {
        let tries = Int(slots[Int(slot)].tries)
        let lapses = lapses[Int(slots[Int(slot)].lane)]
        guard !lapses.isEmpty else { return tries }
        return (0..<tries).count { number in
            let sent = sentAt[number][Int(slot)]
            return !lapses.contains { sent <= $0 && $0 <= sent + timeout }
        }
    }

    /// Puts a slot into the round that follows its tries and failures so far.
    private mutating func requeue(_ slot: UInt32) {
        let entry = slots[Int(slot)]
        if entry.tries == entry.granted {
            slots[Int(slot)].granted += 1
            counts.triesLeft += 1
        }
        slots[Int(slot)].state = .queued
        lanes[laneIndex(slot)].append(slot, round: Int(entry.tries) + Int(entry.failures))
    }

    private func lastSent(_ slot: UInt32) -> Int64 {
        sentAt[max(Int(slots[Int(slot)].tries) - 1, 0)][Int(slot)]
    }

    /// Ends the run's wait for a slot.
    mutating func settle(_ slot: UInt32, as state: ProbeSlot.State) {
        let entry = slots[Int(slot)]
        slots[Int(slot)].state = state
        guard entry.state.isOpen else { return }
        counts.open -= 1
        counts.triesLeft -= Int(entry.granted) - Int(entry.tries)
        targets[Int(entry.target)].open -= 1
        if targets[Int(entry.target)].open == 0 { countDone(1, ofTarget: entry.target) }
    }
}
