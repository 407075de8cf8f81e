import Chronology
package import Findings
import InventoryModel

/// Most of a subnet vanished at once.
package struct ScanSuspect: DriftRule {
    package static let card = RuleCard(
        id: "scan-suspect",
        chapter: .drift,
        severity: .warning,
        summary: "most of a subnet vanished at once",
        explanation: """
            Within an hour at least five expected addresses fell silent, more than still answer: active devices and \
            gateways that all answered before. A cable, a firewall or the scan itself is a likelier cause than so many \
            hosts. This one finding stands for them all: none is called missing until others answer again, or the \
            devices are retired in the inventory.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                devices:
                  - name: db1
                    interfaces:
                      - name: eth0
                        addresses: [192.0.2.10, 192.0.2.11, 192.0.2.12, 192.0.2.13, 192.0.2.14, 192.0.2.15]
                """,
                seen: "run 192.0.2.0/24 complete -1h\n192.0.2.15 alive\n"
                    + (10...14).map { "192.0.2.\($0) silent first=-60d last=-9d since=-8d at=-1h" }
                    .joined(separator: "\n")
            )
        ],
        accepts: [
            Example(
                """
                subnets:
                  - prefix: 192.0.2.0/24
                    pools: [{name: leases, range: 192.0.2.0/26, purpose: dhcp}]
                devices:
                  - name: db1
                    interfaces: [{name: eth0, addresses: [192.0.2.100]}]
                """,
                seen: "run 192.0.2.0/24 complete -1h\n192.0.2.100 alive\n"
                    + (10...14).map { "192.0.2.\($0) silent first=-60d last=-9h since=-8h at=-1h" }
                    .joined(separator: "\n")
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for blackout in context.blackouts {
            let judged = context.subnet(at: blackout.subnet)
            let age = context.now.since(blackout.began).rounded
            context.report(
                "\(blackout.vanished) of \(blackout.expected) hosts of \(judged.subnet.prefix.value) fell silent "
                    + "within an hour, \(age) ago",
                on: judged, shownBy: blackout.example,
                help: "see whether the vantage point still reaches the subnet; what is really gone should be retired"
            )
        }
    }
}
