import Changes
import Exports
import Findings
import InventoryModel

/// What an export would take away from the files that are there, and whether that is more than it may.
struct OutputRemovals {
    /// What one file would lose.
    private struct Loss {
        let path: String
        let existing: Int
        let removed: Int
        let remaining: Int
        /// Whether the file itself would go.
        let isWhole: Bool
        /// The lines that stand for whole zones or networks that would go.
        let scopes: [String]
    }

    private var losses: [Loss] = []

    /// How many things go in all: the number that `--allow-removals` has to name.
    var total: Int { losses.reduce(0) { $0 + $1.removed } }

    /// Compares a file with what is to take its place.
    mutating func replace(_ path: String, _ old: [UInt8], by new: [UInt8], _ format: any ExportFormat) {
        guard old != new else { return }
        let (oldLines, newLines) = (Self.lines(of: old), Self.lines(of: new))
        // Lines that both have cancel out; of the few others it is looked up what they stand for.
        let (oldSet, newSet) = (Set(oldLines), Set(newLines))
        var lost: [String: Int] = [:]
        for line in oldLines where !newSet.contains(line) {
            if let key = format.entryKey(of: line) { lost[key, default: 0] += 1 }
        }
        for line in newLines where !oldSet.contains(line) {
            if let key = format.entryKey(of: line) { lost[key]? -= 1 }
        }
        let removed = lost.values.reduce(0) { $0 + max(0, $1) }
        guard removed > 0 else { return }
        let scopes = oldLines.filter { line in
            format.isScope(line) && format.entryKey(of: line).map { lost[$0, default: 0] > 0 } ?? false
        }
        func entries(_ lines: [Substring]) -> Int { lines.count { format.entryKey(of: $0) != nil } }
        losses.append(
            Loss(
                path: path, existing: entries(oldLines), removed: removed, remaining: entries(newLines), isWhole: false,
                scopes: scopes.map { String($0.trimmingPrefix { $0 == " " }.prefix(300)) })
        )
    }

    /// Counts a file that is to go, with all that it holds.
    mutating func remove(_ path: String, _ old: [UInt8], _ format: any ExportFormat) {
        let existing = Self.lines(of: old).count { format.entryKey(of: $0) != nil }
        losses.append(
            Loss(path: path, existing: existing, removed: max(1, existing), remaining: 0, isWhole: true, scopes: []))
    }

    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }

    /// Refuses to remove more than the limits allow, unless exactly that number was acknowledged.
    ///
    /// - Throws: ``WorkflowError`` with the status of a safety stop and all reasons.
    func requireAllowed(_ allowed: Int?, by limits: SafetyLimits) throws(WorkflowError) {
        let reasons = reasons(limits)
        guard !reasons.isEmpty, allowed != total else { return }
        throw WorkflowError(
            "nothing was written, since this would remove more than it may:\n\(reasons.joined(separator: "\n"))\n"
                + "if that is meant, say --allow-removals \(total)",
            status: .safetyStop)
    }

    private func reasons(_ limits: SafetyLimits) -> [String] {
        var reasons: [String] = []
        if total > limits.count {
            reasons.append("\(total) removals are more than max_removals, which is \(limits.count)")
        }
        for loss in losses {
            reasons += loss.scopes.map { "\(loss.path) would no longer have: \($0)" }
            if loss.isWhole {
                reasons.append("\(loss.path) would be removed, with all that it holds")
            } else if loss.remaining == 0 {
                reasons.append("\(loss.path) would lose all of its entries, \(loss.existing)")
            } else if loss.existing >= SafetyLimits.smallestScope, loss.removed * 100 > loss.existing * limits.percent {
                reasons.append(
                    "\(loss.path) would lose \(loss.removed) of \(loss.existing) entries, more than "
                        + "max_removals_percent, which is \(limits.percent)")
            }
        }
        return reasons
    }
}
