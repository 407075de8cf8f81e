/// What becomes of tries that were given out.
extension ProbeTable {
    /// When Linux repeats the first packet of a connection (RFC 6298, 2.1).
    private static var repeatInterval: Int64 { 1_000_000_000 }

    /// How often in a row the system may have no room for a try before that counts as a failure.
    private static var deferralLimit: UInt8 { 4 }

    /// Takes note of what became of sending `attempt`.
    mutating func record(_ outcome: SendOutcome, of attempt: ProbeAttempt, now: Int64) {
        guard slots.indices.contains(Int(attempt.key.slot)) else { return }
        switch outcome {
        case .sent: sent(attempt, now: now)
        case .busy: busy(attempt, now: now)
        case .deferred(let errno): deferred(attempt, errno: errno, now: now)
        case .failed(let errno): failed(attempt, errno: errno, now: now)
        }
    }

    private mutating func sent(_ attempt: ProbeAttempt, now: Int64) {
        let slot = Int(attempt.key.slot)
        guard slots[slot].tries < attempt.key.attempt else { return }
        lanes[laneIndex(attempt.key.slot)].resume()
        slots[slot].tries = attempt.key.attempt
        slots[slot].deferrals = 0
        while sentAt.count < Int(attempt.key.attempt) { sentAt.append(Array(repeating: 0, count: slots.count)) }
        sentAt[Int(attempt.key.attempt) - 1][slot] = now
        counts.sent += 1
        groupCounts[Int(targets[Int(slots[slot].target)].group)].sent += 1
        guard slots[slot].state == .handed else { return }
        counts.triesLeft -= 1
        slots[slot].state = .flying
        waiting.append(Deadline(at: now + timeout, key: attempt.key))
        if isRepeated(attempt.key) { repeats.append(Deadline(at: now + Self.repeatInterval, key: attempt.key)) }
    }

    private mutating func busy(_ attempt: ProbeAttempt, now: Int64) {
        pacer.giveBack()
        limits.giveBack(chain: chain(ofSlot: attempt.key.slot))
        lanes[laneIndex(attempt.key.slot)].holdBriefly(now: now)
        guard slots[Int(attempt.key.slot)].state == .handed else { return }
        slots[Int(attempt.key.slot)].state = .queued
        lanes[laneIndex(attempt.key.slot)].putBack(attempt.key.slot, round: round(of: attempt))
    }

    private mutating func deferred(_ attempt: ProbeAttempt, errno: Int32, now: Int64) {
        let slot = Int(attempt.key.slot)
        lanes[laneIndex(attempt.key.slot)].backOff(now: now)
        guard slots[slot].state == .handed else { return }
        guard slots[slot].deferrals < Self.deferralLimit else { return failed(attempt, errno: errno, now: now) }
        slots[slot].deferrals += 1
        slots[slot].state = .queued
        lanes[laneIndex(attempt.key.slot)].append(attempt.key.slot, round: round(of: attempt))
    }

    private mutating func failed(_ attempt: ProbeAttempt, errno: Int32, now: Int64) {
        let slot = Int(attempt.key.slot)
        guard slots[slot].state == .handed else { return }
        slots[slot].errno = errno
        slots[slot].deferrals = 0
        slots[slot].failures += 1
        if slots[slot].failures >= attempts {
            settle(attempt.key.slot, as: .unsent)
        } else {
            slots[slot].state = .resting
            waiting.append(Deadline(at: now + timeout, key: attempt.key))
        }
    }

    private func round(of attempt: ProbeAttempt) -> Int {
        let slot = slots[Int(attempt.key.slot)]
        return Int(slot.tries) + Int(slot.failures)
    }
}
