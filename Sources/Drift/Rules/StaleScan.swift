import Chronology
package import Findings
import InventoryModel

/// The last complete scan of a subnet is too old to judge by.
package struct StaleScan: DriftRule {
    package static let card = RuleCard(
        id: "stale-scan",
        chapter: .drift,
        severity: .warning,
        summary: "the last complete scan of a subnet is too old to judge by",
        explanation: """
            The subnet is to be scanned, and no complete scan of it is younger than `stale_after`, from whichever \
            vantage point. Scans that were interrupted, or that left addresses without a verdict, do not count: what \
            they missed is unknown. Until a scan completes there is no verdict on the subnet, and `drift` exits with 4.
            """,
        rejects: [
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                """,
                seen: "run 192.0.2.0/24 complete -3d"
            ),
            Example(
                """
                subnets:
                  - prefix: ↓192.0.2.0/24
                """,
                seen: """
                    run 192.0.2.0/24 complete -3d
                    run 192.0.2.0/24 incomplete -1h unknown=200
                    """
            ),
        ],
        accepts: [
            Example("subnets: [{prefix: 192.0.2.0/24}]", seen: "run 192.0.2.0/24 complete -47h"),
            Example(
                "subnets: [{prefix: 192.0.2.0/24, scan: {enabled: false}}]", seen: "run 192.0.2.0/24 complete -30d"
            ),
            Example(
                "subnets: [{prefix: 192.0.2.0/24, drift: {stale_after: 4d}}]", seen: "run 192.0.2.0/24 complete -3d"
            ),
        ]
    )

    package init() {}

    package func check(_ context: inout DriftContext) {
        for judged in context.subnets where judged.isToBeScanned && !judged.hasFreshScan(at: context.now) {
            guard let completed = judged.lastCompleteScan else { continue }
            let prefix = judged.subnet.prefix.value
            let age = context.now.since(completed).rounded
            context.report(
                "the last complete scan of \(prefix) is \(age) old; it may be \(judged.drift.staleAfter) at most",
                on: judged,
                help: judged.scanGap ?? "run `ipam scan \(prefix)`, or see why the scheduled scan did not run"
            )
        }
    }
}
