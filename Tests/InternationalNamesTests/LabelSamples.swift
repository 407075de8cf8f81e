import TestSupport

/// Labels out of letters of many scripts, some of them such as no name may have.
enum LabelSamples {
    private static let ranges: [ClosedRange<UInt32>] = [
        0x61...0x7a, 0x61...0x7a, 0x30...0x39, 0xc0...0x17f, 0x370...0x3ff, 0x400...0x4ff, 0x5d0...0x5f4, 0x620...0x66f,
        0x900...0x97f, 0xe00...0xe4f, 0x1100...0x11ff, 0x1e00...0x1eff, 0x2000...0x206f, 0x3040...0x30ff,
        0x4e00...0x4f00, 0xac00...0xad00, 0xff00...0xff60, 0x10400...0x1044f, 0x1f600...0x1f610,
    ]

    /// So many labels, each of one to twelve letters of one or two scripts.
    static func labels(_ count: Int, using generator: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in
            let scripts = (0..<2).compactMap { _ in ranges.randomElement(using: &generator) }
            let length = Int.random(in: 1...12, using: &generator)
            let scalars = (0..<length).compactMap { _ in
                scripts.randomElement(using: &generator).flatMap {
                    Unicode.Scalar(UInt32.random(in: $0, using: &generator))
                }
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            return String(text)
        }
    }
}
