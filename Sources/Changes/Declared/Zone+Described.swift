import Addressing
import Findings
import InventoryModel

extension Zone {
    /// The zone as plain values; what it holds is compared as records.
    var described: DeclaredObject {
        DeclaredObject(
            kind: .zone,
            id: originText,
            facts: [
                .init("ttl", ttl), .init("primary", primary), .init("contact", contact),
                .init("nameservers", all: nameservers.map(\.value)), .init("serial", serial?.text),
                .init("refresh", refresh), .init("retry", retry), .init("expire", expire), .init("minimum", minimum),
                .init("style", style?.rawValue), .init("as", alias),
            ],
            span: origin.span
        )
    }

    private var originText: String {
        switch origin.value {
        case .forward(let name): "\(name)"
        case .reverse(let prefix): "\(prefix)"
        }
    }
}

extension SerialPolicy {
    /// The policy as it is written.
    var text: String {
        switch self {
        case .date: "date"
        case .unixtime: "unixtime"
        case .git: "git"
        case .increment: "increment"
        case .fixed(let number): "fixed:\(number)"
        }
    }
}

extension Settings {
    /// The settings as plain values.
    var described: DeclaredObject {
        DeclaredObject(
            kind: .settings,
            id: "settings",
            facts: [
                .init("name", name), .init("dns.ttl", dns?.ttl), .init("dns.contact", dns?.contact),
                .init("dns.nameservers", all: dns?.nameservers.map(\.value) ?? []),
                .init("dns.serial", dns?.serial?.text), .init("scan", scan?.facts), .init("drift", drift?.facts),
                .init("safety.max_removals_percent", safety?.maxRemovalsPercent),
                .init("safety.max_removals", safety?.maxRemovals),
                .init("rules", all: rules?.levels.map { "\($0.rule.value) \($0.level.rawValue)" }.sorted() ?? []),
                .init(
                    "outputs",
                    all: outputs.map {
                        [$0.format.value, $0.path.value, $0.vrf?.value].compactMap(\.self).joined(separator: " ")
                    }),
            ],
            span: span
        )
    }
}
