import Addressing
import Chronology
import Observations
import Storage
import Testing

@Suite("Leases and rivals")
struct LeaseTests {
    private let mac = MACAddress(bits: 0x0200_5E10_0001)

    private func lease(
        _ octet: UInt8, at time: Int64, name: String = "laptop", vantage: String = "dhcp1", vrf: String = "default"
    ) -> DHCPLease {
        DHCPLease(
            vrf: vrf, address: address(octet), vantage: vantage, tool: "dnsmasq", mac: mac, name: name,
            expires: moment(time + 3600), at: moment(time))
    }

    private func file(
        _ leases: [DHCPLease], at time: Int64, vantage: String = "dhcp1", state: ScanRun.State = .complete
    ) -> ScanResult {
        let run = ScanRun(
            vantage: vantage, tool: "dnsmasq", started: moment(time), ended: moment(time), state: state)
        return ScanResult(run: run, observations: [], leases: leases)
    }

    @Test("a lease comes back as it was", arguments: Place.allCases)
    func roundTrip(_ place: Place) throws {
        var endless = lease(2, at: 5)
        (endless.expires, endless.mac, endless.name) = (nil, nil, nil)
        try place.withCache { cache in
            try cache.record(file([lease(1, at: 5), endless], at: 5))
            #expect(try cache.networkState().leases == [lease(1, at: 5), endless])
        }
    }

    @Test("a server's file takes the place of what it had handed out before, and of nothing else")
    func replacement() throws {
        let cache = try Cache.inMemory()
        try cache.record(file([lease(1, at: 5), lease(2, at: 5)], at: 5))
        try cache.record(file([lease(3, at: 6, vantage: "dhcp2")], at: 6, vantage: "dhcp2"))
        try cache.record(file([lease(2, at: 7)], at: 7))
        #expect(try cache.networkState().leases == [lease(2, at: 7), lease(3, at: 6, vantage: "dhcp2")])
    }

    @Test("an incomplete file adds, and takes nothing away")
    func incomplete() throws {
        let cache = try Cache.inMemory()
        try cache.record(file([lease(1, at: 5)], at: 5))
        try cache.record(file([lease(2, at: 7)], at: 7, state: .incomplete))
        #expect(try cache.networkState().leases == [lease(1, at: 5), lease(2, at: 7)])
    }

    @Test("an older file changes nothing")
    func older() throws {
        let cache = try Cache.inMemory()
        try cache.record(file([lease(1, at: 7)], at: 7))
        try cache.record(file([lease(2, at: 5)], at: 5))
        #expect(try cache.networkState().leases == [lease(1, at: 7)])
    }

    @Test("the history tells who got an address and when it was given back, not of renewals")
    func history() throws {
        let cache = try Cache.inMemory()
        try cache.record(file([lease(1, at: 5)], at: 5))
        try cache.record(file([lease(1, at: 6)], at: 6))
        try cache.record(file([lease(1, at: 7, name: "phone")], at: 7))
        try cache.record(file([], at: 8))
        let changes = try cache.history(of: address(1), vrf: "default")
        #expect(changes.map(\.field) == [.lease, .lease, .lease])
        #expect(changes.map(\.at) == [moment(5), moment(7), moment(8)])
        #expect(changes.map(\.after) == ["\(mac) laptop", "\(mac) phone", nil])
    }

    @Test("rivals last until hardware is seen alone", arguments: Place.allCases)
    func rivals(_ place: Place) throws {
        let others = [MACAddress(bits: 7), MACAddress(bits: 9)]
        func seen(_ time: Int64, mac: MACAddress?, rivals: [MACAddress]) -> ScanResult {
            result(
                endedAt: time,
                [
                    Observation(
                        address: address(1), verdict: .alive, at: moment(time), mac: mac, rivals: rivals)
                ])
        }
        try place.withCache { cache in
            try cache.record(seen(1, mac: mac, rivals: others))
            try cache.record(seen(2, mac: nil, rivals: []))
            #expect(try cache.networkState().addresses.map(\.latest.rivals) == [others])
            try cache.record(seen(3, mac: mac, rivals: []))
            #expect(try cache.networkState().addresses.map(\.latest.rivals) == [[]])
        }
    }
}
