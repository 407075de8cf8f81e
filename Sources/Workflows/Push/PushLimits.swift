import Changes
import Technitium

/// Judges a push by how much it removes. Records of one name and type count as one, as in `plan`.
enum PushLimits {
    static func reasons(_ plan: PushPlan, _ limits: SafetyLimits) -> [String] {
        var reasons: [String] = []
        if plan.removals > limits.count {
            reasons.append("\(plan.removals) removals are more than max_removals, which is \(limits.count)")
        }
        for scope in plan.scopes {
            let title = "the zone \(scope.zone)"
            if scope.isEmptied {
                reasons.append("\(title) would lose all of its records, \(scope.removed)")
            } else if scope.existing >= SafetyLimits.smallestScope,
                scope.removed * 100 > scope.existing * limits.percent
            {
                reasons.append(
                    "\(title) would lose \(scope.removed) of \(scope.existing) records, more than "
                        + "max_removals_percent, which is \(limits.percent)")
            }
        }
        return reasons
    }
}
