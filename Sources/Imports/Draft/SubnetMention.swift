import Addressing
import InventoryModel

/// The subnet that a row names, and what it says of it and of what belongs to it.
struct SubnetMention: Sendable {
    /// The subnet.
    let subnet: DraftSubnet
    /// A pool in it.
    let pool: DraftPool?
    /// Sites that the row describes.
    let sites: [DraftSite]
    /// The routing domain.
    let domain: DraftVRF?

    /// Adds what is not known of the subnet yet; what contradicts an earlier row is a fault.
    func add(to draft: inout Draft) {
        var conflicts: [Contradiction] = []
        draft.mention(subnet) { known in
            let title = "subnet \(known.prefix)"
            conflicts = [
                Contradiction.fill(&known.name, "subnet", of: title, subnet.name),
                Contradiction.fill(&known.site, "subnet_site", of: title, subnet.site),
                Contradiction.fill(&known.vlan, "vlan", of: title, subnet.vlan),
                Contradiction.fill(&known.status, "subnet_status", of: title, subnet.status),
                Contradiction.fill(&known.gateway, "gateway", of: title, subnet.gateway),
                Contradiction.fill(&known.owner, "subnet_owner", of: title, subnet.owner),
                Contradiction.fill(&known.description, "subnet_description", of: title, subnet.description),
                Contradiction.fill(&known.tags, "subnet_tags", of: title, subnet.tags),
            ].compactMap(\.self)
            if let pool { conflicts += Self.add(pool, to: &known) }
        }
        draft.need(site: subnet.site, subnet.origin)
        for site in sites { conflicts += draft.describe(site).map { [$0] } ?? [] }
        if let domain { conflicts += draft.describe(domain) }
        for conflict in conflicts { draft.remark(.fault, subnet.origin, column: conflict.key, conflict.message) }
    }

    private static func add(_ pool: DraftPool, to subnet: inout DraftSubnet) -> [Contradiction] {
        guard let index = subnet.pools.firstIndex(where: { $0.name == pool.name }) else {
            subnet.pools.append(pool)
            return []
        }
        let title = "pool '\(pool.name)'"
        let known = subnet.pools[index]
        var (range, purpose): (IPRange?, PoolPurpose?) = (known.range, known.purpose)
        return [
            Contradiction.fill(&range, "pool_range", of: title, pool.range),
            Contradiction.fill(&purpose, "pool_purpose", of: title, pool.purpose),
            Contradiction.fill(&subnet.pools[index].description, "pool_description", of: title, pool.description),
        ].compactMap(\.self)
    }
}

/// A row that says of something what an earlier row said otherwise.
struct Contradiction {
    /// The column.
    let key: String
    /// What is said of it.
    let message: String

    /// Gives a field its value unless it has one; the contradiction if that is another.
    ///
    /// - Parameter title: what the field belongs to, as people call it: `device 'nas'`.
    static func fill<Value: Equatable>(
        _ field: inout Value?, _ key: String, of title: @autoclosure () -> String, _ value: Value?
    ) -> Contradiction? {
        guard let value else { return nil }
        guard let earlier = field else {
            field = value
            return nil
        }
        guard earlier != value else { return nil }
        return Contradiction(key, of: title(), "\(earlier)", "\(value)")
    }

    /// Gives a list its values unless it has some; the contradiction if those are others, in whatever order.
    static func fill<Value: Hashable>(
        _ field: inout [Value], _ key: String, of title: @autoclosure () -> String, _ values: [Value]
    ) -> Contradiction? {
        guard !values.isEmpty, field != values else { return nil }
        guard !field.isEmpty else {
            field = values
            return nil
        }
        guard Set(field) != Set(values) else { return nil }
        func text(_ values: [Value]) -> String { values.map { "\($0)" }.joined(separator: " ") }
        return Contradiction(key, of: title(), text(field), text(values))
    }

    private init(_ key: String, of title: String, _ earlier: String, _ value: String) {
        let noun = title.prefix { $0 != " " }
        self.key = key
        message = "\(title) has \(key) '\(earlier)' in an earlier row and '\(value)' here: a \(noun) has one"
    }
}
