import Imports
import Testing

@Suite("NetBox's tables")
struct NetBoxTests {
    @Test("the columns of import forms and those of exported lists come to the same")
    func headers() {
        let forms = Imported([
            (
                "p.csv",
                "prefix,vrf,status,scope_type,scope_name,vlan_site,vlan,role,description\n192.0.2.0/24,,active,dcim.site,lon1,lon1,120,Servers,Racks\n"
            ),
            (
                "a.csv",
                "address,vrf,status,role,device,interface,dns_name,description\n192.0.2.9/24,,active,,,,api.example.net,API\n"
            ),
        ])
        let lists = Imported([
            (
                "p.csv",
                "Prefix,Status,Children,VRF,Scope,VLAN,Role,Description\n192.0.2.0/24,Active,0,,lon1,Data (120),Servers,Racks\n"
            ),
            (
                "a.csv",
                "IP Address,VRF,Status,Role,Assigned,DNS Name,Description\n192.0.2.9/24,,Active,,,api.example.net,API\n"
            ),
        ])
        #expect(forms.remarks() == [])
        #expect(lists.remarks() == [])
        #expect(forms.yaml == lists.yaml)
        #expect(
            forms.yaml == """
                sites:
                  - name: lon1

                subnets:
                  - prefix: 192.0.2.0/24
                    site: lon1
                    vlan: 120
                    description: Racks
                    tags: [Servers]

                reservations:
                  - {address: 192.0.2.9, description: API, dns: [api.example.net]}

                """)
    }

    @Test("addresses go to the interfaces of devices, with the roles that may be shared")
    func interfaces() {
        let imported = Imported([
            ("d.csv", "name,role,device_type,manufacturer,status,site\nr1,Router,,,active,lon1\n"),
            ("m.csv", "mac_address,device,interface\n02:00:5e:10:00:01,r1,eth0\n"),
            (
                "a.csv",
                "address,vrf,status,role,device,interface,dns_name\n192.0.2.1/24,lab,active,vrrp,r1,eth0,\n192.0.2.2/24,lab,active,,r1,eth0,r1.example.net\n"
            ),
        ])
        #expect(imported.remarks() == [])
        #expect(
            imported.yaml.hasSuffix(
                """
                devices:
                  - name: r1
                    site: lon1
                    role: Router
                    interfaces:
                      - name: eth0
                        mac: 02:00:5e:10:00:01
                        vrf: lab
                        addresses:
                          - {address: 192.0.2.1, role: vrrp}
                          - {address: 192.0.2.2, dns: [r1.example.net]}

                """), "\(imported.yaml)")
    }

    @Test("an address in the global table says so where a VRF has a subnet around it, too")
    func ambiguous() {
        let imported = Imported([
            ("p.csv", "prefix,vrf,status\n192.0.2.0/24,,active\n192.0.2.0/24,lab,active\n"),
            ("a.csv", "address,vrf,status\n192.0.2.1/24,,active\n192.0.2.1/24,lab,active\n"),
        ])
        #expect(imported.yaml.contains("- {address: 192.0.2.1, vrf: default}"), "\(imported.yaml)")
        #expect(imported.yaml.contains("- {address: 192.0.2.1, vrf: lab}"))
    }

    @Test("a prefix with others inside becomes a container, unless it has addresses of its own")
    func containers() {
        let table = "prefix,vrf,status\n10.0.0.0/8,,active\n10.1.0.0/16,,active\n10.1.1.0/24,,active\n"
        let imported = Imported([("p.csv", table), ("a.csv", "address,vrf,status\n10.1.2.1/16,,active\n")])
        #expect(imported.remarks() == ["2: 10.0.0.0/8 holds other subnets, so it becomes a container"])
        #expect(imported.yaml.contains("prefix: 10.0.0.0/8\n    status: container"))
        #expect(!imported.yaml.contains("prefix: 10.1.0.0/16\n    status"))
    }

    @Test("ranges in use become pools, reserved ones are kept free")
    func ranges() {
        let imported = Imported([
            ("p.csv", "prefix,status\n192.0.2.0/24,active\n"),
            (
                "r.csv",
                """
                start_address,end_address,status,role,description
                192.0.2.10/24,192.0.2.19/24,active,,servers
                192.0.2.20/24,192.0.2.29/24,active,DHCP,servers
                192.0.2.30/24,192.0.2.39/24,reserved,,later

                """
            ),
        ])
        #expect(imported.remarks() == [])
        #expect(imported.yaml.contains("{name: servers, range: 192.0.2.10-192.0.2.19, purpose: static}"))
        #expect(imported.yaml.contains("{name: servers-192.0.2.20, range: 192.0.2.20-192.0.2.29, purpose: dhcp}"))
        #expect(imported.yaml.contains("{range: 192.0.2.30-192.0.2.39, description: later}"), "\(imported.yaml)")
    }

    @Test(
        "what has no place is told for each row",
        arguments: [
            (
                "name,cluster,status,vcpus\nvm1,c1,offline,4\n",
                [
                    "2: status: 'offline' becomes 'active'",
                    "2: 'vm1': left out, since an inventory has no place for it: cluster 'c1', vcpus '4'",
                ]
            ),
            (
                "name,device_type,status\n,x,active\n",
                ["2: name: the device has no name, and is left out: here each needs one"]
            ),
            (
                "address,vrf,status\n192.0.2.1/24,,dhcp\n",
                ["2: status: 192.0.2.1 is a lease, which nobody declares: left out"]
            ),
            (
                "site,vid,name\nlon1,7,Data\n",
                [
                    "2: VLAN 7 'Data' of site 'lon1': a VLAN is the number that its subnets carry; its name, group and role have no place"
                ]
            ),
        ])
    func losses(table: String, remarks: [String]) {
        let imported = Imported([("a.csv", table)], from: "netbox")
        #expect(imported.remarks(.loss) == remarks)
        #expect(imported.remarks(.fault) == [])
    }

    @Test("two devices of one name at two sites keep apart, and it is said how")
    func namesakes() {
        let imported = Imported([("d.csv", "name,rack,site,status\nPDU,,lon1,active\nPDU,,ams1,active\n")])
        #expect(imported.draft.devices.map(\.name) == ["PDU", "PDU (ams1)"])
        #expect(imported.remarks(.note).count == 1)
    }

    @Test(
        "wrong rows are told",
        arguments: [
            (
                "prefix,status\n192.0.2.5/24,active\n",
                "2: prefix: '192.0.2.5/24' has host bits set; did you mean 192.0.2.0/24?"
            ),
            (
                "prefix,status\n192.0.2.0/24,actve\n",
                "2: status: 'actve' is none of active, container, reserved, deprecated"
            ),
            ("prefix,status,vlan\n192.0.2.0/24,active,4095\n", "2: vlan: '4095' is no VLAN id from 1 to 4094"),
            (
                "prefix,status\n192.0.2.0/24,active\n192.0.2.0/24,active\n",
                "3: 192.0.2.0/24 is described in row 2 already: keep one of the two"
            ),
            (
                "start_address,end_address\n192.0.2.9/24,192.0.2.1/24\n",
                "2: end_address: 192.0.2.1 is not behind 192.0.2.9"
            ),
            ("address,status,vrf\n192.0.2.1/33,active,\n", "2: address: '/33' is no mask of IPv4"),
        ])
    func faults(table: String, remark: String) {
        #expect(Imported([("a.csv", table)], from: "netbox").remarks(.fault) == [remark])
    }

    @Test("interfaces bring MACs and services ports; what has no place is told row by row")
    func besides() {
        let imported = Imported([
            ("aggregates.csv", "prefix,rir,tenant,date_added,description\n192.0.0.0/16,ARIN,,,\n"),
            (
                "interfaces.csv",
                "device,name,type,enabled,mac_address\nweb,eth0,1000base-t,true,02:00:5e:10:00:01\nweb,eth1,virtual,true,\n"
            ),
            ("prefixes.csv", "prefix,vrf,status\n192.0.2.0/24,,active\n"),
            ("services.csv", "device,virtual_machine,name,protocol,ports\nweb,,https,tcp,\"80,443\"\n,vm,t,sctp,9\n"),
            ("z.csv", "address,vrf,status,device,interface,dns_name\n192.0.2.9/24,,active,web,eth0,\n"),
        ])
        #expect(
            imported.remarks() == [
                "2: aggregate 192.0.0.0/16: left out: who gave addresses out has no place here; a prefix of the same addresses with the status 'container' has",
                "3: interface 'eth1' of 'web': left out: here an interface is there for a MAC or an address",
                "3: service 't': left out: here a service is a TCP or UDP port of a device",
            ])
        #expect(
            imported.yaml == """
                subnets:
                  - prefix: 192.0.2.0/24

                devices:
                  - name: web
                    services: [tcp/80, tcp/443]
                    interfaces:
                      - {name: eth0, mac: 02:00:5e:10:00:01, addresses: [192.0.2.9]}

                """)
    }
}
