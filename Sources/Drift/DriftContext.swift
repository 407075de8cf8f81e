package import Addressing
package import Chronology
package import Findings
package import InventoryModel
package import Observations
import ServedZones

/// What a drift rule sees, and where it reports.
package struct DriftContext {
    /// The inventory with its references resolved.
    package let plan: AddressPlan
    /// The moment at which the network is judged.
    package let now: Timestamp
    /// All that was seen, one entry an address, sorted by VRF and address.
    package let sightings: [Sighting]
    /// What DHCP servers have handed out and not had back, sorted by VRF and address.
    package let leases: [DHCPLease]
    /// The hardware addresses that seem to answer for whole subnets, in order; their answers make nothing alive.
    package let proxies: [ProxySuspect]
    /// The scans that lost most of a subnet at once, in order; what they found silent is not taken for gone.
    package let blackouts: [Blackout]
    /// How full each pool is that is to be handed out, in the order of the subnets.
    package let poolUses: [PoolUse]
    /// What name servers have otherwise than it is declared, by zone and name; none where nobody asked them.
    package let recordDifferences: [RecordDifference]
    private let outside: EffectiveDrift
    private let judged: JudgedSubnets
    var journal: FindingJournal

    init(
        _ plan: AddressPlan, _ state: NetworkState, served: [ServedZone], sources: SourceFiles, now: Timestamp,
        workers: Int
    ) {
        self.plan = plan
        self.now = now
        judged = JudgedSubnets(plan, runs: state.runs)
        outside = plan.effectiveDriftOutsideSubnets
        let collector = SightingCollector(plan, judged, outside: outside, now: now)
        var sightings = collector.collect(state.addresses, workers: workers)
        proxies = ProxySuspect.find(in: &sightings, of: judged, plan)
        blackouts = Blackout.find(in: &sightings, of: judged)
        leases = state.leases.filter { $0.isActive(at: now) }.sorted {
            ($0.vrf, $0.address, $0.vantage, $0.tool) < ($1.vrf, $1.address, $1.vantage, $1.tool)
        }
        poolUses = PoolUse.all(of: judged, plan, sightings, leases)
        self.sightings = sightings
        recordDifferences = RecordDifference.all(plan, served)
        journal = FindingJournal(sources)
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

    /// How drift is judged that is about no address.
    var outsideMode: DriftMode { outside.mode }

    /// How drift at any address is judged.
    package func drift(at address: IPAddress, vrf: String) -> EffectiveDrift {
        subnet(holding: address, vrf: vrf)?.drift ?? outside
    }

    /// The most specific subnet that holds any address.
    package func subnet(holding address: IPAddress, vrf: String) -> JudgedSubnet? {
        judged.place(holding: address, vrf: vrf).map { judged.all[$0] }
    }

    /// A subnet by its place among all.
    func subnet(at place: Int) -> JudgedSubnet { judged.all[place] }

    /// What is known about one address; nil if nothing is.
    package func sighting(of address: IPAddress, vrf: String) -> Sighting? {
        sightings.place(of: address, vrf: vrf).map { sightings[$0] }
    }

    /// What a rule has to say.
    func findings(of rule: any DriftRule, severity: Severity) -> [Finding] {
        var own = self
        own.journal.open(rule.card, severity: severity)
        rule.check(&own)
        return own.journal.findings
    }
}
