// Written out rather than left to Foundation, whose ISO 8601 style counts by the Julian calendar before 1582.

extension Timestamp: CustomStringConvertible {
    /// The moment as RFC 3339 text in UTC, such as `2027-01-31T12:00:00Z`.
    package var description: String {
        let second = Int(seconds - day.start.seconds)
        let time = [second / 3600, second / 60 % 60, second % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return "\(day)T\(time.joined(separator: ":"))Z"
    }

    /// Parses an RFC 3339 moment such as `2027-01-31T12:00:00Z`; nil if the text is anything else.
    ///
    /// An offset such as `+02:00` is counted in, a fraction of a second is dropped, and leap seconds are refused.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
            Self.isLetter("t", bytes[10]), let time = Self.clock(bytes[11..<19])
        else { return nil }
        var zone = bytes[19...]
        if zone.first == UInt8(ascii: ".") {
            let fraction = zone.dropFirst().prefix { Self.digit($0) != nil }
            guard !fraction.isEmpty else { return nil }
            zone = zone[fraction.endIndex...]
        }
        guard let offset = Self.offset(zone) else { return nil }
        let secondOfDay = time.hour * 3600 + time.minute * 60 + time.second
        self.init(seconds: day.start.seconds + Int64(secondOfDay - offset))
    }

    /// The seconds that `Z`, `+HH:MM` or `-HH:MM` is ahead of UTC.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        guard let sign = zone.first else { return nil }
        if zone.count == 1 { return isLetter("z", sign) ? 0 : nil }
        guard zone.count == 6, let time = clock(zone.dropFirst() + Array(":00".utf8)) else { return nil }
        let size = time.hour * 3600 + time.minute * 60
        switch sign {
        case UInt8(ascii: "+"): return size
        case UInt8(ascii: "-"): return -size
        default: return nil
        }
    }

    /// The numbers of `HH:MM:SS`, up to `23:59:59`.
    private static func clock(_ text: ArraySlice<UInt8>) -> (hour: Int, minute: Int, second: Int)? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(twoDigits)
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second < 60
        else { return nil }
        return (hour, minute, second)
    }

    private static func twoDigits(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count == 2, let tens = text.first.flatMap(digit), let ones = text.last.flatMap(digit) else {
            return nil
        }
        return tens * 10 + ones
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte - UInt8(ascii: "0")) : nil
    }

    private static func isLetter(_ lower: Unicode.Scalar, _ byte: UInt8) -> Bool {
        byte | 0x20 == UInt8(ascii: lower)
    }
}
