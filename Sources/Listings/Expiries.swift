import Chronology
import Findings
import InventoryModel

/// Finds what ends soon, or has ended.
enum Expiries {
    /// What ends within some days, soonest first.
    static func within(days: Int, _ input: ListInput) -> [StatusReport.Expiry] {
        let inventory = input.plan.inventory
        let last = CalendarDate(daysSinceEpoch: input.now.day.daysSinceEpoch + days)
        var locator = SourceLocator(input.sources)
        var found: [StatusReport.Expiry] = []
        func add(_ kind: String, _ name: String, _ expires: Located<CalendarDate>?) {
            guard let expires, expires.value <= last else { return }
            found.append(
                .init(kind: kind, name: name, expires: expires.value, place: locator.location(of: expires.span)))
        }
        for reservation in inventory.reservations { add("reservation", reservation.title, reservation.expires) }
        for device in inventory.devices {
            for address in device.interfaces.flatMap(\.addresses) {
                add("address", "\(device.name.value) \(address.address.value)", address.expires)
            }
        }
        for waiver in inventory.waivers {
            add("waiver", "\(waiver.rule.value) of \(waiver.subject.value)", waiver.expires)
        }
        return found.sorted { ($0.expires, $0.kind, $0.name) < ($1.expires, $1.kind, $1.name) }
    }
}
