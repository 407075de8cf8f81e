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

    /// Parses an RFC 3339 moment such as `2027-01-31T12:00:00Z`; nil if the text is anything else.
    package init?(rfc3339 text: String) {
        guard let date = try? Date(text, strategy: .iso8601) else { return nil }
        self.init(date)
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

extension Timestamp: CustomStringConvertible {
    /// The moment as RFC 3339 text in UTC, such as `2027-01-31T12:00:00Z`.
    package var description: String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
