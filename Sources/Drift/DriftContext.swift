package import Addressing
package import Chronology
package import Findings
package import InventoryModel
package import Observations

/// What a drift rule sees, and where it reports.
package struct DriftContext {
    /// The inventory with its references resolved.
    package let plan: AddressPlan
    /// The moment at which the network is judged.
    package let now: Timestamp
    /// All that was seen, one entry an address, sorted by VRF and address.
    package let sightings: [Sighting]
    private let outside: EffectiveDrift
    private let judged: JudgedSubnets
    private var locator: SourceLocator
    private var writer = EvidenceWriter()
    private(set) var findings: [Finding] = []
    private var card: RuleCard?
    private var severity = Severity.error

    init(_ plan: AddressPlan, _ state: NetworkState, sources: SourceFiles, now: Timestamp) {
        self.plan = plan
        self.now = now
        judged = JudgedSubnets(plan, runs: state.runs)
        outside = plan.effectiveDriftOutsideSubnets
        var collector = SightingCollector(plan, judged, outside: outside, now: now)
        sightings = collector.collect(state.addresses)
        locator = SourceLocator(sources)
    }

    /// All declared subnets, sorted by VRF and prefix.
    package var subnets: [JudgedSubnet] { judged.all }

    /// The most specific subnet that holds an address.
    package func subnet(of sighting: Sighting) -> JudgedSubnet? { sighting.subnet.map { judged.all[$0] } }

    /// Where the most specific subnet that holds an address is declared.
    package func subnetSpan(of sighting: Sighting) -> SourceSpan? {
        sighting.subnet.map { judged.all[$0].subnet.prefix.span }
    }

    /// How drift at an address is judged.
    package func drift(of sighting: Sighting) -> EffectiveDrift {
        sighting.subnet.map { judged.all[$0].drift } ?? outside
    }

    /// What is known about one address; nil if nothing is.
    package func sighting(of address: IPAddress, vrf: String) -> Sighting? {
        let place = sightings.partitionIndex { ($0.vrf, $0.address) < (vrf, address) }
        guard place < sightings.count, sightings[place].address == address, sightings[place].vrf == vrf else {
            return nil
        }
        return sightings[place]
    }

    mutating func check(_ rule: any DriftRule, severity: Severity) {
        card = rule.card
        self.severity = severity
        rule.check(&self)
        card = nil
    }

    // MARK: Reporting

    /// Reports a difference about one address, with the verdict that shows it.
    ///
    /// Nothing that came from the network may stand in `message` or `help` except addresses: names are hostile text.
    package mutating func report(
        _ message: String, on sighting: Sighting, shownBy state: AddressState, at span: SourceSpan?,
        related: [Fault.Note] = [], help: String
    ) {
        let mode = drift(of: sighting).mode
        guard mode != .ignore else { return }
        let evidence = writer.evidence(of: sighting, from: state)
        let subject = Subject(.address, sighting.address, vrf: sighting.vrf)
        append(message, subject, at: span, related, evidence, help, mode)
    }

    /// Reports something about the scans of a subnet.
    package mutating func report(_ message: String, on judged: JudgedSubnet, help: String) {
        guard judged.drift.mode != .ignore else { return }
        let subnet = judged.subnet
        let subject = Subject(.prefix, subnet.prefix.value, vrf: subnet.vrfName)
        let evidence = writer.evidence(of: judged.scan)
        append(message, subject, at: subnet.prefix.span, [], evidence, help, judged.drift.mode)
    }

    private mutating func append(
        _ message: String, _ subject: Subject, at span: SourceSpan?, _ related: [Fault.Note], _ evidence: Evidence?,
        _ help: String, _ mode: DriftMode
    ) {
        guard let card else { preconditionFailure("a rule reports only while it is checked") }
        findings.append(
            Finding(
                rule: card.id,
                severity: mode == .warn ? min(severity, .warning) : severity,
                message: message,
                help: help,
                location: span.map { locator.location(of: $0) },
                related: related.map { Finding.Related($0.message, at: locator.location(of: $0.span)) },
                subject: subject,
                evidence: evidence
            )
        )
    }
}
