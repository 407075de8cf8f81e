package import FoundationEssentials

/// A moment in UTC, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Files and the cache store moments to the second; durations of probes are measured with a monotonic clock instead.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since the Unix epoch, leap seconds not counted.
    package let seconds: Int64

    /// Makes a timestamp from seconds since the Unix epoch.
    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Makes a timestamp from a Foundation date, dropping the fraction of a second.
    package init(_ date: Date) {
        seconds = Int64(date.timeIntervalSince1970.rounded(.down))
    }

    /// The calendar day, in UTC, that this moment falls on.
    package var day: CalendarDate {
        CalendarDate(daysSinceEpoch: Int(seconds.floorDivided(by: TimeSpan.day.seconds)))
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

    /// The moment that lies `span` after this one.
    package static func + (moment: Timestamp, span: TimeSpan) -> Timestamp {
        Timestamp(seconds: moment.seconds &+ span.seconds)
    }

    /// The time from `earlier` to this moment; negative if `earlier` is later.
    package func since(_ earlier: Timestamp) -> TimeSpan {
        TimeSpan(seconds: seconds &- earlier.seconds)
    }
}
