import Addressing
package import Findings
import InventoryModel

/// One hardware address answers for much of a subnet.
package struct ProxyARPSuspect: DriftRule {
    package static let card = RuleCard(
        id: "proxy-arp-suspect",
        chapter: .drift,
        severity: .warning,
        summary: "one hardware address answers for much of a subnet",
        explanation: """
            A router with proxy ARP (RFC 1027) answers for addresses that no host has. Said if one hardware address \
            answers for at least eight addresses that nobody declares as its own, and for at least half of all that \
            answer. What it answers for is then taken for unknown: neither in use nor free. Switch proxy ARP off, or \
            probe with `icmp`, which only a host answers.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                    gateway: 192.0.2.1
                """,
                seen: "run 192.0.2.0/24 complete -1h\n"
                    + [1, 10, 11, 12, 13, 14, 15, 16, 17].map { "192.0.2.\($0) alive mac=02:00:5e:00:00:01" }
                    .joined(separator: "\n")
            )
        ],
        accepts: [
            Example(
                """
                subnets: [{prefix: 192.0.2.0/24}]
                devices:
                  - name: web1
                    interfaces:
                      - name: eth0
                        mac: 02:00:5e:10:00:01
                        addresses: [192.0.2.10, 192.0.2.11, 192.0.2.12, 192.0.2.13, 192.0.2.14, 192.0.2.15, \
                192.0.2.16, 192.0.2.17]
                """,
                seen: "run 192.0.2.0/24 complete -1h\n"
                    + (10...17).map { "192.0.2.\($0) alive mac=02:00:5e:10:00:01" }.joined(separator: "\n")
            )
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for suspect in context.proxies {
            let judged = context.subnet(at: suspect.subnet)
            context.report(
                "\(suspect.mac) answers for \(suspect.count) of the \(suspect.answered) addresses that answer in "
                    + "\(judged.subnet.prefix.value)",
                on: judged, shownBy: suspect.example,
                help:
                    "if it is a router, switch its proxy ARP off; if the addresses are its own, declare them with its `mac:`"
            )
        }
    }
}
