package import Findings
import InventoryModel

/// A subnet has never been scanned completely.
package struct NeverScanned: DriftRule {
    package static let card = RuleCard(
        id: "never-scanned",
        chapter: .drift,
        severity: .warning,
        summary: "a subnet has never been scanned completely",
        explanation: """
            The subnet is to be scanned, and no scan of it ever came to its end with a verdict on every address. \
            Nothing can be said about it, and that nothing is reported there does not mean that all is well: `drift` \
            exits with 4. What cannot be scanned should say `scan: {enabled: false}`.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                """,
                seen: ""
            ),
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                """,
                seen: "run 192.0.2.0/24 incomplete -1h unknown=100"
            ),
        ],
        accepts: [
            Example("subnets: [{prefix: 192.0.2.0/24}]", seen: "run 192.0.2.0/24 complete -1h"),
            Example("subnets: [{prefix: 192.0.2.0/24, scan: {enabled: false}}]", seen: ""),
            Example(
                "subnets: [{prefix: 192.0.2.0/24, status: container}, {prefix: 192.0.2.0/26}]",
                seen: "run 192.0.2.0/26 complete -1h"
            ),
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for judged in context.subnets where judged.isToBeScanned && judged.lastCompleteScan == nil {
            let prefix = judged.subnet.prefix.value
            context.report(
                judged.wasScanned ? "no scan of \(prefix) was ever complete" : "\(prefix) has never been scanned",
                on: judged,
                help: judged.scanGap ?? "run `ipam scan \(prefix)`, or say `scan: {enabled: false}`"
            )
        }
    }
}
