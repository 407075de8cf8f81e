import Addressing
import Edits
import Findings
import InventoryModel
import YAMLSyntax

/// Gives back one address, or a device or reservation with all that it has.
package struct Release: InventoryChange {
    /// The address, or the name of the device or reservation.
    package let target: String
    /// The routing domain of an address; nil for the only one that claims it.
    package var vrf: String?

    /// Gives back an address, or what has a name.
    package init(_ target: String) {
        self.target = target
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        if let address = IPAddress(target) { return try release(address, in: &draft) }
        if let reservation = try reservation(in: draft) {
            try draft.remove(reservation.span, fromList: "reservations")
            return draft.note("Release \(reservation.range.value) of \(target)")
        }
        let device = try draft.device(named: target)
        try draft.requireNoDoubtfulMention(of: device, withOwn: true)
        try draft.remove(device.span, fromList: "devices")
        let addresses = device.interfaces.flatMap(\.addresses).map { "\($0.address.value)" }
        draft.note(
            "Remove \(target)" + (addresses.isEmpty ? "" : " and release \(addresses.joined(separator: ", "))"))
    }

    /// The one reservation that has the name.
    private func reservation(in draft: InventoryDraft) throws(WorkflowError) -> Reservation? {
        let found = draft.loaded.inventory.reservations.filter { $0.name?.value == target }
        let device = try draft.knownDevice(named: target)
        guard found.isEmpty || device == nil else {
            throw WorkflowError(
                "'\(target)' is the name of a device and of a reservation: release their addresses", status: .usage)
        }
        guard found.count < 2 else {
            let ranges = found.map { "\($0.range.value)" }.joined(separator: ", ")
            throw WorkflowError(
                "several reservations are called '\(target)': release an address of \(ranges)", status: .usage)
        }
        return found.first
    }

    private func release(_ address: IPAddress, in draft: inout InventoryDraft) throws(WorkflowError) {
        let plan = draft.loaded.plan
        if let vrf { try draft.loaded.requireKnown(vrf: vrf) }
        let claims = (vrf.map { [$0] } ?? plan.domains).flatMap { plan.claims(on: address, vrf: $0) }
        guard let claim = claims.first else {
            throw WorkflowError("nobody claims \(address)\(Self.hint(address, plan))", status: .usage)
        }
        guard claims.count == 1 else {
            let holders = claims.map { "\(plan.title(of: $0)) in \($0.vrf)" }.joined(separator: ", ")
            throw WorkflowError(
                "several claim \(address): \(holders); name a VRF with --vrf, or release a device", status: .usage)
        }
        if let held = plan.device(of: claim) {
            try draft.requireNoDoubtfulMention(
                of: held.address, on: held.interface, of: held.device, vrf: claim.vrf)
            try draft.removeAddress(claim.span, of: held.device)
            draft.note("Release \(address) of \(held.device.name.value) \(held.interface.name.value)")
        } else if let reservation = plan.reservation(of: claim) {
            try draft.remove(reservation.span, fromList: "reservations")
            draft.note("Release \(address)" + (reservation.name.map { " of \($0.value)" } ?? ""))
        }
    }

    /// What keeps an address that nobody claims.
    private static func hint(_ address: IPAddress, _ plan: AddressPlan) -> String {
        let held = plan.domains.flatMap { plan.reservations(holding: address, vrf: $0) }.first
        return held.map { "; it lies in the reservation \($0.title), \($0.range.value)" } ?? ""
    }
}

extension InventoryDraft {
    /// Takes the address that stands on a span out of its interface.
    mutating func removeAddress(_ span: SourceSpan, of device: Device) throws(WorkflowError) {
        try edit(device.span) { document, node in
            guard let interfaces = document.list("interfaces", in: node) else { return }
            for interface in document.tree.items(of: interfaces) {
                guard let list = document.list("addresses", in: interface) else { continue }
                for item in document.tree.items(of: list) where document.tree.span(of: item).holds(span) {
                    document.remove(item, from: list)
                }
            }
        }
    }
}

extension SourceSpan {
    /// Whether another span lies in this one.
    fileprivate func holds(_ other: SourceSpan) -> Bool { start <= other.start && other.end <= end }
}
