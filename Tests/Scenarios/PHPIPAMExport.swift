/// A phpIPAM export of 300 addresses, 30 of which are wrong in different ways.
enum PHPIPAMExport {
    static let subnets = """
        Section,Subnet,Mask,Description,VLAN,Domain,VRF
        Office,10.20.1.0,24,Desks,101,default,
        Office,10.20.2.0,255.255.255.0,Printers,102 (printers),default,
        Office,10.20.3.0,24,Guests,0,default,

        """

    private static let header =
        "Section,IP address,Hostname,Description,VRF,Subnet,MAC,Owner,Device,Note,Tag,Is_Gateway\n"

    /// The faulty rows, each with a part of what is to be said of it.
    static let faulty: [(row: String, message: String)] = [
        ("Office,10.20.1.300,a1,,,10.20.1.0/24,,,,,Used,No", "octet '300'"),
        ("Office,10.20.1.01,a2,,,10.20.1.0/24,,,,,Used,No", "octet '01'"),
        ("Office,10.20.1,a3,,,10.20.1.0/24,,,,,Used,No", "'10.20.1'"),
        ("Office,,a4,,,10.20.1.0/24,,,,,Used,No", "the row has no address"),
        ("Office,0x0a140105,a5,,,10.20.1.0/24,,,,,Used,No", "0x0a140105"),
        ("Office,10.30.1.5,a6,,,10.20.1.0/24,,,,,Used,No", "does not lie in the row's subnet, 10.20.1.0/24"),
        ("Office,10.20.1.201,a7,,,10.20.1.0,,,,,Used,No", "has no mask"),
        ("Office,10.20.1.202,a8,,,10.20.1.5/24,,,,,Used,No", "host bits set; did you mean 10.20.1.0/24?"),
        ("Office,10.20.1.203,a9,,,10.20.1.0/33,,,,,Used,No", "prefix length /33"),
        ("Office,10.20.1.204,a10,,,2001:db8::/64,,,,,Used,No", "does not lie in the row's subnet, 2001:db8::/64"),
        ("Office,10.20.1.205,a11,,,10.20.1.0/24,02:00:5e:10,,,,Used,No", "'02:00:5e:10' is not a MAC"),
        ("Office,10.20.1.206,a12,,,10.20.1.0/24,02:00:5e:10:00:0g,,,,Used,No", "'02:00:5e:10:00:0g' is not a MAC"),
        ("Office,10.20.1.207,a13,,,10.20.1.0/24,02:00-5e:10-00:01,,,,Used,No", "'02:00-5e:10-00:01' is not a MAC"),
        ("Office,10.20.1.208,under_score,,,10.20.1.0/24,,,,,Used,No", "'under_score' cannot name a host"),
        ("Office,10.20.1.209,two words,,,10.20.1.0/24,,,,,Used,No", "two words"),
        ("Office,10.20.1.210,ends-.example.net,,,10.20.1.0/24,,,,,Used,No", "'ends-.example.net' cannot name a host"),
        (
            "Office,10.20.1.211,\(String(repeating: "x", count: 64)),,,10.20.1.0/24,,,,,Used,No",
            "label"
        ),
        ("Office,10.20.1.212,a..b,,,10.20.1.0/24,,,,,Used,No", "a..b"),
        ("Office,10.20.1.213,a19", "the row has 3 cells and the header 12 columns"),
        ("Office,10.20.1.214,a20,,,10.20.1.0/24,,,,,Used,No,1,2", "'1' stands beyond the last column"),
        ("Office,10.20.1.215,\"a21\"x,,,10.20.1.0/24,,,,,Used,No", "text stands behind a closing quote"),
        ("Office,10.20.1.10,a22,,,10.20.1.0/24,,,,,Used,No", "10.20.1.10 already belongs to 'host1-10.example.net'"),
        ("Office,10.20.1.0,a23,,,10.20.1.0/24,,,,,Used,No", "10.20.1.0 is the network address"),
        ("Office,10.20.1.255,a24,,,10.20.1.0/24,,,,,Used,No", "10.20.1.255 is the broadcast address"),
        ("Office,172.31.0.5,a25,,,,,,,,Used,No", "172.31.0.5 lies in no declared subnet"),
        ("Office,10.20.1.216,a26,be\u{7}ll,,10.20.1.0/24,,,,,Used,No", "U+0007"),
        (
            "Office,10.20.1.217,host1-10.example.net,,,10.20.1.0/24,,others,,,Used,No",
            "has owner 'ops' in an earlier row"
        ),
        ("Office,::ffff:10.20.1.9,a28,,,10.20.1.0/24,,,,,Used,No", "::ffff:10.20.1.9"),
        ("Office,fe80::1%eth0,a29,,,10.20.1.0/24,,,,,Used,No", "fe80::1%eth0"),
        ("Office,224.0.0.5,a30,,,,,,,,Used,No", "224.0.0.5"),
    ]

    /// 270 rows that are right, with a faulty one after every ninth.
    static var addresses: String {
        var rows: [String] = []
        for net in 1...3 {
            for host in 10..<100 {
                let mac = "02:00:5e:00:0\(net):\(host)"
                let name = host % 10 == 0 && net == 3 ? "" : "host\(net)-\(host).example.net"
                rows.append(
                    "Office,10.20.\(net).\(host),\(name),\"Desk \(host), floor \(net)\",,10.20.\(net).0/24,"
                        + "\(name.isEmpty ? "" : mac),ops,,,\(host % 7 == 0 ? "Reserved" : "Used"),No")
            }
        }
        let mixed = rows.indices.flatMap { index in
            index % 9 == 8 ? [rows[index], faulty[index / 9].row] : [rows[index]]
        }
        return header + mixed.joined(separator: "\n") + "\n"
    }

    /// The line of a faulty row, counted from 1.
    static func line(of index: Int) -> Int { 1 + (index + 1) * 10 }
}
