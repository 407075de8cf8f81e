package import Observations

/// Takes in what other tools saw.
package enum IntakeFormats {
    /// All formats, by name; a file is in the first that recognises it.
    private static let all: [any IntakeFormat.Type] = [
        NmapXML.self, NeighbourTable.self, KeaLeases.self, DnsmasqLeases.self, ARPScanText.self, FpingText.self,
    ]

    /// What people call the formats.
    package static var names: [String] { all.map { $0.name } }

    /// The most bytes that a file may have.
    package static let sizeLimit = 256 << 20

    /// How much of a file is looked at to find its format.
    private static let beginningSize = 4096

    /// Reads a file in whatever format it is.
    ///
    /// Observations are in the VRF `default` and coverage is empty: which subnets a file covered is for the caller to
    /// say, who knows the inventory. A file that ends early gives a run that is incomplete, and what it did hold.
    /// - Throws: ``IntakeError``.
    package static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        guard file.bytes.count <= sizeLimit else {
            throw IntakeError(
                .tooLarge, "'\(file.name)' is over \(sizeLimit >> 20) MiB; split the scan into several files")
        }
        let beginning = file.bytes.prefix(beginningSize)
        for format in all where format.recognises(beginning) { return try format.read(file) }
        throw IntakeError(
            .unrecognised,
            "'\(file.name)' is in no format that can be taken in (\(names.joined(separator: ", ")))")
    }
}
