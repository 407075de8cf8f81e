import TestSupport
import Testing

@Suite("Splitting a subnet")
struct SplitTests {
    @Test("takes comments along, and keeps a sorted list sorted: parts follow their container in order")
    func split() throws {
        let workplace = try Workplace(
            inventory: """
                subnets:
                  - {prefix: 192.0.2.0/28, name: first}
                  # the office
                  - prefix: 198.51.100.0/24 # since 2019
                    name: lan
                    site: hall # where it is
                    # the router moved in May
                    gateway: 198.51.100.1 # r1
                    # who may have what
                    pools: # ask first
                      # by hand
                      - {name: hosts, range: 198.51.100.10-198.51.100.99, purpose: static} # full
                      # by machine
                      - name: leases # old
                        # see the server
                        range: 198.51.100.129-198.51.100.190
                        purpose: dhcp
                        # until May
                    owner: netops
                  - {prefix: 203.0.113.0/24, name: lab} # last
                sites: [{name: hall}]

                """)
        let ending = try workplace.ipam("split", "lan", "--into", "25")
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(
            workplace.directory.text(of: "inventory/all.yaml") == """
                subnets:
                  - {prefix: 192.0.2.0/28, name: first}
                  # the office
                  - prefix: 198.51.100.0/24 # since 2019
                    name: lan
                    site: hall # where it is
                    status: container
                    owner: netops
                  - prefix: 198.51.100.0/25
                    site: hall
                    # the router moved in May
                    gateway: 198.51.100.1 # r1
                    owner: netops
                    # who may have what
                    pools: # ask first
                      # by hand
                      - {name: hosts, range: 198.51.100.10-198.51.100.99, purpose: static} # full
                  - prefix: 198.51.100.128/25
                    site: hall
                    owner: netops
                    pools:
                      # by machine
                      - name: leases # old
                        # see the server
                        range: 198.51.100.129-198.51.100.190
                        purpose: dhcp
                      # until May
                  - {prefix: 203.0.113.0/24, name: lab} # last
                sites: [{name: hall}]

                """)
        #expect(try workplace.ipam("validate").code == 0)
    }
}
