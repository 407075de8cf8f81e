import Addressing
import Findings
import InventoryModel

extension Device {
    /// The device as plain values; its addresses are claims, and compared as such.
    var described: DeclaredObject {
        DeclaredObject(
            kind: .device,
            id: name.value,
            facts: [
                .init("status", status.rawValue), .init("site", site), .init("role", role),
                .init("owner", owner), .init("description", description), .init("tags", all: tags),
                .init("services", all: services.map(\.value)),
            ] + interfaces.map { .init("interface \($0.name.value)", $0.facts) },
            span: name.span
        )
    }
}

extension Interface {
    /// What it says beside its addresses, in one line.
    fileprivate var facts: String {
        Words.joined([
            ("mac", mac.map { "\($0.value)" }), ("duid", duid.map { "\($0.value)" }), ("vrf", vrf?.value),
            ("description", description),
        ])
    }
}

extension Reservation {
    /// The reservation as plain values; its addresses are a claim, and compared as such.
    ///
    /// One without a name is known by its addresses.
    var described: DeclaredObject {
        DeclaredObject(
            kind: .reservation,
            id: title,
            facts: [
                .init("vrf", vrf), .init("role", role?.rawValue), .init("owner", owner),
                .init("description", description), .init("dns", dns.text), .init("ptr", pointers.text),
                .init("expires", expires), .init("tags", all: tags),
            ],
            span: (name?.span ?? range.span)
        )
    }
}

extension PublishedNames {
    /// The names as they are written; empty for derived ones.
    var text: String {
        switch self {
        case .derived: ""
        case .none: "false"
        case .names(let names): names.map(\.value).joined(separator: ", ")
        }
    }
}
