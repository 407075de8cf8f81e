import Addressing
import Chronology
import InventoryModel
package import JSONShapes
import Storage

extension AddressHistory {
    /// The JSON of `history`.
    package static let shape = JSONShape<AddressHistory>(
        "Who had an address, as the inventory's past and the cache tell it.",
        [
            .init("format_version", .integer().with("const", 1), "The version of this format.") { _ in 1 },
            .init("address", .string, "The address.") { .text($0.address) },
            .init("vrf", .string, "Routing domain.") { .string($0.vrf) },
            .init("at", .nullable(.string), "The moment that was asked about (RFC 3339); null for all.") {
                .text($0.at)
            },
            .init("declared", listOf: Declared.shape, "What the inventory said, oldest first.") { $0.declared },
            .init("observed", listOf: change, "What was seen to change, oldest first.") { $0.observed },
            .init("notices", .array(of: .string), "What could not be told.") {
                .array($0.notices.map { .string($0) })
            },
        ])

    private static let change = JSONShape<AddressChange>(
        "One thing that changed.",
        [
            .init("at", .string, "When it was seen (RFC 3339).") { .text($0.at) },
            .init("vantage", .string, "From where.") { .string($0.vantage) },
            .init("tool", .string, "What saw it.") { .string($0.tool) },
            .init("field", .string, "`verdict`, `mac`, `name`, `lease`, or a port such as `tcp/22`.") {
                .text($0.field)
            },
            .init("before", .nullable(.string), "What it was; null if nothing was known.") { JSON($0.before) },
            .init("after", .nullable(.string), "What it became.") { JSON($0.after) },
        ])
}

extension AddressHistory.Declared {
    /// How a commit's part prints as JSON.
    fileprivate static let shape = JSONShape<AddressHistory.Declared>(
        "What the inventory said from one commit on.",
        [
            .init("at", .string, "When it was committed (RFC 3339).") { .text($0.at) },
            .init("commit", .string, "The commit's id.") { .string($0.commit) },
            .init("claims", listOf: claim, "Who claimed the address then.") { $0.claims },
        ])

    private static let claim = JSONShape<AddressHistory.PastClaim>(
        "A claim.",
        [
            .init("kind", .oneOf(["device", "reservation"]), "Who claimed it.") { .string($0.kind) },
            .init("name", .string, "The name of the device or reservation.") { .string($0.name) },
            .init("interface", .nullable(.string), "A device's interface.") { JSON($0.interface) },
            .init("status", .nullable(.oneOf(DeviceStatus.allCases.map(\.rawValue))), "A device's status.") {
                JSON($0.status?.rawValue)
            },
            .init("path", .string, "The file that said so.") { .string($0.path) },
        ])
}
