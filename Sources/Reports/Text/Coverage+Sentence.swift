import Observations

extension LiveCoverage {
    /// The coverage in one clause for people: `11 of 13 live addresses are claimed (84 %)`, or `n/a`.
    package var sentence: String {
        guard let percent else { return "n/a" }
        return "\(claimed) of \(Plural.addresses(alive)) \(alive == 1 ? "is" : "are") claimed (\(percent) %)"
    }
}

extension SubnetScan {
    /// The subnet as people name it, with its VRF unless that is the default; not yet escaped for any sink.
    var title: String { vrf == "default" ? "\(prefix)" : "\(vrf)/\(prefix)" }

    /// When and whence it was last scanned to the end; not yet escaped for any sink.
    var basis: String {
        guard let completed else { return "never scanned to the end" }
        return "scanned \(completed)" + (vantage.map { " from \($0)" } ?? "")
    }

    /// What the latest run found; nil if there was none.
    var tally: String? {
        guard let coverage else { return nil }
        return Verdict.allCases
            .filter { coverage.count($0) > 0 || $0 == .alive }
            .map { "\(coverage.count($0)) \($0.rawValue)" }
            .joined(separator: ", ")
    }
}

extension Plural {
    fileprivate static func addresses(_ number: Int) -> String {
        number == 1 ? "1 live address" : "\(number) live addresses"
    }
}
