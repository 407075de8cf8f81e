/// A length of time in whole seconds, written `90s`, `15m`, `12h`, `7d` or `4w` in inventories.
package struct TimeSpan: Hashable, Comparable, Sendable {
    /// The length in seconds.
    package let seconds: Int64

    /// Makes a span from a number of seconds.
    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Parses a whole decimal number and one unit out of `s m h d w`; nil for anything else, and beyond 100 years.
    package init?(_ text: String) {
        guard let unit = Self.unit(of: text), let count = Int64(text.dropLast()) else { return nil }
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow, product <= Self.longest else { return nil }
        seconds = product
    }

    /// Whether a text is well formed, but stands for more than 100 years.
    package static func isTooLong(_ text: String) -> Bool { unit(of: text) != nil && TimeSpan(text) == nil }

    /// The seconds of the unit behind a whole decimal number; nil for text of any other form.
    private static func unit(of text: String) -> Int64? {
        let digits = text.utf8.dropLast()
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            digits.count == 1 || digits.first != UInt8(ascii: "0")
        else { return nil }
        return text.utf8.last.flatMap { unitSeconds[$0] }
    }

    package static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.seconds < right.seconds }

    /// One day.
    package static let day = TimeSpan(seconds: 86_400)

    /// The span of `count` seconds.
    package static func seconds(_ count: Int64) -> TimeSpan { TimeSpan(seconds: count) }

    /// The span of `count` days.
    package static func days(_ count: Int64) -> TimeSpan { TimeSpan(seconds: count &* day.seconds) }

    /// The span of `count` hours.
    package static func hours(_ count: Int64) -> TimeSpan { TimeSpan(seconds: count &* 3600) }

    /// The span of `count` minutes.
    package static func minutes(_ count: Int64) -> TimeSpan { TimeSpan(seconds: count &* 60) }

    private static let longest: Int64 = 100 * 366 * 86_400

    private static let unitSeconds: [UInt8: Int64] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86_400,
        UInt8(ascii: "w"): 604_800,
    ]
}

extension TimeSpan: CustomStringConvertible {
    /// The span in its largest unit that divides it, such as `90s`, `15m` or `1w`.
    package var description: String {
        let units: [(Int64, String)] = [(604_800, "w"), (86_400, "d"), (3600, "h"), (60, "m")]
        for (size, letter) in units where seconds != 0 && seconds % size == 0 {
            return "\(seconds / size)\(letter)"
        }
        return "\(seconds)s"
    }

    /// The span rounded down to its largest whole unit, for people: `3 days`, `1 hour`, `12 seconds`.
    package var rounded: String {
        let units: [(Int64, String)] = [(86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        let length = seconds.magnitude
        let (size, name) = units.first { length >= UInt64($0.0) } ?? (1, "second")
        let count = length / UInt64(size)
        return "\(count) \(name)\(count == 1 ? "" : "s")"
    }
}
