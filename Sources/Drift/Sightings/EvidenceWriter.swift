import Addressing
import Chronology
import Findings
import Observations
import ServedZones
import ZoneData

/// Turns what was seen into the texts that a finding carries.
struct EvidenceWriter: Sendable {
    // A scan sees thousands of addresses in the same second, and printing a moment is the dearest part of a finding.
    private var texts: [Timestamp: String] = [:]

    /// The evidence that one vantage point's verdict is, with the times over all vantage points.
    mutating func evidence(of sighting: Sighting, from state: AddressState) -> Evidence {
        let latest = state.latest
        return Evidence(
            verdict: latest.verdict.rawValue,
            probe: latest.evidence.isEmpty ? nil : latest.evidence.map(\.text).joined(separator: "; "),
            vantage: state.vantage,
            mac: latest.mac?.description,
            name: latest.name,
            firstSeen: sighting.firstSeen.map { text(of: $0) },
            lastSeen: sighting.lastSeen.map { text(of: $0) },
            lastProbed: text(of: latest.at)
        )
    }

    /// The evidence that one vantage point's verdict is, for something about more than its address.
    mutating func evidence(of state: AddressState) -> Evidence {
        Evidence(
            verdict: state.latest.verdict.rawValue, vantage: state.vantage, mac: state.latest.mac?.description,
            lastSeen: state.lastSeen.map { text(of: $0) }, lastProbed: text(of: state.latest.at))
    }

    /// The evidence that a DHCP server's word is.
    mutating func evidence(of lease: DHCPLease) -> Evidence {
        let end = lease.expires.map { "lease until \(text(of: $0))" } ?? "lease without end"
        return Evidence(
            verdict: "leased", probe: "\(lease.tool): \(end)", vantage: lease.vantage, mac: lease.mac?.description,
            name: lease.name, lastProbed: text(of: lease.at))
    }

    /// The evidence that the scans of a subnet are; nil if there was none.
    mutating func evidence(of scan: SubnetScan) -> Evidence? {
        guard let vantage = scan.vantage else { return nil }
        return Evidence(
            verdict: Verdict.unknown.rawValue, vantage: vantage, lastProbed: scan.completed.map { text(of: $0) })
    }

    /// The evidence that a name server's answer is: the first values that it has, and from when.
    mutating func evidence(of difference: RecordDifference, at now: Timestamp) -> Evidence {
        let served = difference.served.map { record in
            let data = record.data.map { String("\($0)".prefix(100)) } ?? "something that nobody could declare"
            return "\(data), ttl \(record.ttl)"
        }.sorted()
        let rest = served.count > 5 ? "; and \(served.count - 5) more" : ""
        let said = served.isEmpty ? "no record" : served.prefix(5).joined(separator: "; ") + rest
        return Evidence(
            verdict: "served", probe: "\(difference.zone.isWhole ? "axfr" : "query"): \(said)",
            vantage: difference.zone.server, lastProbed: text(of: now))
    }

    private mutating func text(of moment: Timestamp) -> String {
        if let text = texts[moment] { return text }
        let text = moment.description
        texts[moment] = text
        return text
    }
}

extension ProbeEvidence {
    /// The probe and what became of it, such as `icmp: echo reply`.
    fileprivate var text: String {
        "\(probe): \(outcome)" + (responder.map { " from \($0)" } ?? "")
    }
}
