package import Addressing
import Findings
package import InventoryModel
package import JSONShapes

/// Free prefixes inside containers, for somebody to declare as subnets.
package struct PrefixOffer: Hashable, Sendable {
    /// A prefix that overlaps no subnet but the containers around it.
    package struct Offered: Hashable, Sendable {
        /// The prefix.
        package let prefix: IPPrefix
        /// The routing domain of its container.
        package let vrf: String
        /// The innermost container around it.
        package let container: IPPrefix
    }

    /// How broken up a container is, before its prefixes are taken and after.
    package struct Effect: Hashable, Sendable {
        /// The routing domain of the container.
        package let vrf: String
        /// The container.
        package let container: IPPrefix
        /// What is free before.
        package let before: Fragmentation
        /// What is free after.
        package let after: Fragmentation
    }

    /// The prefixes, in the order in which they were taken.
    package private(set) var prefixes: [Offered] = []
    /// What that does to the containers that they are taken from.
    package private(set) var effects: [Effect] = []

    /// Takes prefixes from sources, one container after the other.
    ///
    /// - Throws: ``AllocationError`` if a source is no container, or fewer prefixes are free.
    package init(
        _ count: Int, length: Int, from sources: [AllocationSource], of plan: AddressPlan, family: AddressFamily?,
        strategy: AllocationStrategy
    ) throws(AllocationError) {
        let titles = sources.map(\.title).joined(separator: ", ")
        for container in try Self.containers(sources, plan, family) where prefixes.count < count {
            var picker = PrefixPicker(plan.unallocated(in: container), length: length, strategy)
            let before = picker.fragmentation
            let known = prefixes.count
            while prefixes.count < count, let prefix = picker.next() {
                prefixes.append(
                    Offered(prefix: prefix, vrf: container.vrfName, container: container.prefix.value))
            }
            guard prefixes.count > known else { continue }
            effects.append(
                Effect(
                    vrf: container.vrfName, container: container.prefix.value, before: before,
                    after: picker.fragmentation))
        }
        guard prefixes.count == count else {
            let found = prefixes.isEmpty ? "no /\(length) is" : "only \(prefixes.count) of \(count) /\(length) are"
            throw AllocationError(.exhausted, "\(found) free in \(titles)")
        }
    }

    /// The containers among sources, in address order.
    private static func containers(
        _ sources: [AllocationSource], _ plan: AddressPlan, _ family: AddressFamily?
    ) throws(AllocationError) -> [Subnet] {
        let all = sources.map { plan.inventory.subnets[$0.subnet] }.filter { $0.status == .container }
        let wanted = all.filter { family == nil || $0.prefix.value.family == family }
        guard !wanted.isEmpty else {
            let titles = sources.map(\.title).joined(separator: ", ")
            throw AllocationError(
                .unknownSource,
                "prefixes are taken from subnets with `status: container`, and there is none in \(titles)")
        }
        guard Set(wanted.map(\.prefix.value.family)).count == 1 else {
            throw AllocationError(
                .unknownSource, "containers of both families are there: say --family 4 or --family 6")
        }
        return wanted.sorted { ($0.prefix.value, $0.vrfName) < ($1.prefix.value, $1.vrfName) }
    }
}

extension AddressPlan {
    /// The addresses of a container that lie in none of its subnets, and that nobody claims.
    fileprivate func unallocated(in container: Subnet) -> AddressSet {
        let range = container.prefix.value.range
        let inner = subnets(coveredBy: container.prefix.value, vrf: container.vrfName)
            .filter { $0.prefix.value != container.prefix.value }
        let claimed = claims(beginningIn: range, vrf: container.vrfName).map(\.range)
        let reserved = reservations(overlapping: range, vrf: container.vrfName).map(\.range.value)
        return AddressSet(inner.map(\.prefix.value.range) + claimed + reserved).free(in: range)
    }
}

extension PrefixOffer {
    /// The version of the shape; raised when something that scripts rely on changes or goes.
    private static let formatVersion: Int64 = 1

    /// The JSON of `next --prefix-length`.
    package static let shape = JSONShape<PrefixOffer>(
        "Free prefixes.",
        [
            .init("format_version", .integer().with("const", .integer(formatVersion)), "The version of this format.") {
                _ in .integer(formatVersion)
            },
            .init("prefixes", .array(of: Offered.shape.schema), "The prefixes, in the order of the strategy.") {
                .array($0.prefixes.map(Offered.shape.json))
            },
            .init("effects", .array(of: Effect.shape.schema), "What that does to the containers around them.") {
                .array($0.effects.map(Effect.shape.json))
            },
        ])
}

extension PrefixOffer.Offered {
    fileprivate static let shape = JSONShape<PrefixOffer.Offered>(
        "A prefix that overlaps no subnet but the containers around it.",
        [
            .init("prefix", .string, "The prefix.") { .text($0.prefix) },
            .init("vrf", .string, "The routing domain of its container.") { .string($0.vrf) },
            .init("container", .string, "The container that it is taken from.") { .text($0.container) },
        ])
}

extension PrefixOffer.Effect {
    fileprivate static let shape = JSONShape<PrefixOffer.Effect>(
        "How broken up a container is, before and after.",
        [
            .init("vrf", .string, "The routing domain of the container.") { .string($0.vrf) },
            .init("container", .string, "The container.") { .text($0.container) },
            .init("before", Fragmentation.shape.schema, "What is free before.") { Fragmentation.shape.json($0.before) },
            .init("after", Fragmentation.shape.schema, "What is free after.") { Fragmentation.shape.json($0.after) },
        ])
}

extension Fragmentation {
    fileprivate static let shape = JSONShape<Fragmentation>(
        "How broken up free space is.",
        [
            .init("blocks", .integer(0...Int64.max), "Free blocks, each as wide as it can be.") {
                .integer(Int64($0.blocks))
            },
            .init("largest", .nullable(.string), "The widest of them.") { .text($0.largest) },
        ])
}
