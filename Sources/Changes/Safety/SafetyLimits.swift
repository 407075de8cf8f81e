import Findings
package import InventoryModel

/// How much may be removed at once.
package struct SafetyLimits: Hashable, Sendable {
    /// The largest share of a scope of ``smallestScope`` or more, in percent.
    package let percent: Int
    /// The largest number.
    package let count: Int

    /// Scopes that hold less are not judged by share: half of two is not much.
    package static let smallestScope = 10

    /// What an inventory's settings say; 30 percent and 50 where they say nothing.
    ///
    /// A change is judged by the settings before it: one that could raise its own limits would have none.
    package init(_ settings: Settings?) {
        percent = settings?.safety?.maxRemovalsPercent?.value ?? 30
        count = settings?.safety?.maxRemovals?.value ?? 50
    }
}

/// Whether a change removes more than it may.
package struct SafetyVerdict: Hashable, Sendable {
    /// What goes.
    package let removals: Removals
    /// What may go.
    package let limits: SafetyLimits
    /// The number that a person acknowledged; nil for none.
    package let allowed: Int?
    /// The limits that are exceeded, one sentence each without a full stop.
    package let reasons: [String]

    /// Judges.
    package init(_ removals: Removals, limits: SafetyLimits, allowed: Int?) {
        self.removals = removals
        self.limits = limits
        self.allowed = allowed
        reasons = Self.reasons(removals, limits)
    }

    /// Whether a limit is exceeded that nobody acknowledged with the exact number.
    package var isStop: Bool { !reasons.isEmpty && allowed != removals.total }

    private static func reasons(_ removals: Removals, _ limits: SafetyLimits) -> [String] {
        var reasons = removals.zones.map { "\($0.title) would be removed, with all that it holds" }
        if removals.total > limits.count {
            reasons.append("\(removals.total) removals are more than max_removals, which is \(limits.count)")
        }
        for scope in removals.scopes where !removals.zones.contains(scope) {
            guard scope.existing >= SafetyLimits.smallestScope,
                scope.removed * 100 > scope.existing * limits.percent
            else { continue }
            reasons.append(
                "\(scope.title) would lose \(scope.removed) of \(scope.existing) \(scope.contents), "
                    + "more than max_removals_percent, which is \(limits.percent)"
            )
        }
        return reasons
    }
}
