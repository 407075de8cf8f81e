import Findings
import FoundationEssentials
import Observations

/// Reads back what ``JSONReport`` wrote, so that one run can be shown in other ways later.
package enum SavedReport {
    /// Why a file is no saved report.
    package struct Refusal: Error, Hashable, CustomStringConvertible {
        /// What is wrong and where in the document, as a clause without a full stop.
        package let description: String

        /// Makes a refusal from its clause.
        package init(description: String) {
            self.description = description
        }
    }

    /// The report that `bytes` hold, without the source lines and the rules' cards, which are not saved.
    ///
    /// Every number and word is checked: the file may have come from anywhere.
    /// - Throws: ``Refusal`` if they are not what `validate` or `drift` print as JSON.
    package static func read(_ bytes: [UInt8]) throws(Refusal) -> FindingReport {
        do {
            return try JSONDecoder().decode(Document.self, from: Data(bytes)).report
        } catch let error as DecodingError {
            throw Refusal(description: clause(for: error))
        } catch {
            throw Refusal(description: "it is not JSON")
        }
    }

    private struct Document: Decodable {
        let report: FindingReport

        enum Key: String, CodingKey {
            case version = "format_version"
            case summary, findings, coverage, scans, changes
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            let version = try values.decode(Int64.self, forKey: .version)
            guard version == ReportSchemas.formatVersion else {
                throw values.refusal(.version, "this version of ipam reads \(ReportSchemas.formatVersion)")
            }
            guard !values.contains(.changes) else {
                throw values.refusal(.changes, "only results of validate and drift can be shown again")
            }
            let findings = try values.decode([SavedFinding].self, forKey: .findings).map(\.finding)
            let summary = try values.nestedContainer(keyedBy: SummaryKey.self, forKey: .summary)
            let waived = try summary.number(.waived, in: 0...SavedNumber.largest)
            let leftOut = try summary.number(.leftOut, in: 0...SavedNumber.largest)
            // Only a report of drift has this, be it null.
            let isDrift = values.contains(.coverage)
            report = FindingReport(
                kind: isDrift ? .drift : .validation,
                findings: FindingList(
                    settled: findings, leftOut: leftOut,
                    unlistedWaived: max(0, waived - findings.count { $0.waiver != nil })),
                sources: SourceFiles([]),
                coverage: isDrift ? try values.decode(SavedCoverage?.self, forKey: .coverage)?.coverage : nil,
                scans: isDrift ? try values.decode([SavedScan].self, forKey: .scans).map(\.scan) : [],
                showsWaived: true
            )
        }
    }

    private enum SummaryKey: String, CodingKey {
        case waived
        case leftOut = "left_out"
    }

    private static func clause(for error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context))'\(key.stringValue)' is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context))the value is of another type"
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "it is not JSON"
        case .dataCorrupted(let context): place(context) + context.debugDescription
        @unknown default: "it cannot be read"
        }
    }

    /// Keys come from the declarations above, so that no text of the file gets into a message.
    private static func place(_ context: DecodingError.Context) -> String {
        var path = ""
        for key in context.codingPath {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return path.isEmpty ? "" : "in '\(path)', "
    }
}
