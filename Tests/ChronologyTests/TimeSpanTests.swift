import Chronology
import Testing

@Suite("Time spans")
struct TimeSpanTests {
    @Test(
        "a whole number and a unit make a span",
        arguments: [("90s", 90), ("15m", 900), ("12h", 43_200), ("7d", 604_800), ("4w", 2_419_200), ("0s", 0)])
    func units(text: String, seconds: Int64) {
        #expect(TimeSpan(text)?.seconds == seconds)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "", "s", "7", "7 d", " 7d", "7d ", "07d", "-7d", "+7d", "1.5h", "1h30m", "7D", "7days", "７d", "1e3s",
            "5229w",
            "99999999999999999999s", "9223372036854775807w",
        ])
    func strictText(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test("a span is printed in its largest unit that divides it, and parses to itself")
    func roundTrip() {
        for seconds in Array(0...4000 as ClosedRange<Int64>) + [86_400, 90_000, 604_800, 1_209_600, 694_800] {
            let span = TimeSpan(seconds: seconds)
            #expect(TimeSpan(span.description) == span)
        }
        #expect(TimeSpan.seconds(5400).description == "90m")
        #expect(TimeSpan.days(14).description == "2w")
    }

    @Test(
        "for people a span is rounded down to its largest whole unit",
        arguments: [
            (0, "0 seconds"), (1, "1 second"), (119, "1 minute"), (7200, "2 hours"), (86_400 * 3 + 5, "3 days"),
            (-90, "1 minute"),
        ])
    func rounded(seconds: Int64, expected: String) {
        #expect(TimeSpan(seconds: seconds).rounded == expected)
    }
}
