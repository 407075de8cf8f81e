import FileStore
package import Reports

/// Reads a saved result of `validate` or `drift`, to be shown in another way.
package enum ReportWorkflow {
    private static let largestFile = 1 << 30

    /// The report that a file holds.
    ///
    /// - Throws: ``WorkflowError`` if the file cannot be read or holds something else.
    package static func run(_ file: String) throws(WorkflowError) -> FindingReport {
        let bytes: [UInt8]
        do {
            bytes = try FileReader.bytes(of: file, limit: largestFile)
        } catch {
            throw WorkflowError("\(error)")
        }
        do {
            var report = try SavedReport.read(bytes)
            report.rules = report.kind == .drift ? RuleCatalog.drift : RuleCatalog.validation
            return report
        } catch {
            throw WorkflowError(
                "cannot use '\(file)': \(error); it has to be what `ipam validate -o json` or `ipam drift -o json` wrote"
            )
        }
    }
}
