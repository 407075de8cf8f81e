import ChangeReports
import Changes
import Chronology
import Findings
import GitObjects
import InventoryModel

/// The inventory before and after a change, both validated.
struct PlanComparison {
    private let revisions: PlanRevisions
    private let base: LoadedInventory
    /// The inventory after the change.
    let head: LoadedInventory
    private let today: CalendarDate
    private let baseFaults: Int
    /// Whether all of the head could be read; if not, what could not would seem to be removed.
    let isReadable: Bool
    /// Both sides with their references resolved.
    let pair: InventoryPair

    /// Validates the first two of several revisions.
    init(_ revisions: PlanRevisions, _ readings: RevisionReadings, today: CalendarDate) {
        self.revisions = revisions
        self.today = today
        let loaded = readings.sides.prefix(2).map(\.self).concurrentMap(workers: 2) {
            LoadedInventory.judge($0.reading, sources: $0.sources, today: today)
        }
        (base, head) = (loaded[0], loaded[1])
        baseFaults = readings.sides[0].reading.faults.count
        isReadable = readings.sides[1].reading.faults.isEmpty
        pair = InventoryPair(
            base: base.plan, head: head.plan, changedFiles: readings.changedFiles(from: 0, to: 1))
    }

    /// The claims of other changes, each compared with where it was begun.
    func elsewhere(
        _ others: [PlanRevisions.Other], _ readings: RevisionReadings
    ) -> (claims: [ForeignClaim], notices: [String]) {
        var plans = [0: pair.base, 1: pair.head]
        func plan(_ place: Int) -> AddressPlan {
            let plan = plans[place] ?? AddressPlan(readings.sides[place].reading.inventory)
            plans[place] = plan
            return plan
        }
        var claims: [ForeignClaim] = []
        var notices: [String] = []
        for other in others {
            guard let before = readings.place(of: other.mergeBase.id), let after = readings.place(of: other.head.id)
            else { continue }
            let pair = InventoryPair(
                base: plan(before), head: plan(after), changedFiles: readings.changedFiles(from: before, to: after))
            claims += ForeignClaim.all(in: pair, sources: readings.sides[after].sources, revision: other.head.name)
            if !readings.sides[after].reading.faults.isEmpty {
                notices.append(
                    "the inventory of '\(other.head.name)' is broken: what could not be read there is left out")
            }
        }
        return (claims, notices)
    }

    /// The report on a head that could not be read in full.
    var withoutChanges: ChangeReport {
        report(nil, findings: [], allowedRemovals: nil, notices: [])
    }

    /// The report.
    func report(
        _ changes: ChangeSet?, findings: [Finding], allowedRemovals: Int?, notices: [String]
    ) -> ChangeReport {
        let before = Set(base.findings.all.map(\.fingerprint))
        let after = Set(head.findings.all.map(\.fingerprint))
        let own = FindingList(
            findings, waivers: head.inventory.waivers, today: today, holders: head.plan.holders)
        // Of an inventory that could not be read, whatever stands in the way is worth telling.
        let new = changes == nil ? head.findings : head.findings.only { !before.contains($0.fingerprint) }
        return ChangeReport(
            base: .init(name: revisions.base.name, id: revisions.mergeBase.id),
            head: .init(name: revisions.headName, id: revisions.head?.id),
            changes: changes,
            safety: changes.map {
                SafetyVerdict(
                    $0.removals, limits: SafetyLimits(base.inventory.settings), allowed: allowedRemovals)
            },
            findings: new.adding(own.all),
            resolved: base.findings.open.filter { !after.contains($0.fingerprint) },
            persisting: changes == nil ? 0 : head.findings.open.count { before.contains($0.fingerprint) },
            sources: (base: base.sources, head: head.sources),
            rules: RuleCatalog.validation + RuleCatalog.change,
            notices: notices + ownNotices(isCompared: changes != nil)
        )
    }

    private func ownNotices(isCompared: Bool) -> [String] {
        var notices: [String] = []
        if !isCompared {
            notices.append(
                "the inventory could not be read in full, so what the change means is not known: mend it first")
        }
        if base.inventory.declaresNothing, baseFaults == 0 {
            notices.append("there is no inventory where the change was begun: everything is new")
        }
        if baseFaults > 0 {
            notices.append(
                "the inventory where the change was begun is broken: what could not be read there counts as new")
        }
        return notices
    }
}
