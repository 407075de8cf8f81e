package import Findings
import InventoryModel

/// Two objects of one kind have the same name.
package struct DuplicateName: ValidationRule {
    package static let card = RuleCard(
        id: "duplicate-name",
        chapter: .references,
        severity: .error,
        summary: "two objects of one kind have the same name",
        explanation: """
            Commands, references and DNS know devices, sites, VRFs, subnets and pools by their names, so a name must \
            mean one of them, over all files. Interfaces need different names within their device. The two subnets \
            of a dual-stack network are two objects: call them servers-v4 and servers-v6.
            """,
        rejects: [
            """
            devices:
              - name: db1
              - name: ↓db1
            """,
            """
            devices:
              - name: db1
                interfaces: [{name: eth0}, {name: ↓eth0}]
            """,
            """
            subnets:
              - prefix: 192.0.2.0/25
                pools: [{name: leases, range: 192.0.2.64/27, purpose: dhcp}]
              - prefix: 192.0.2.128/25
                pools: [{name: ↓leases, range: 192.0.2.192/27, purpose: dhcp}]
            """,
        ],
        accepts: [
            """
            sites: [{name: lon1}]
            devices:
              - name: lon1
                interfaces: [{name: eth0}]
              - name: db1
                interfaces: [{name: eth0}]
            """
        ]
    )

    package init() {}

    package func check(_ context: inout ValidationContext) {
        let inventory = context.inventory
        check(inventory.sites.lazy.map(\.name), "site", .site, &context)
        check(inventory.vrfs.lazy.map(\.name), "vrf", .vrf, &context)
        check(inventory.subnets.lazy.compactMap(\.name), "subnet", .prefix, &context)
        check(inventory.subnets.lazy.flatMap(\.pools).map(\.name), "pool", .pool, &context)
        // By index, since a device is large and to visit each one would copy it.
        let devices = inventory.devices
        check(devices.indices.lazy.map { devices[$0].name }, "device", .device, &context)
        for index in devices.indices where devices[index].interfaces.count > 1 {
            let owner = devices[index].name.value
            let names = devices[index].interfaces.map(\.name)
            check(names, "interface of '\(owner)'", .interface, of: owner, &context)
        }
    }

    private func check(
        _ names: some Collection<Located<String>>, _ noun: String, _ kind: Subject.Kind, of owner: String? = nil,
        _ context: inout ValidationContext
    ) {
        // Nearly always there is no name twice, and to see that takes less than to remember where each one stands.
        guard !names.allDiffer else { return }
        var first: [String: SourceSpan] = [:]
        for name in names {
            guard let earlier = first[name.value] else {
                first[name.value] = name.span
                continue
            }
            context.report(
                "another \(noun) is named '\(name.value)'",
                at: name.span,
                subject: Subject(kind, owner.map { "\($0)/\(name.value)" } ?? name.value),
                related: [.init("first named here", at: earlier)]
            )
        }
    }
}

extension Collection<Located<String>> {
    /// Whether no name stands in it twice.
    fileprivate var allDiffer: Bool {
        var seen = Set<String>(minimumCapacity: count)
        return allSatisfy { seen.insert($0.value).inserted }
    }
}
