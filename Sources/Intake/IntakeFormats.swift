package import Observations

/// Takes in what other tools saw.
package enum IntakeFormats {
    /// All formats, by name; a file is in the first that recognises it.
    private static let all: [any IntakeFormat.Type] = [
        NmapXML.self
    ]

    /// The most bytes that a file may have.
    package static let sizeLimit = 256 << 20

    /// How much of a file is looked at to find its format.
    private static let beginningSize = 4096

    /// Reads a file in whatever format it is.
    ///
    /// Observations are in the VRF `default` and coverage is empty: which subnets a file covered is for the caller to
    /// say, who knows the inventory. A file that ends early gives a run that is incomplete, and what it did hold.
    /// - Parameters:
    ///   - name: The file's name, for messages.
    ///   - vantage: From where the tool scanned.
    /// - Throws: ``IntakeError``.
    package static func read(_ bytes: [UInt8], name: String, vantage: String) throws(IntakeError) -> ScanResult {
        guard bytes.count <= sizeLimit else {
            throw IntakeError(.tooLarge, "'\(name)' is over \(sizeLimit >> 20) MiB; split the scan into several files")
        }
        let beginning = bytes.prefix(beginningSize)
        for format in all where format.recognises(beginning) {
            return try format.read(bytes, name: name, vantage: vantage)
        }
        let names = all.map { $0.name }.joined(separator: ", ")
        throw IntakeError(.unrecognised, "'\(name)' is in no format that can be taken in (\(names))")
    }
}
