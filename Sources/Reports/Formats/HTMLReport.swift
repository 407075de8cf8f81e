import Findings
import Observations

/// The report as a page of its own: nothing is loaded, no script runs, and light and dark follow the reader's system.
package struct HTMLReport: ReportFormat {
    package let name = "html"
    package let fileExtension = "html"
    package let summary = "one page with filters, which needs nothing else"

    /// Whatever slipped through could still not run, load or send anything.
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

    package init() {}

    package func render(_ report: FindingReport, style: ReportStyle) -> String {
        let findings = HTMLFindings(report)
        let title = report.kind == .drift ? "Network drift" : "Inventory validation"
        var page = HTMLPage()
        page.write(markup: "<!doctype html>\n<html lang=\"en\">\n")
        page.element("head") { page in
            page.open("meta", "charset=\"utf-8\"")
            page.open("meta", "http-equiv=\"Content-Security-Policy\" content=\"\(Self.policy)\"")
            page.open("meta", "name=\"viewport\" content=\"width=device-width, initial-scale=1\"")
            page.element("title", text: "\(title): \(report.counts)")
            page.element("style") { $0.write(markup: HTMLStyle.sheet(rules: findings.ruleCount)) }
        }
        page.element("body") { page in
            page.element("header") { writeHead(report, title: title, to: &$0) }
            page.element("main") { page in
                findings.write(to: &page)
                writeScans(report.scans, to: &page)
            }
        }
        page.write(markup: "</html>\n")
        return page.text
    }

    private func writeHead(_ report: FindingReport, title: String, to page: inout HTMLPage) {
        page.element("h1", text: title)
        page.element("p", text: report.counts.description)
        if let coverage = report.coverage { page.element("p", text: "Coverage: \(coverage.sentence)") }
        guard !report.notices.isEmpty else { return }
        page.element("ul") { page in
            for notice in report.notices { page.element("li", text: notice) }
        }
    }

    private func writeScans(_ scans: [SubnetScan], to page: inout HTMLPage) {
        guard !scans.isEmpty else { return }
        page.element("h2", text: "Scans")
        page.element("table") { page in
            page.element("thead") { page in
                page.element("tr") { page in
                    for title in ["Subnet", "Basis", "Latest run"] { page.element("th", "scope=\"col\"", text: title) }
                }
            }
            page.element("tbody") { page in
                for scan in scans {
                    page.element("tr") { page in
                        for cell in [scan.title, scan.basis, scan.tally ?? "n/a"] { page.element("td", text: cell) }
                    }
                }
            }
        }
    }
}
