import Addressing
package import Findings
package import InventoryModel
package import Observations

// Nothing that came from the network may stand in a `message`, `help` or `edit` except addresses and ports, which have
// been parsed: names are hostile text.
extension DriftContext {
    /// Reports a difference about one address, with the verdict that shows it.
    package mutating func report(
        _ message: String, on sighting: Sighting, shownBy state: AddressState, at span: SourceSpan?,
        related: [Fault.Note] = [], help: String, edit: DraftEdit? = nil
    ) {
        let mode = drift(of: sighting).mode
        guard mode != .ignore else { return }
        journal.add(
            message, Subject(.address, sighting.address, vrf: sighting.vrf), at: span, related: related,
            evidence: journal.writer.evidence(of: sighting, from: state), help: help, edit: edit, mode)
    }

    /// Reports that an address is down which active devices claim, at the first of their claims.
    package mutating func reportAbsence(
        _ message: String, of sighting: Sighting, shownBy state: AddressState, _ claims: [Claim], help: String,
        edit: DraftEdit? = nil
    ) {
        report(
            message, on: sighting, shownBy: state, at: claims.first?.span,
            related: claims.dropFirst().map { .init("also claimed here", at: $0.span) }, help: help, edit: edit)
    }

    /// Reports something about an address that a DHCP server has handed out.
    package mutating func report(_ message: String, on lease: DHCPLease, at span: SourceSpan?, help: String) {
        let mode = drift(at: lease.address, vrf: lease.vrf).mode
        guard mode != .ignore else { return }
        journal.add(
            message, Subject(.address, lease.address, vrf: lease.vrf), at: span,
            evidence: journal.writer.evidence(of: lease), help: help, mode)
    }

    /// Reports something about the scans of a subnet, or about what they saw of it as a whole.
    package mutating func report(
        _ message: String, on judged: JudgedSubnet, shownBy state: AddressState? = nil, help: String
    ) {
        let subnet = judged.subnet
        let evidence = state.map { journal.writer.evidence(of: $0) } ?? journal.writer.evidence(of: judged.scan)
        guard judged.drift.mode != .ignore else { return }
        journal.add(
            message, Subject(.prefix, subnet.prefix.value, vrf: subnet.vrfName), at: subnet.prefix.span,
            evidence: evidence, help: help, judged.drift.mode)
    }

    /// Reports something about the addresses of a pool.
    package mutating func report(_ message: String, on use: PoolUse, help: String) {
        let judged = subnet(at: use.subnet)
        guard judged.drift.mode != .ignore else { return }
        journal.add(
            message, Subject(.pool, use.pool.name.value, vrf: judged.subnet.vrfName), at: use.pool.range.span,
            evidence: journal.writer.evidence(of: judged.scan), help: help, judged.drift.mode)
    }

    /// Reports that records are served otherwise than they are declared.
    package mutating func report(_ message: String, on difference: RecordDifference, help: String) {
        guard outsideMode != .ignore else { return }
        let subject = Subject(.record, "\(difference.owner.labels.joined(separator: ".")) \(difference.type)")
        journal.add(
            message, subject, at: difference.span, evidence: journal.writer.evidence(of: difference, at: now),
            help: help,
            outsideMode)
    }
}
