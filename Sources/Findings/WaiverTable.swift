import Addressing

/// The waivers that hold on one day, found by the findings that they cover.
struct WaiverTable {
    /// Which waivers have covered a finding, by their place.
    private(set) var isUsed: [Bool]
    private let waivers: [Waiver]
    private let scopes: [WaiverScope]
    private let placesByRule: [String: [Int]]
    private let holders: (Subject) -> [String]

    /// - Parameter holders: the names of the devices and reservations that a subject belongs to.
    init(_ waivers: [Waiver], holders: @escaping (Subject) -> [String]) {
        self.waivers = waivers
        self.holders = holders
        isUsed = Array(repeating: false, count: waivers.count)
        scopes = waivers.map { WaiverScope($0.subject.value) }
        placesByRule = Dictionary(grouping: waivers.indices) { waivers[$0].rule.value }
    }

    /// The first waiver that covers a finding; all that do count as used.
    mutating func waiver(of finding: Finding) -> Waiver? {
        guard let places = placesByRule[finding.rule.name] else { return nil }
        let areNamed = places.contains { scopes[$0] == .name || scopes[$0] == .fingerprint }
        let target = Target(finding, names: areNamed ? holders(finding.subject) : [])
        let covering = places.filter { target.isCovered(by: waivers[$0].subject.value, scopes[$0]) }
        for place in covering { isUsed[place] = true }
        return covering.first.map { waivers[$0] }
    }

    /// The waivers that have covered nothing so far.
    var unused: [Waiver] { zip(waivers, isUsed).filter { !$0.1 }.map(\.0) }
}

/// A finding as the subjects of waivers see it.
private struct Target {
    private let finding: Finding
    private let fingerprint: String
    private let scope: WaiverScope
    private let names: [String]

    init(_ finding: Finding, names: [String]) {
        self.finding = finding
        fingerprint = finding.fingerprint.description
        scope = WaiverScope(finding.subject.id)
        self.names = names
    }

    func isCovered(by text: String, _ waived: WaiverScope) -> Bool {
        if text == finding.subject.id || text == fingerprint { return true }
        switch (waived, scope) {
        case (.addresses(let range, let vrf), .addresses(let own, let ownVRF)):
            return vrf == ownVRF && range.contains(own)
        case (.mac(let mac), _):
            return scope == .mac(mac) || finding.evidence?.mac.map { WaiverScope($0) } == .mac(mac)
        case (.name, _), (.fingerprint, _):
            return names.contains(text) || isPart(of: text)
        default:
            return false
        }
    }

    /// Whether the finding is about an interface of the device, or about the zone or a name in it.
    private func isPart(of text: String) -> Bool {
        switch finding.subject.kind {
        case .interface:
            return finding.subject.id.hasPrefix("\(text)/")
        case .record, .zone:
            let zone = (text.hasSuffix(".") ? String(text.dropLast()) : text).lowercased()
            return finding.subject.id == zone || finding.subject.id.hasSuffix(".\(zone)")
        default:
            return false
        }
    }
}
