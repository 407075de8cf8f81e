import Addressing
import Chronology
import Edits
package import Findings
import InventoryModel
import Observations
import Reports
import YAMLSyntax

/// Takes one kind of drift over into the inventory: what was found is what is declared from now on.
package struct Adoption: InventoryChange {
    /// Which findings of a kind are taken over.
    package struct Selection: Sendable {
        /// The subnets whose addresses count, by name or prefix; all if empty.
        package var subnets: [String] = []
        /// The findings that count; all if empty.
        package var fingerprints: Set<Fingerprint> = []

        /// All findings.
        package init() {}
    }

    /// The kinds that are taken over unless others are named: hosts that nobody claims, hardware addresses that
    /// changed, hosts that are gone.
    package static let standard: [RuleID] = ["unclaimed-address", "mac-mismatch", "missing-device"]

    /// The drift rule whose findings are taken over.
    package let rule: RuleID
    /// Which of them.
    package let selection: Selection

    /// Takes findings of a rule over.
    package init(_ rule: RuleID, _ selection: Selection) {
        self.rule = rule
        self.selection = selection
    }

    /// The drift rule of a name.
    ///
    /// - Throws: ``WorkflowError`` that names the nearest one if there is none.
    package static func rule(named name: String) throws(WorkflowError) -> RuleID {
        let names = RuleCatalog.drift.map(\.id.name)
        if names.contains(name) { return RuleID(name) }
        let hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw WorkflowError("there is no drift rule '\(name)'\(hint)", status: .usage)
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        try draft.loaded.requireSound()
        let state = try draft.project.networkState()
        let drift = DriftWorkflow.outcome(of: draft.loaded, with: state, at: draft.world.now())
        var ranges: [Subnet] = []
        for name in selection.subnets { ranges.append(try draft.subnet(named: name)) }
        let found = drift.report.findings.open.filter { $0.rule == rule && isWanted($0, in: ranges) }
        var sentences: [String] = []
        for finding in found {
            guard let edit = finding.edit else { continue }
            var sentence = finding.message
            if rule == "unclaimed-address", let host = UnclaimedHost(finding, in: state) {
                try draft.add(host.reservation, toList: "reservations", near: host.subnet(in: draft.loaded.plan))
                if host.hasUnfitName { sentence += "; its name in DNS is left out, since no host may have it" }
            } else {
                try draft.apply(edit, about: finding)
            }
            sentences.append(sentence)
        }
        guard !sentences.isEmpty else {
            return draft.world.notify("nothing to adopt: no finding of '\(rule)' can be taken over")
        }
        draft.note("Adopt \(sentences.count) \(title)\(sentences.count == 1 ? "" : "s")")
        sentences.forEach { draft.note($0) }
    }

    /// What one finding of the rule is about.
    private var title: String {
        switch rule.name {
        case "unclaimed-address": "unclaimed host"
        case "mac-mismatch": "changed hardware address"
        case "missing-device": "missing device"
        default: "\(rule) finding"
        }
    }

    private func isWanted(_ finding: Finding, in subnets: [Subnet]) -> Bool {
        if !selection.fingerprints.isEmpty, !selection.fingerprints.contains(finding.fingerprint) { return false }
        guard !selection.subnets.isEmpty else { return true }
        guard case .addresses(let range, let vrf) = WaiverScope(finding.subject.id) else { return false }
        return subnets.contains { $0.vrfName == vrf && $0.prefix.value.range.contains(range) }
    }
}

extension InventoryDraft {
    /// Makes the edit that a finding proposes.
    fileprivate mutating func apply(_ edit: InventoryEdit, about finding: Finding) throws(WorkflowError) {
        let value: YAMLValue
        do {
            value = try YAMLValue(yaml: edit.value)
        } catch {
            throw WorkflowError(error.message)
        }
        guard edit.action != .add else { return try add(value, toList: edit.key, near: nil) }
        guard let location = edit.location else { return }
        try self.edit(at: location) { document, offset in
            switch edit.action {
            case .add: return
            case .replace:
                if let node = document.node(beginningAt: offset) { document.replace(node, with: value) }
            case .set:
                if let entry = document.mapping(around: offset) { document.set(edit.key, to: value, in: entry) }
            }
        }
    }
}
