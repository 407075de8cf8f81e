import Chronology
import InventoryModel
import Testing
import ZoneData

@Suite("Serials")
struct ZoneSerialTests {
    private static let now = Timestamp(rfc3339: "2027-01-15T12:00:00Z") ?? Timestamp(seconds: 0)

    struct Step: CustomTestStringConvertible, Sendable {
        let previous: UInt32?
        let policy: SerialPolicy
        let next: UInt32
        let testDescription: String

        init(_ description: String, _ previous: UInt32?, _ policy: SerialPolicy, _ next: UInt32) {
            testDescription = description
            self.previous = previous
            self.policy = policy
            self.next = next
        }
    }

    private static let steps = [
        Step("a first date serial is the day's first", nil, .date, 2_027_011_500),
        Step("a date serial moves on to the day", 2_026_123_199, .date, 2_027_011_500),
        Step("a second change of the day counts on", 2_027_011_500, .date, 2_027_011_501),
        Step("the hundredth change of the day counts on", 2_027_011_599, .date, 2_027_011_600),
        Step("a serial ahead of today counts on", 2_027_020_100, .date, 2_027_020_101),
        Step("a counter turns into dates", 7, .date, 2_027_011_500),
        Step("a Unix time turns into dates", 1_800_000_000, .date, 2_027_011_500),
        Step("a serial far ahead wraps to the day", 4_294_967_290, .date, 2_027_011_500),
        Step("a serial just within half the circle ahead counts on", 4_100_000_000, .date, 4_100_000_001),
        Step("exactly half the circle is not newer", 2_027_011_500 &+ 0x8000_0000, .date, 4_174_495_149),
        Step("a first Unix time is the moment", nil, .unixtime, 1_800_014_400),
        Step("two changes in a second count on", 1_800_014_400, .unixtime, 1_800_014_401),
        Step("dates turn into Unix times by counting on", 2_027_011_500, .unixtime, 2_027_011_501),
        Step("a first serial of a commit is its moment", nil, .git, 1_700_000_000),
        Step("a later commit moves on to its moment", 1_600_000_000, .git, 1_700_000_000),
        Step("a second change of one commit counts on", 1_700_000_000, .git, 1_700_000_001),
        Step("a first counter is 1", nil, .increment, 1),
        Step("a counter counts", 41, .increment, 42),
        Step("a counter wraps past 0", .max, .increment, 1),
        Step("a fixed serial stands", 99, .fixed(5), 5),
    ]

    @Test("the next serial is newer by the policy", arguments: steps)
    func next(step: Step) {
        #expect(
            ZoneSerial.next(
                after: step.previous, step.policy, now: Self.now, revised: Timestamp(seconds: 1_700_000_000))
                == step.next)
    }

    @Test("no serial is older than the least that is asked for, but for fixed ones")
    func least() {
        #expect(ZoneSerial.next(after: nil, .increment, now: Self.now, least: 500) == 500)
        #expect(ZoneSerial.next(after: 700, .increment, now: Self.now, least: 500) == 701)
        #expect(ZoneSerial.next(after: nil, .date, now: Self.now, least: 2_030_010_100) == 2_030_010_100)
        #expect(ZoneSerial.next(after: nil, .fixed(3), now: Self.now, least: 500) == 3)
        #expect(ZoneSerial.next(after: 100, .increment, now: Self.now, least: 0x7fff_ffff + 100) == 0x7fff_ffff + 100)
    }

    @Test("a least serial that the previous one is newer than moves nothing, though the next one may be older than it")
    func passedLeast() {
        #expect(ZoneSerial.next(after: 100, .date, now: Self.now, least: 4_000_000_000) == 2_027_011_500)
        #expect(ZoneSerial.next(after: 4_200_000_000, .date, now: Self.now, least: 3_000_000_000) == 2_027_011_500)
        #expect(ZoneSerial.next(after: 4_294_967_290, .increment, now: Self.now, least: 7) == 7)
    }

    @Test("a day beyond what 32 bits hold makes no serial, and is counted on to")
    func lateDays() throws {
        let last = try #require(CalendarDate("4294-12-31"))
        let late = try #require(CalendarDate("4295-01-01"))
        #expect(ZoneSerial.serial(of: last) == 4_294_123_100)
        #expect(ZoneSerial.serial(of: late) == nil)
        #expect(ZoneSerial.next(after: 4_294_123_100, .date, now: late.start) == 4_294_123_101)
        let century = try #require(CalendarDate("2100-01-01"))
        #expect(ZoneSerial.next(after: 2_099_123_100, .date, now: century.start) == 2_100_010_100)
    }

    @Test(
        "moments beyond what 32 bits hold go round the circle, and are newer than those before them",
        arguments: [SerialPolicy.unixtime, .git])
    func lateMoments(policy: SerialPolicy) throws {
        let (day, later) = (
            try #require(CalendarDate("2106-02-07")).start, try #require(CalendarDate("2106-02-08")).start
        )
        let serial = ZoneSerial.next(after: nil, policy, now: day, revised: day)
        #expect(serial == 4_294_944_000)
        #expect(ZoneSerial.next(after: serial, policy, now: later, revised: later) == 63_104)
        #expect(ZoneSerial.next(after: nil, policy, now: later, revised: later) == 63_104)
        #expect(ZoneSerial.isNewer(63_104, than: serial))
        #expect(ZoneSerial.next(after: nil, policy, now: Timestamp(seconds: -5), revised: Timestamp(seconds: -5)) == 1)
    }

    @Test("newer means less than half the circle ahead (RFC 1982, 3.2)")
    func order() {
        #expect(ZoneSerial.isNewer(1, than: 0))
        #expect(ZoneSerial.isNewer(0, than: .max))
        #expect(ZoneSerial.isNewer(0x7fff_ffff, than: 0))
        #expect(!ZoneSerial.isNewer(0x8000_0000, than: 0))
        #expect(!ZoneSerial.isNewer(5, than: 5))
        #expect(!ZoneSerial.isNewer(4, than: 5))
    }
}
