import Changes
import Findings

/// One difference in words, the same for every rendering for people; not yet escaped for any sink.
struct ChangeLine {
    /// Whether it goes, differs or comes.
    enum Sign: String {
        case gone = "-"
        case changed = "~"
        case new = "+"
    }

    /// Whether it goes, differs or comes.
    let sign: Sign
    /// What it is about.
    let subject: String
    /// What happens to it.
    let text: String
    /// Where it is declared; empty for what is made of the inventory.
    let place: String

    init(_ sign: Sign, _ subject: String, _ text: String, place: String = "") {
        self.sign = sign
        self.subject = subject
        self.text = text
        self.place = place
    }

    /// A difference of the inventory; `naming` says its sort too.
    init(_ placed: ChangeReport.PlacedChange, naming: Bool) {
        let change = placed.change
        sign = change.isGone ? .gone : change.action == .claim || change.action == .add ? .new : .changed
        subject = naming && change.kind != .settings ? "\(change.kind.rawValue) \(change.id)" : change.id
        place = "\(placed.location.path):\(placed.location.line)"
        text =
            switch change.action {
            case .remove, .add: ""
            case .free: change.before ?? ""
            case .claim: change.after ?? ""
            case .move: "\(change.before ?? "") → \(change.after ?? "")"
            case .change: change.fields.map(Self.text).joined(separator: "; ")
            }
    }

    private static func text(_ field: FieldChange) -> String {
        func said(_ value: String) -> String { value.isEmpty ? "nothing" : value }
        return "\(field.name): \(said(field.before)) → \(said(field.after))"
    }

    /// A difference of DNS records.
    init(_ change: RecordChange) {
        let sign: Sign = change.after == nil ? .gone : change.before == nil ? .new : .changed
        let sides = [change.before, change.after].compactMap(\.self)
        let times = sides.map { "\($0.ttl)" }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        let texts = sides.map { $0.data.joined(separator: ", ") }
            .reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        let time = times.count > 1 ? "; TTL \(times.joined(separator: " → "))" : ""
        self.init(sign, "\(change.owner) \(change.type)", texts.joined(separator: " → ") + time)
    }

    /// A difference of DHCP reservations.
    init(_ change: DHCPReservationChange) {
        let sign: Sign = change.after == nil ? .gone : change.before == nil ? .new : .changed
        let sides = [change.before, change.after].compactMap(\.self)
        let subnet = sides.last.map { Subject(.prefix, $0.subnet, vrf: $0.vrf).id } ?? ""
        self.init(sign, subnet, sides.map { "\($0.client) \($0.address) \($0.device)" }.joined(separator: " → "))
    }

    /// How the use of a subnet or pool differs.
    init(_ use: UseChange) {
        let title = use.kind == .pool ? "pool \(use.id)" : [use.id, use.name].compactMap(\.self).joined(separator: " ")
        let sign: Sign = use.after == nil ? .gone : use.before == nil ? .new : .changed
        self.init(sign, title, [use.before, use.after].compactMap { $0.map(\.text) }.joined(separator: " → "))
    }
}

extension UseChange.Use {
    /// `12 of 254 (4 %)`; the share is left out where it says nothing.
    var text: String {
        guard size <= 1 << 24 else { return "\(claimed)" }
        let share = size == 0 ? 0 : claimed * 100 / size
        return "\(claimed) of \(size) (\(share) %)"
    }
}
