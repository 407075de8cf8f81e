import Chronology
import Foundation
import Testing

@Suite("Timestamps")
struct TimestampTests {
    static let years = [1, 999, 1582, 1600, 1969, 1970, 2000, 2027, 2038, 2100, 9999]

    @Test("a printed moment parses to itself", arguments: years)
    func roundTrip(year: Int) throws {
        let day = try #require(CalendarDate(year: year, month: 3, day: 1))
        for seconds in [0, 1, 43_200, 86_399] {
            let moment = Timestamp(seconds: day.start.seconds + Int64(seconds))
            #expect(Timestamp(rfc3339: moment.description) == moment)
            #expect(moment.description.hasPrefix(day.description))
        }
    }

    @Test("a moment falls on the day that holds it, before 1970 too")
    func days() throws {
        let day = try #require(CalendarDate("1969-12-31"))
        #expect(Timestamp(seconds: -1).day == day)
        #expect(Timestamp(seconds: -86_400).day == day)
        #expect(Timestamp(seconds: 0).day.description == "1970-01-01")
        #expect(day.start == Timestamp(seconds: -86_400))
    }

    @Test("the fraction of a second is dropped towards the past")
    func fractions() {
        #expect(Timestamp(Date(timeIntervalSince1970: 1.9)).seconds == 1)
        #expect(Timestamp(Date(timeIntervalSince1970: -0.1)).seconds == -1)
    }

    @Test(
        "an offset is counted in, a fraction is dropped, and case does not matter",
        arguments: ["2027-01-31T12:00:00+02:00", "2027-01-30T23:30:00-10:30", "2027-01-31t10:00:00.999z"])
    func spellings(text: String) {
        #expect(Timestamp(rfc3339: text)?.description == "2027-01-31T10:00:00Z")
    }

    @Test("moments have the text that Foundation gives them", arguments: [1600, 1969, 1970, 2000, 2027, 2038, 9999])
    func agreesWithFoundation(year: Int) throws {
        let start = try #require(CalendarDate(year: year, month: 1, day: 1)).start.seconds
        for seconds in stride(from: start, to: start + 366 * 86_400, by: 86_399) {
            let date = Date(timeIntervalSince1970: Double(seconds))
            #expect(Timestamp(seconds: seconds).description == date.formatted(.iso8601))
        }
    }

    @Test(
        "anything but RFC 3339 is refused",
        arguments: [
            "", "now", "2027-01-31", "2027-01-31T12:00:00", "12:00:00Z", "2027-13-31T12:00:00Z",
            "2027-01-31T12:00:00Zjunk",
        ])
    func strictText(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("adding the time between two moments to the earlier gives the later")
    func arithmetic() {
        let (early, late) = (Timestamp(seconds: -5), Timestamp(seconds: 7))
        #expect(early + late.since(early) == late)
    }
}
