import Addressing
import Chronology
import Findings
import InventoryModel
import Observations
import TestSupport

/// Inventories and scans made up from a seed.
enum RandomNetwork {
    private static let statuses = ["active", "active", "active", "planned", "retired"]

    /// A valid inventory of a few subnets in two routing domains, with claims of every kind.
    static func inventory(_ generator: inout SeededGenerator) -> String {
        var subnets = ""
        var devices = ""
        var reservations = ""
        for subnet in 0..<Int.random(in: 3...5, using: &generator) {
            let vrf = ["default", "lab"].randomElement(using: &generator) ?? ""
            let network = "10.0.\(subnet)"
            subnets += """
                  - prefix: \(network).0/24
                    vrf: \(vrf)
                    gateway: \(network).1
                    pools:
                      - {name: s\(subnet), range: \(network).10-\(network).99, purpose: static}
                      - {name: d\(subnet), range: \(network).128/26, purpose: dhcp}

                """
            for host in 10..<Int.random(in: 30...40, using: &generator) {
                let status = statuses.randomElement(using: &generator) ?? ""
                let mac = Bool.random(using: &generator) ? "mac: 02:00:5e:10:0\(subnet):\(host)," : ""
                devices += """
                      - name: host-\(subnet)-\(host)
                        status: \(status)
                        interfaces: [{name: eth0, vrf: \(vrf), \(mac) addresses: [\(network).\(host)]}]

                    """
            }
            reservations += "  - {address: \(network).50, vrf: \(vrf), name: vip\(subnet), role: vip}\n"
            reservations += "  - {range: \(network).60-\(network).69, vrf: \(vrf), name: held\(subnet)}\n"
        }
        return "vrfs: [{name: lab}]\nsubnets:\n\(subnets)devices:\n\(devices)reservations:\n\(reservations)"
    }

    /// What scans see if everything is just as declared.
    static func desired(_ plan: AddressPlan) -> NetworkState {
        let states = plan.claims.compactMap { claim -> AddressState? in
            guard claim.isSingleAddress else { return nil }
            let holder = plan.device(of: claim)
            let isExpected = holder.map { $0.device.status == .active } ?? true
            return state(
                of: claim.address, vrf: claim.vrf, isExpected ? .alive : .silent, vantage: "lon1",
                mac: holder?.interface.mac?.value, lastSeen: isExpected ? Network.now : nil)
        }
        return NetworkState(addresses: states, runs: runs(of: plan, .complete))
    }

    /// Any verdicts at all on addresses in and out of the subnets, from two vantage points.
    static func anything(_ plan: AddressPlan, _ generator: inout SeededGenerator) -> NetworkState {
        var states: [AddressState] = []
        for vantage in ["ams1", "lon1"] {
            for subnet in 0..<8 {
                for host in 0..<80 where Bool.random(using: &generator) {
                    let verdict = Verdict.allCases.randomElement(using: &generator) ?? .unknown
                    let lastSeen: Timestamp? = Network.now + .days(-Int64.random(in: 0...20, using: &generator))
                    states.append(
                        state(
                            of: IPAddress(v4: 0x0a00_0000 | UInt32(subnet) << 8 | UInt32(host)),
                            vrf: ["default", "lab"].randomElement(using: &generator) ?? "", verdict, vantage: vantage,
                            mac: MACAddress(bits: UInt64.random(in: 1...9, using: &generator)),
                            lastSeen: verdict == .alive || Bool.random(using: &generator) ? lastSeen : nil))
                }
            }
        }
        return NetworkState(addresses: states, runs: runs(of: plan, .complete))
    }

    private static func state(
        of address: IPAddress, vrf: String, _ verdict: Verdict, vantage: String, mac: MACAddress?,
        lastSeen: Timestamp?
    ) -> AddressState {
        let at = verdict == .alive ? lastSeen ?? Network.now : Network.now + .hours(-1)
        return AddressState(
            vantage: vantage, latest: Observation(vrf: vrf, address: address, verdict: verdict, at: at, mac: mac),
            firstSeen: lastSeen, lastSeen: lastSeen, silentSince: verdict == .silent ? lastSeen ?? at : nil)
    }

    private static func runs(of plan: AddressPlan, _ state: ScanRun.State) -> [ScanRun] {
        ["ams1", "lon1"].map { vantage in
            ScanRun(
                vantage: vantage, tool: "ipam", started: Network.now, ended: Network.now, state: state,
                coverage: plan.inventory.subnets.map {
                    SubnetCoverage(
                        vrf: $0.vrfName, prefix: $0.prefix.value, targets: 254, verdicts: [.alive: 20, .silent: 234])
                })
        }
    }
}
