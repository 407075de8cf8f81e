import Findings
import Foundation
import Observations
import Reports
import TestSupport
import Testing

@Suite("Prometheus report")
struct PrometheusReportTests {
    private func render(_ report: FindingReport) -> String { PrometheusReport().render(report, style: .plain) }

    @Test("drift has findings by rule, coverage and scans")
    func drift() throws {
        let report = Sample.drift(
            [Sample.unclaimed], coverage: LiveCoverage(alive: 13, claimed: 11), scans: try Sample.scans())
        #expect(
            render(report) == """
                # HELP ipam_findings Open findings by rule.
                # TYPE ipam_findings gauge
                ipam_findings{command="drift",rule="unclaimed-address",severity="warning"} 1
                # HELP ipam_findings_waived Findings that a waiver covers.
                # TYPE ipam_findings_waived gauge
                ipam_findings_waived{command="drift"} 0
                # HELP ipam_live_addresses Addresses that were alive.
                # TYPE ipam_live_addresses gauge
                ipam_live_addresses 13
                # HELP ipam_live_addresses_claimed Live addresses that the inventory accounts for.
                # TYPE ipam_live_addresses_claimed gauge
                ipam_live_addresses_claimed 11
                # HELP ipam_subnet_addresses Addresses by what the latest scan of their subnet found.
                # TYPE ipam_subnet_addresses gauge
                ipam_subnet_addresses{vrf="default",prefix="192.0.2.0/24",verdict="alive"} 13
                ipam_subnet_addresses{vrf="default",prefix="192.0.2.0/24",verdict="silent"} 241
                ipam_subnet_addresses{vrf="default",prefix="192.0.2.0/24",verdict="unreachable"} 0
                ipam_subnet_addresses{vrf="default",prefix="192.0.2.0/24",verdict="unknown"} 0
                # HELP ipam_subnet_last_complete_scan_timestamp_seconds When the latest complete scan of a subnet ended.
                # TYPE ipam_subnet_last_complete_scan_timestamp_seconds gauge
                ipam_subnet_last_complete_scan_timestamp_seconds{vrf="default",prefix="192.0.2.0/24"} 1795000000

                """)
    }

    @Test(
        "prometheus-client reads every number, whatever names hold",
        .enabled(if: Checker.wantsPython, Checker.note))
    func parsed() throws {
        let prefix = try #require(try Sample.scans().first?.prefix)
        let hostile = "a\"} 7\nevil{b=\"\\"
        let shown = "a\"} 7\\u{a}evil{b=\"\\"
        let scan = SubnetScan(
            vrf: hostile, prefix: prefix, vantage: nil, completed: nil,
            coverage: SubnetCoverage(vrf: hostile, prefix: prefix, targets: 3, verdicts: [.alive: 3]))
        let text = render(Sample.drift([Sample.unclaimed], coverage: LiveCoverage(alive: 1, claimed: 0), scans: [scan]))
        let script = """
            from prometheus_client.parser import text_string_to_metric_families
            for family in text_string_to_metric_families(open("a.prom", newline="").read()):
                for sample in family.samples:
                    print(sample.name, sample.labels.get("vrf") == \(Self.python(shown)), float(sample.value))
            """
        #expect(
            try Checker.run(script, ["a.prom": text]) == """
                ipam_findings False 1.0
                ipam_findings_waived False 0.0
                ipam_live_addresses False 1.0
                ipam_live_addresses_claimed False 0.0
                ipam_subnet_addresses True 3.0
                ipam_subnet_addresses True 0.0
                ipam_subnet_addresses True 0.0
                ipam_subnet_addresses True 0.0

                """)
    }

    /// The text as a literal of Python.
    private static func python(_ text: String) -> String {
        "bytes([" + text.utf8.map { "\($0)" }.joined(separator: ",") + "]).decode()"
    }
}
