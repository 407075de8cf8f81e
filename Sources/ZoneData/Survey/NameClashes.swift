import Addressing
import Findings
import InventoryModel

/// Finds names that two claimants have though they were not declared to share them.
///
/// A name that stands under `dns` at all of its claimants is meant to have several addresses. One that follows from a
/// device is meant for that device alone.
struct NameClashes {
    private(set) var problems: [ZoneProblem] = []
    private let plan: AddressPlan

    private struct Use {
        let address: IPAddress
        /// The device or reservation; nil for a record that is declared in a zone.
        let claimant: Claimant?
        let isDerived: Bool
        let title: String
        let span: SourceSpan
    }

    private enum Claimant: Hashable {
        case device(Int)
        case reservation(Int)
    }

    init(_ deriver: ZoneDeriver, _ claims: [Claim]) {
        plan = deriver.plan
        var uses: [DomainName: [Use]] = [:]
        for claim in claims where claim.isSingleAddress {
            let publication = plan.publication(of: claim)
            for name in publication.names where deriver.directory.place(holding: name) != nil {
                uses[name, default: []].append(use(of: name, by: claim, isDerived: !publication.isDeclared))
            }
        }
        for draft in deriver.drafts.joined() where draft.isDeclared {
            guard case .address(let address) = draft.data, uses[draft.owner] != nil else { continue }
            uses[draft.owner]?.append(
                Use(address: address, claimant: nil, isDerived: false, title: "a record", span: draft.span))
        }
        for (name, uses) in uses where uses.count > 1 {
            check(name, uses.sorted { ($0.span, $0.address) < ($1.span, $1.address) })
        }
    }

    private mutating func check(_ name: DomainName, _ uses: [Use]) {
        // The name belongs to the first device that it follows from.
        guard let owner = uses.first(where: \.isDerived) else { return }
        var reported: Set<Claimant?> = [owner.claimant]
        for use in uses where use.claimant != owner.claimant && use.address != owner.address {
            if use.claimant == nil, !isRival(use, of: owner, uses) { continue }
            // Devices that are called the same are told of already.
            if use.isDerived, use.title == owner.title { continue }
            guard use.claimant == nil || reported.insert(use.claimant).inserted else { continue }
            problems.append(
                ZoneProblem(
                    .duplicateDNSName, name, "'\(name)' is the name of '\(owner.title)' already", at: use.span,
                    related: [Fault.Note("it follows from this", at: owner.span)],
                    help: "say `dns:` with a name of its own; to share the name, say it under `dns` at both"
                )
            )
        }
    }

    /// Whether a declared record gives the name another address of a family in which its owner has one.
    private func isRival(_ use: Use, of owner: Use, _ uses: [Use]) -> Bool {
        let own = uses.filter { $0.claimant == owner.claimant && $0.address.family == use.address.family }
        return !own.isEmpty && !own.contains { $0.address == use.address }
    }

    private func use(of name: DomainName, by claim: Claim, isDerived: Bool) -> Use {
        let title = plan.title(of: claim)
        switch claim.claimant {
        case .device(let index, let interface, _):
            let device = plan.inventory.devices[index]
            let isFirst = device.interfaces.firstIndex { !$0.addresses.isEmpty } == interface
            let span = isFirst ? device.name.span : device.interfaces[interface].name.span
            return Use(
                address: claim.address, claimant: .device(index), isDerived: isDerived, title: title,
                span: isDerived ? span : claim.span
            )
        case .reservation(let index):
            return Use(
                address: claim.address, claimant: .reservation(index), isDerived: false, title: title, span: claim.span)
        }
    }
}
