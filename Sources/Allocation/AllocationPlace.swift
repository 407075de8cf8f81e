import Addressing
import Findings
import InventoryModel

/// A subnet that gives out addresses, and the part of it that is in question.
struct AllocationPlace {
    let subnet: Subnet
    let range: IPRange

    /// The subnets of sources that give out addresses, in address order; those inside a container stand for it.
    ///
    /// - Throws: ``AllocationError`` if there is none, or if they have both families and none is asked for.
    static func all(
        in sources: [AllocationSource], of plan: AddressPlan, family: AddressFamily?
    ) throws(AllocationError) -> [AllocationPlace] {
        var places: [AllocationPlace] = []
        for source in sources {
            let subnet = plan.inventory.subnets[source.subnet]
            let inner =
                subnet.status == .container
                ? plan.subnets(coveredBy: subnet.prefix.value, vrf: subnet.vrfName) : [subnet]
            for subnet in inner where subnet.status == .active {
                places.append(AllocationPlace(subnet: subnet, range: part(of: source.range, in: subnet)))
            }
        }
        places = places.filter { family == nil || $0.subnet.prefix.value.family == family }
            .sorted { ($0.range, $0.subnet.vrfName) < ($1.range, $1.subnet.vrfName) }
        guard !places.isEmpty else {
            let titles = sources.map(\.title).joined(separator: ", ")
            throw AllocationError(
                .unknownSource, "no active subnet\(family.map { " of IPv\($0.rawValue)" } ?? "") is in \(titles)")
        }
        guard Set(places.map(\.range.family)).count == 1 else {
            throw AllocationError(
                .unknownSource, "addresses of both families are there: say --family 4 or --family 6")
        }
        return distinct(places)
    }

    /// What of a source lies in one of its subnets.
    private static func part(of range: IPRange, in subnet: Subnet) -> IPRange {
        range.intersection(subnet.prefix.value.range) ?? subnet.prefix.value.range
    }

    /// Sorted places without those that stand in the list twice, as a site and a tag may name one subnet.
    private static func distinct(_ places: [AllocationPlace]) -> [AllocationPlace] {
        places.indices.filter { index in
            index == 0 || places[index - 1].range != places[index].range
                || places[index - 1].subnet.vrfName != places[index].subnet.vrfName
        }.map { places[$0] }
    }
}
