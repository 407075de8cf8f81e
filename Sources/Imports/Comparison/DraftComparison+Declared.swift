import Edits
import Findings
import InventoryModel

extension DraftComparison {
    /// The changes that make an entry say all that is declared of it, too.
    mutating func changes(
        _ origin: Origin, _ target: DraftUpdate.Target, toSay declared: YAMLValue
    ) -> Changes {
        var changes = Changes(origin, target)
        guard let present = presentEntries.entry(around: target.span, under: target.list) else { return changes }
        changes.all = EntryDifference(from: present, to: declared).edits.map { .edit($0) }
        return changes
    }

    /// Compares zones, waivers and settings with those that are there.
    mutating func compare(_ parts: [DraftPart]) {
        guard !parts.isEmpty else { return }
        var known: [String: [String: SourceSpan]] = [:]
        for zone in plan.inventory.zones {
            let identity =
                switch zone.origin.value {
                case .forward(let name): DraftPart.zoneIdentity(name: "\(name)", reverse: "")
                case .reverse(let prefix): DraftPart.zoneIdentity(name: nil, reverse: "\(prefix)")
                }
            known["zones", default: [:]][identity] = zone.span
        }
        for waiver in plan.inventory.waivers {
            let identity = DraftPart.waiverIdentity(rule: waiver.rule.value, subject: waiver.subject.value)
            known["waivers", default: [:]][identity] = waiver.span
        }
        if let settings = plan.inventory.settings { known["settings"] = ["": settings.span] }
        for part in parts {
            if let span = known[part.section]?[part.identity] {
                let target = DraftUpdate.Target(list: part.section, span: span, title: part.title)
                add(changes(part.origin, target, toSay: part.declared))
            } else {
                news.parts.append(part)
            }
        }
    }
}
