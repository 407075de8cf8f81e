package import Chronology
package import InventoryModel

/// Arithmetic of zone serials, which are numbers on a circle of 2^32 (RFC 1982).
package enum ZoneSerial {
    /// Whether secondaries take `new` for newer than `old`; a step of exactly half the circle is undefined and is not.
    package static func isNewer(_ new: UInt32, than old: UInt32) -> Bool {
        (1..<0x8000_0000).contains(new &- old)
    }

    /// The newest serial that secondaries take for newer than another.
    package static func farthest(from serial: UInt32) -> UInt32 { serial &+ 0x7fff_ffff }

    /// The serial that comes right after another; 0 is skipped, since some servers take it for "none".
    package static func successor(of serial: UInt32) -> UInt32 {
        serial == .max ? 1 : serial + 1
    }

    /// The serial of changed content.
    ///
    /// A day or moment that is not ahead of the previous serial is counted on from it, so that serials grow by a policy
    /// change, by a hundred changes a day, and under a clock that was set back. Moments from 2106 on, which 32 bits do not
    /// hold, go round the circle and stay newer than those before them. Days that make no serial are counted on as well.
    /// - Parameters:
    ///   - previous: the serial that is served now; nil if there is none.
    ///   - revised: when what zones are made of was last committed.
    ///   - least: what the serial may not be older than, unless it is fixed, or that is older than the previous serial.
    package static func next(
        after previous: UInt32?, _ policy: SerialPolicy, now: Timestamp, revised: Timestamp? = nil,
        least: UInt32? = nil
    ) -> UInt32 {
        let candidate: UInt32? =
            switch policy {
            case .date: serial(of: now.day)
            case .unixtime: onCircle(now)
            case .git: revised.flatMap(onCircle)
            case .increment: nil
            case .fixed(let serial): serial
            }
        if case .fixed(let serial) = policy { return serial }
        let next = next(after: previous, candidate)
        // On a circle what is newer than the next serial may be older than the previous one.
        guard let least, previous.map({ isNewer(least, than: $0) }) ?? true, isNewer(least, than: next) else {
            return next
        }
        return least
    }

    /// The first serial of a day, `YYYYMMDD00`; nil after the year 4294, when that is more than 32 bits hold.
    package static func serial(of day: CalendarDate) -> UInt32? { UInt32(day.digits + "00") }

    /// The seconds since 1970, of which there are none before.
    private static func onCircle(_ moment: Timestamp) -> UInt32? {
        moment.seconds < 0 ? nil : UInt32(truncatingIfNeeded: moment.seconds)
    }

    private static func next(after previous: UInt32?, _ candidate: UInt32?) -> UInt32 {
        guard let previous else { return candidate.flatMap { $0 == 0 ? nil : $0 } ?? 1 }
        guard let candidate, candidate != 0, isNewer(candidate, than: previous) else { return successor(of: previous) }
        return candidate
    }
}

extension SerialPolicy {
    /// Whether the serial is declared as a number.
    var isFixed: Bool { if case .fixed = self { true } else { false } }
}
