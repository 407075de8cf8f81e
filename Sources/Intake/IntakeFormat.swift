import Observations

/// A format in which another tool says what it saw.
///
/// A format is one file that holds all about it, and its line in ``IntakeFormats``.
protocol IntakeFormat: SendableMetatype {
    /// What people call the format.
    static var name: String { get }

    /// Whether a file that begins with these bytes is in this format.
    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool

    /// Reads a file that was recognised.
    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult
}
