/// A merge that Git left to the user, which the user left to the tool.
enum MergeConflict {
    /// Reports each line of conflict markers that opens one; says whether there were any.
    static func report(in bytes: [UInt8], to faults: inout FaultLog) -> Bool {
        let markers = markers(in: bytes)
        var isAnyReported = false
        for (index, marker) in markers.enumerated() where marker.kind == .ours || !isAnyReported {
            let rest = markers[(index + 1)...].prefix { $0.kind != .ours }
            faults.add(
                .syntax, "an unresolved merge: this line is a conflict marker that Git left", at: marker.line,
                related: rest.map { ($0.kind == .theirs ? "it ends here" : "its other side begins here", $0.line) },
                help: "keep one side, or join both, and delete the marker lines")
            isAnyReported = true
        }
        return isAnyReported
    }

    private enum Kind: UInt8, CaseIterable {
        case ours = 0x3c
        case base = 0x7c
        case middle = 0x3d
        case theirs = 0x3e
    }

    /// The lines that begin with seven equal marker characters and then end or go on with a space.
    private static func markers(in bytes: [UInt8]) -> [(kind: Kind, line: Range<Int>)] {
        var found: [(kind: Kind, line: Range<Int>)] = []
        var start = 0
        while start < bytes.count, found.count < YAMLLimits.faults {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = bytes[start..<end].trimmingTrailingBlanks
            if let kind = line.first.flatMap(Kind.init), line.count == 7 || line.dropFirst(7).first?.isBlank == true,
                line.prefix(7).allSatisfy({ $0 == kind.rawValue })
            {
                found.append((kind, line.indices))
            }
            start = end + 1
        }
        return found
    }
}
