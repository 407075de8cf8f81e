import Changes
import Findings
import InventoryModel
import JSONShapes

extension ChangeReport.PlacedChange {
    static let shape = JSONShape<ChangeReport.PlacedChange>(
        "One thing that differs, whatever the text around it.",
        [
            .init("action", .oneOf(Change.Action.allCases.map(\.rawValue)), "What happens to it.") {
                .string($0.change.action.rawValue)
            },
            .init("kind", .oneOf(Change.Kind.allCases.map(\.rawValue)), "What sort of thing it is.") {
                .string($0.change.kind.rawValue)
            },
            .init("id", .string, "What stays the same and names it; outside the default VRF as `vrf/object`.") {
                .string($0.change.id)
            },
            .init("before", .nullable(.string), "What it was; null for what is new.") { JSON($0.change.before) },
            .init("after", .nullable(.string), "What it is; null for what is gone.") { JSON($0.change.after) },
            .init("fields", .array(of: FieldChange.shape.schema), "Single values of an object that differ.") {
                .array($0.change.fields.map(FieldChange.shape.json))
            },
            .init("path", .string, "File, relative to the working directory; of what is gone, where it was.") {
                .string($0.location.path)
            },
            .init("line", .integer(1...Int64.max), "Line, counted from 1.") { .integer(Int64($0.location.line)) },
        ])
}

extension FieldChange {
    static let shape = JSONShape<FieldChange>(
        "A value of an object that differs.",
        [
            .init("name", .string, "The key that it stands under.") { .string($0.name) },
            .init("before", .string, "What it was; empty for nothing.") { .string($0.before) },
            .init("after", .string, "What it is; empty for nothing.") { .string($0.after) },
        ])
}

extension UseChange {
    static let shape = JSONShape<UseChange>(
        "How many addresses of a subnet or pool are claimed.",
        [
            .init("kind", .oneOf(["subnet", "pool"]), "Whether it is a subnet or a pool.") {
                .string($0.kind.rawValue)
            },
            .init("id", .string, "The prefix or the pool's name; outside the default VRF as `vrf/object`.") {
                .string($0.id)
            },
            .init("name", .nullable(.string), "The subnet's name.") { JSON($0.name) },
            .init("before", .nullable(Use.shape.schema), "Before; null if it did not exist.") {
                $0.before.map(Use.shape.json) ?? .null
            },
            .init("after", .nullable(Use.shape.schema), "After; null if it does not exist any more.") {
                $0.after.map(Use.shape.json) ?? .null
            },
        ])
}

extension UseChange.Use {
    static let shape = JSONShape<UseChange.Use>(
        "Claimed addresses and all addresses.",
        [
            .init("claimed", .integer(0...Int64.max), "How many are claimed, ranges kept free included.") {
                .integer(Int64(clamping: $0.claimed))
            },
            .init("size", .integer(0...Int64.max), "How many hosts could have; the highest number stands for more.") {
                .integer(Int64(clamping: $0.size))
            },
        ])
}

extension RecordChange {
    static let shape = JSONShape<RecordChange>(
        "The records of one name and type in one zone.",
        [
            .init("zone", .string, "The zone.") { .text($0.zone) },
            .init("name", .string, "The name that they belong to.") { .text($0.owner) },
            .init("type", .string, "Their type; SOA without its serial.") { .text($0.type) },
            .init("before", .nullable(RecordSet.shape.schema), "What they were; null for none.") {
                $0.before.map(RecordSet.shape.json) ?? .null
            },
            .init("after", .nullable(RecordSet.shape.schema), "What they are; null for none.") {
                $0.after.map(RecordSet.shape.json) ?? .null
            },
        ])
}

extension RecordSet {
    static let shape = JSONShape<RecordSet>(
        "Records of one name and type.",
        [
            .init("ttl", .integer(0...Int64(UInt32.max)), "How long they may be cached, in seconds.") {
                .integer(Int64($0.ttl))
            },
            .init("data", .array(of: .string), "What they say, as a zone file writes it.") {
                .array($0.data.map { .string($0) })
            },
        ])
}

extension DHCPReservationChange {
    static let shape = JSONShape<DHCPReservationChange>(
        "An address that a DHCP server gives to one client.",
        [
            .init("before", .nullable(DHCPReservation.shape.schema), "What it was; null for none.") {
                $0.before.map(DHCPReservation.shape.json) ?? .null
            },
            .init("after", .nullable(DHCPReservation.shape.schema), "What it is; null for none.") {
                $0.after.map(DHCPReservation.shape.json) ?? .null
            },
        ])
}

extension DHCPReservation {
    static let shape = JSONShape<DHCPReservation>(
        "A DHCP reservation.",
        [
            .init("subnet", .string, "The subnet; outside the default VRF as `vrf/prefix`.") {
                .string(Subject(.prefix, $0.subnet, vrf: $0.vrf).id)
            },
            .init("mac", .nullable(.string), "Who gets the address, by hardware address.") { .text($0.client.mac) },
            .init("duid", .nullable(.string), "Who gets the address, by DUID.") { .text($0.client.duid) },
            .init("address", .string, "The address.") { .text($0.address) },
            .init("device", .string, "The device.") { .string($0.device) },
        ])
}

extension SafetyVerdict {
    static let shape = JSONShape<SafetyVerdict>(
        "Whether a change removes more than it may.",
        [
            .init("stop", .boolean, "Whether a limit is exceeded that nobody acknowledged.") { .bool($0.isStop) },
            .init("removals", .integer(0...Int64.max), "How many claims, DNS records and DHCP reservations go.") {
                .integer(Int64($0.removals.total))
            },
            .init("max_removals", .integer(0...Int64.max), "The largest number, as the base says.") {
                .integer(Int64($0.limits.count))
            },
            .init("max_removals_percent", .integer(0...100), "The largest share of a scope of ten or more.") {
                .integer(Int64($0.limits.percent))
            },
            .init("allowed", .nullable(.integer()), "The number that was acknowledged.") {
                $0.allowed.map { .integer(Int64($0)) } ?? .null
            },
            .init("reasons", .array(of: .string), "The limits that are exceeded.") {
                .array($0.reasons.map { .string($0) })
            },
        ])
}
