import Addressing
import Chronology
import Exports
import Findings
import InventoryModel
import Observations
import Testing
import ZoneData

/// Exports of a small network and of whatever else a test writes down.
struct ExportFixture {
    let input: ExportInput

    init(
        _ yaml: String = network, state: NetworkState? = nil, previous: [String: String] = [:],
        vrf: String? = nil, now: String = "2027-01-15T12:00:00Z",
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        let sources = SourceFiles([SourceFile(path: "inventory/lan.yaml", bytes: Array(yaml.utf8))])
        let reading = InventoryReader.read(sources)
        #expect(reading.faults.map(\.message) == [], sourceLocation: sourceLocation)
        let plan = AddressPlan(reading.inventory)
        var choices = ExportChoices()
        if let vrf { choices.vrf = vrf }
        input = ExportInput(
            plan: plan, zones: DerivedZones(plan), sources: sources, state: state,
            now: Timestamp(rfc3339: now) ?? Timestamp(seconds: 0),
            choices: choices
        ) { previous[$0].map { Array($0.utf8) } }
    }

    func text(_ format: some ExportFormat) throws -> String {
        let file = try #require(format.render(input).first)
        return String(decoding: file.bytes, as: UTF8.self)
    }

    static let network = """
        settings: {dns: {nameservers: [ns.example.net]}}
        vrfs: [{name: lab}]
        subnets:
          - prefix: 192.0.2.0/24
            name: lan
            site: lon1
            vlan: 120
            zone: example.net
            pools: [{name: servers, range: 192.0.2.10-192.0.2.99, purpose: static}]
          - {prefix: 192.0.2.0/28, vrf: lab}
        devices:
          - name: db10
            role: database
            owner: data
            interfaces:
              - name: eth0
                mac: 02:00:5e:10:00:01
                addresses: [192.0.2.10, {address: 192.0.2.9, dns: [db, cache], expires: 2027-01-31}]
          - {name: bench, status: planned, interfaces: [{name: e0, vrf: lab, addresses: [192.0.2.3]}]}
        reservations:
          - {address: 192.0.2.50, name: api, role: vip, owner: web, dns: [api]}
          - {range: 192.0.2.60-192.0.2.69, name: next-year, description: "held, for \\"the move\\""}
        zones: [{name: example.net}, {reverse: 192.0.2.0/24}]
        """

    /// What two vantage points know of 192.0.2.10.
    static var state: NetworkState {
        func state(_ vantage: String, _ verdict: Verdict, at: Int64, mac: String?, seen: Int64?) -> AddressState {
            AddressState(
                vantage: vantage,
                latest: Observation(
                    address: IPAddress(v4: 0xc000_020a), verdict: verdict, at: Timestamp(seconds: at),
                    mac: mac.flatMap { MACAddress($0) }, name: "db10.example.net"
                ),
                firstSeen: seen.map { Timestamp(seconds: $0) }, lastSeen: seen.map { Timestamp(seconds: $0 + 60) },
                silentSince: nil
            )
        }
        return NetworkState(
            addresses: [
                state("a", .alive, at: 1_800_000_000, mac: "02:00:5e:10:00:02", seen: 1_700_000_000),
                state("b", .silent, at: 1_800_000_900, mac: nil, seen: 1_600_000_000),
            ], runs: [])
    }
}
