package import Findings

/// What came of reading one file.
package struct YAMLReading: Sendable {
    /// What the file says; nil when it cannot be understood at all.
    package let tree: YAMLTree?
    /// All that is wrong with the file as YAML.
    package let faults: [Fault]
}

/// Reads YAML files, refusing what makes them ambiguous, dangerous or other than they look.
package enum YAMLReader {
    /// Reads one file that has the place `index` in its ``SourceFiles``.
    ///
    /// Takes time linear in the file's size whatever it holds, and shares no state with other calls.
    package static func read(_ file: SourceFile, index: UInt32) -> YAMLReading {
        var faults = FaultLog(file, index: index)
        guard let encoding = TextCheck.check(file.bytes, reporting: &faults) else {
            return YAMLReading(tree: nil, faults: faults.faults)
        }
        let start = Preamble.end(in: file.bytes, reporting: &faults)
        var builder = TreeBuilder(file.bytes, from: start, isASCII: encoding.isASCII, faults: faults)
        let isUnderstood = builder.build()
        return YAMLReading(
            tree: isUnderstood ? builder.tree(file: index) : nil,
            faults: builder.faults.faults
        )
    }
}

/// The largest things that a file may hold.
enum YAMLLimits {
    /// Bytes in a file: 8 MiB.
    static let file = 8 << 20
    /// Collections inside each other.
    static let depth = 32
    /// Bytes in a decoded key: 1 KiB.
    static let key = 1 << 10
    /// Bytes in a decoded scalar: 64 KiB.
    static let scalar = 64 << 10
    /// Faults that are reported for one file.
    static let faults = 100
}
