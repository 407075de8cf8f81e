import Drift
import Findings
import Testing

@Suite("Routing domains")
struct DomainTests {
    private static let inventory = """
        vrfs: [{name: lab}]
        subnets:
          - prefix: 10.0.0.0/24
          - {prefix: 10.0.0.0/24, vrf: lab}
        devices:
          - {name: db1, interfaces: [{name: eth0, vrf: lab, addresses: [10.0.0.21]}]}
          - {name: db2, interfaces: [{name: eth0, vrf: default, addresses: [10.0.0.22]}]}
        """
    private static let runs = "run 10.0.0.0/24 complete -1h\nrun 10.0.0.0/24 complete -1h vrf=lab\n"

    @Test("a claim in one domain says nothing about the same address in another")
    func claims() throws {
        let seen = Self.runs + "10.0.0.21 alive\n10.0.0.21 alive vrf=lab\n10.0.0.22 alive\n10.0.0.22 alive vrf=lab"
        #expect(
            try Network(Self.inventory, seen: seen).findings == [
                "unclaimed-address 10.0.0.21", "unclaimed-address lab/10.0.0.22",
            ])
    }

    @Test("a scan of one domain is none of another")
    func scans() throws {
        #expect(
            try Network(Self.inventory, seen: "run 10.0.0.0/24 complete -1h").findings
                == ["never-scanned lab/10.0.0.0/24"])
    }

    @Test("silence in one domain does not make a device of another missing")
    func absence() throws {
        let seen = Self.runs + "10.0.0.21 silent first=-60d last=-9d since=-8d"
        #expect(try Network(Self.inventory, seen: seen).findings == [])
    }

    @Test("the edit for a host in a named domain names the domain")
    func edit() throws {
        let found = try Network(Self.inventory, seen: Self.runs + "10.0.0.77 alive vrf=lab").report.findings
        #expect(found.first?.edit?.value == "{address: 10.0.0.77, vrf: lab, description: in use since 2027-01-15}")
    }

    @Test("the edit for an IPv6 host quotes its address")
    func quotes() throws {
        let inventory = "subnets: [{prefix: \"2001:db8::/64\"}]"
        let seen = "run 2001:db8::/64 complete -1h\n2001:db8::77 alive\n2001:db8:: alive"
        let found = try Network(inventory, seen: seen).report.findings
        #expect(found.map(\.short) == ["unclaimed-address 2001:db8::77"])
        #expect(found.first?.edit?.value == "{address: \"2001:db8::77\", description: in use since 2027-01-15}")
    }
}
