package import InventoryModel
import ZoneData

/// Zone files that BIND, NSD, Knot, PowerDNS and others load, one a zone.
package struct BINDExport: ExportFormat {
    package let name = "bind"
    package let summary = "DNS zone files, forward and reverse, one for each declared zone"
    package let layout = ExportLayout.directory

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        ZoneSet(input.plan).zones.map { zone in
            let path = ZoneFile.name(of: zone.name)
            // Invalid UTF-8 never equals our text, so such a file is written anew; its serial still counts.
            let previous = input.previous(path).map { String(decoding: $0, as: UTF8.self) }
            return ExportedFile(path: path, text: ZoneFile.render(zone, previous: previous, now: input.now))
        }.sorted { $0.path < $1.path }
    }

    package func problems(_ plan: AddressPlan) -> [ExportProblem] {
        let harmless: [ZoneProblem.Kind] = [.invalidHostname, .unpublishableName, .unplacedName, .pointerConflict]
        return ZoneSet(plan).problems.sorted().map { problem in
            // A name that cannot be derived was never promised; a declared record that is missing would be a lie.
            let isFatal = !harmless.contains(problem.kind)
            return ExportProblem(reason: problem.reason, span: problem.span, isFatal: isFatal)
        }
    }
}
