import Chronology
import Foundation
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test("days have the text that Foundation gives them, from the first day on which it counts by our calendar")
    func agreesWithFoundation() throws {
        let first = try #require(CalendarDate(year: 1582, month: 10, day: 15))
        let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
        // Foundation takes microseconds per date, so it checks every 97th day; the others are checked by counting.
        for number in stride(from: first.daysSinceEpoch, through: last.daysSinceEpoch, by: 97) {
            let date = Date(timeIntervalSince1970: Double(number) * 86_400)
            #expect(CalendarDate(daysSinceEpoch: number).description == date.formatted(.iso8601.year().month().day()))
        }
    }

    @Test("days from 0001-01-01 to 9999-12-31 are read back from their parts and their text")
    func roundTrip() throws {
        let first = try #require(CalendarDate(year: 1, month: 1, day: 1))
        let last = try #require(CalendarDate(year: 9999, month: 12, day: 31))
        #expect(first.days(until: last) == 3_652_058)
        var failures: [Int] = []
        // The calendar repeats after 400 years: all days of these, and one in 97 of all others.
        let cycle = first.daysSinceEpoch..<first.daysSinceEpoch + 146_097
        for number in Array(cycle) + Array(stride(from: cycle.upperBound, through: last.daysSinceEpoch, by: 97)) {
            let day = CalendarDate(daysSinceEpoch: number)
            let (year, month, dayOfMonth) = day.parts
            if CalendarDate(year: year, month: month, day: dayOfMonth) != day { failures.append(number) }
            if CalendarDate(day.description) != day { failures.append(number) }
        }
        #expect(failures.isEmpty)
    }

    @Test(
        "days that the calendar does not have are refused",
        arguments: [
            (2027, 2, 29), (2100, 2, 29), (1900, 2, 29), (2027, 4, 31), (2027, 13, 1), (2027, 0, 1), (2027, 1, 0),
            (2027, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1),
        ])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test("a leap year ends February with the 29th", arguments: [4, 2000, 2024, 9996])
    func leapDays(year: Int) throws {
        let leapDay = try #require(CalendarDate(year: year, month: 2, day: 29))
        let march = try #require(CalendarDate(year: year, month: 3, day: 1))
        #expect(leapDay.days(until: march) == 1)
    }

    @Test(
        "anything but YYYY-MM-DD is refused",
        arguments: [
            "", "2027-1-31", "2027-01-31 ", " 2027-01-31", "20270131", "2027/01/31", "2027-01-31T00:00:00Z",
            "+027-01-31",
            "-027-01-31", "２027-01-31", "2027-01-3１", "2027-02-30", "0000-01-01", "2027-01-",
        ])
    func strictText(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("digits are the day without its hyphens")
    func digits() throws {
        #expect(try #require(CalendarDate("0099-01-31")).digits == "00990131")
    }
}
