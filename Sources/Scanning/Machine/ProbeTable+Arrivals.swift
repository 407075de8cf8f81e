import Addressing
import Packets

/// What the network says.
extension ProbeTable {
    /// Takes note of an arrival; one that is about no probe that was sent changes nothing.
    mutating func take(_ report: ProbeReport, now: Int64) {
        guard let key = key(of: report.reference) else { return }
        switch report.reading {
        case .answered(let answer): answered(key, answer, now: now)
        case .fault, .noNeighbour: keepGravest(report.reading, of: key.slot)
        case .lost(let errno): slots[Int(key.slot)].lostErrno = errno
        }
    }

    /// Takes note that the system has thrown away arrivals for a kind of probe: what is under way may have been answered.
    ///
    /// The rate is halved, so that the tries that make up for it fare better.
    mutating func noteDropped(_ count: Int, lane: Int, now: Int64) {
        counts.dropped += count
        if let last = lapses[lane].last, now - last < Self.lapseInterval {
            lapses[lane][lapses[lane].count - 1] = now
        } else {
            lapses[lane].append(now)
            pacer.slowDown()
        }
    }

    /// Takes note that nobody was here between two moments: what was in flight at the first may have been lost.
    mutating func noteStandstill(from start: Int64, to end: Int64) {
        counts.standstill += end - start
        for lane in lapses.indices { lapses[lane].append(start) }
    }

    /// Lapses that lie closer together are one.
    private static var lapseInterval: Int64 { 100_000_000 }

    /// The key of a try that was really sent; nil if there is no such try.
    private func key(of reference: ProbeReference) -> ProbeKey? {
        switch reference {
        case .key(let key):
            return wasSent(key) ? key : nil
        case .short(let number, let target):
            guard let shortest = ProbeKey(sequence: UInt64(number)) else { return nil }
            // The low bits of the slot are known: every 4,096th slot has them, and the target tells these apart.
            for slot in stride(from: Int(shortest.slot), to: slots.count, by: 1 << 12) {
                let key = ProbeKey(slot: UInt32(slot), attempt: shortest.attempt)
                if wasSent(key), targets[Int(slots[slot].target)].address == target { return key }
            }
            return nil
        }
    }

    private func wasSent(_ key: ProbeKey) -> Bool {
        slots.indices.contains(Int(key.slot)) && key.attempt > 0 && key.attempt <= slots[Int(key.slot)].tries
    }

    private mutating func answered(_ key: ProbeKey, _ answer: ProbeAnswer, now: Int64) {
        guard slots[Int(key.slot)].state != .answered else { return answeredAgain(key.slot, answer) }
        settle(key.slot, as: .answered)
        losses[lossIndex(key.slot)].note(answerTo: Int(key.attempt))
        let sent = sentAt[Int(key.attempt) - 1][Int(key.slot)]
        answers[key.slot] = (answer, now, max(0, now - sent) / 1000)
        proveAlive(slots[Int(key.slot)].target)
    }

    /// A second answer says nothing new, unless it comes from another station.
    private mutating func answeredAgain(_ slot: UInt32, _ answer: ProbeAnswer) {
        counts.duplicates += 1
        guard let mac = answer.mac, var known = answers[slot], mac != known.answer.mac,
            !known.answer.rivals.contains(mac), known.answer.rivals.count < Self.rivalLimit
        else { return }
        known.answer.rivals = (known.answer.rivals + [mac]).sorted()
        answers[slot] = known
    }

    /// More stations than these with one address are no more news.
    private static var rivalLimit: Int { 8 }

    /// Wakes what waits for the target to be alive, and spares what could only have said the same again.
    private mutating func proveAlive(_ number: UInt32) {
        let target = targets[Int(number)]
        guard !target.isAlive else { return }
        targets[Int(number)].isAlive = true
        counts.alive += 1
        groupCounts[Int(target.group)].alive += 1
        for slot in target.slots {
            if slots[slot].state == .asleep {
                wake(UInt32(slot))
            } else if slots[slot].state.isOpen, !slots[slot].name.asksForService {
                settle(UInt32(slot), as: .spared)
            }
        }
    }

    private mutating func wake(_ slot: UInt32) {
        let number = Int(slots[Int(slot)].target)
        if targets[number].open == 0 { countDone(-1, ofTarget: slots[Int(slot)].target) }
        targets[number].open += 1
        slots[Int(slot)].state = .queued
        enqueue(slot)
    }

    private mutating func keepGravest(_ reading: ProbeReading, of slot: UInt32) {
        guard let known = faults[slot], known.gravity >= reading.gravity else {
            faults[slot] = reading
            return
        }
    }
}
