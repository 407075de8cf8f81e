import Exports
import Findings
import Imports
import InventoryModel
import TestSupport
import Testing

@Suite("Tables, as spreadsheets save them")
struct TableTests {
    private static let plain = """
        subnets:
          - prefix: 192.0.2.0/24

        reservations:
          - {address: 192.0.2.7, name: "a, b", description: two lines}

        """

    @Test(
        "separators, line ends, byte order marks and encodings make no difference",
        arguments: [
            "address,prefix,name,kind,description\n192.0.2.7,192.0.2.0/24,\"a, b\",reservation,\"two\nlines\"\n",
            "address,prefix,name,kind,description\r\n192.0.2.7,192.0.2.0/24,\"a, b\",reservation,\"two\r\nlines\"\r\n",
            "\u{feff}address;prefix;name;kind;description\n192.0.2.7;192.0.2.0/24;a, b;reservation;\"two\nlines\"",
            "address\tprefix\tname\tkind\tdescription\n\n192.0.2.7\t192.0.2.0/24\t a, b \treservation\ttwo lines\t\n\n",
            "IP Address,CIDR,Host,Kind,Comment\r192.0.2.7,192.0.2.0/24,\"a, b\",Reservation,two lines\r",
        ])
    func forms(text: String) {
        let imported = Imported([("a.csv", text)])
        #expect(imported.remarks() == [])
        #expect(imported.yaml == Self.plain)
    }

    @Test("Latin-1 and UTF-16 are read, and it is said that they were")
    func encodings() {
        let text = "address,prefix,name,kind\n192.0.2.7,192.0.2.0/24,Zürich,reservation\n"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let wide: [UInt8] = [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        for (bytes, word) in [(latin, "Windows-1252"), (wide, "UTF-16")] {
            let imported = Imported([ImportFile(path: "a.csv", bytes: bytes)])
            #expect(imported.yaml.contains("name: Zürich"), "\(imported.yaml)")
            #expect(imported.remarks(.note).first?.contains(word) == true)
        }
    }

    @Test("a cell that an export kept from being a formula is what it was")
    func formulas() {
        let imported = Imported([
            ("a.csv", "address,prefix,kind,owner,name\n192.0.2.7,192.0.2.0/24,reservation,'=1+1,'tis\n")
        ])
        #expect(imported.yaml.contains("owner: \"=1+1\""), "\(imported.yaml)")
        #expect(imported.yaml.contains("'tis"))
    }

    @Test(
        "what is wrong with a row is told with its line, and the other rows are read",
        arguments: [
            ("192.0.2.7", "2: the row has 1 cells and the header 3 columns"),
            ("192.0.2.7,a,b,c", "2: 'c' stands beyond the last column"),
            ("\"192.0.2.7\"x,a,b", "2: text stands behind a closing quote"),
            ("192.0.2.700,a,", "2: address: octet '700'"), ("192.0.2.07,a,", "2: address: octet '07'"),
            (",a,", "2: address: the row has no address"), ("192.0.2.7,\u{7}a,", "2: device: the text holds U+0007"),
            ("192.0.2.7,a,02:00", "2: mac: '02:00' is not a MAC address"),
        ])
    func faults(row: String, message: String) {
        let imported = Imported([("a.csv", "address,device,mac\n\(row)\n192.0.2.8,b,0200.5e10.0001\n")])
        #expect(imported.remarks(.fault).count == 1)
        #expect(imported.remarks(.fault).first?.hasPrefix(message) == true, "\(imported.remarks())")
        #expect(imported.draft.devices.map(\.name).contains("b"))
    }

    @Test("a quote that is never closed is told where it opens")
    func openQuote() {
        let imported = Imported([("a.csv", "address,device\n192.0.2.7,a\n\n192.0.2.8,\"b\n192.0.2.9,c\n")])
        #expect(imported.remarks() == ["4: a quote is opened and never closed; the rest of the file would be one cell"])
        #expect(imported.draft.devices.map(\.name) == ["a"])
    }

    @Test("headers are needed, once each; --map gives columns their names")
    func headers() {
        #expect(Imported([("a.csv", "")], from: "csv").remarks().first?.contains("the file is empty") == true)
        #expect(
            Imported([("a.csv", "address,Host,host\n")]).remarks().first
                == "1: host: columns 2 and 3 are both called 'host': rename one, or use --map")
        #expect(Imported([("a.csv", "a,b\n1,2\n")]).remarks().first?.contains("--from") == true)
        let mapped = Imported(
            [("a.csv", "Where,Who\n192.0.2.7,nas\n")], from: "csv", map: [("where", "address"), ("Who", "device")])
        #expect(mapped.remarks() == [])
        #expect(mapped.draft.devices.map(\.name) == ["nas"])
    }

    @Test("a column that means nothing here is told once")
    func unknownColumns() {
        let imported = Imported([("a.csv", "address,device,rack,verdict\n192.0.2.7,a,7,alive\n192.0.2.8,b,8,\n")])
        #expect(imported.remarks().count == 1)
        #expect(imported.remarks().first?.hasPrefix("1: rack: the column is left out") == true)
    }

    @Test("two rows that contradict each other about a device are told, and so is a MAC of a second kind")
    func contradictions() {
        let imported = Imported([
            (
                "a.csv",
                """
                address,device,interface,status,mac
                192.0.2.7,a,e0,active,02:00:5e:10:00:01
                192.0.2.8,a,e0,retired,
                192.0.2.9,a,e0,,02:00:5e:10:00:02

                """
            )
        ])
        #expect(
            imported.remarks() == [
                "3: status: device 'a' has status 'active' in an earlier row and 'retired' here: a device has one",
                "4: interface 'e0' of 'a' has MAC 02:00:5e:10:00:01 in an earlier row and 02:00:5e:10:00:02 here",
            ])
    }

    @Test(
        "two rows that contradict each other about what they share are told with the row",
        arguments: [
            (
                "subnet_owner",
                "subnet 192.0.2.0/24 has subnet_owner 'a' in an earlier row and 'b' here: a subnet has one"
            ),
            ("subnet_tags", "subnet 192.0.2.0/24 has subnet_tags 'a' in an earlier row and 'b' here: a subnet has one"),
            ("subnet_description", "subnet 192.0.2.0/24 has subnet_description 'a' in an earlier row and 'b' here"),
            ("subnet", "subnet 192.0.2.0/24 has subnet 'a' in an earlier row and 'b' here"),
            ("subnet_site", "subnet 192.0.2.0/24 has subnet_site 'a' in an earlier row and 'b' here"),
            ("pool_description", "pool 'p' has pool_description 'a' in an earlier row and 'b' here: a pool has one"),
            ("site_description", "site 's' has site_description 'a' in an earlier row and 'b' here: a site has one"),
            ("vrf_description", "VRF 'v' has vrf_description 'a' in an earlier row and 'b' here: a VRF has one"),
            ("vrf_rd", "VRF 'v' has vrf_rd 'a' in an earlier row and 'b' here: a VRF has one"),
            ("device_description", "device 'd' has device_description 'a' in an earlier row and 'b' here"),
            ("interface_description", "interface 'e0' of 'd' has interface_description 'a' in an earlier row and 'b'"),
        ])
    func sharedContradictions(column: String, message: String) {
        let row = "192.0.2.0/24,s,v,p,192.0.2.0/25,d,e0"
        let imported = Imported([
            (
                "a.csv",
                """
                address,prefix,site,vrf,pool,pool_range,device,interface,\(column)
                192.0.2.7,\(row),
                192.0.2.8,\(row),a
                192.0.2.9,\(row),a
                192.0.2.10,\(row),b

                """
            )
        ])
        #expect(imported.remarks(.fault).count == 1)
        #expect(imported.remarks(.fault).first?.hasPrefix("5: \(column): \(message)") == true, "\(imported.remarks())")
    }

    @Test("a text that its columns of origin say otherwise is left out, and that is told")
    func description() {
        let imported = Imported([
            (
                "a.csv",
                """
                address,device,interface,description,device_description,address_description
                192.0.2.7,d,e0,old,new,
                192.0.2.8,d,e0,mine,new,mine

                """
            )
        ])
        #expect(
            imported.remarks() == [
                "2: description: 'old' is left out: address_description, interface_description and device_description "
                    + "say otherwise"
            ])
        #expect(imported.draft.devices.map(\.description) == ["new"])
        #expect(imported.draft.devices[0].interfaces[0].addresses.map(\.description) == [nil, "mine"])
    }

    @Test("what a table says otherwise of subnets, pools, sites and VRFs is changed in place")
    func update() throws {
        let there = """
            sites: [{name: lon, description: one}]
            vrfs: [{name: lab, description: two}]
            subnets:
              - {prefix: 192.0.2.0/24, vrf: lab, site: lon, owner: three, description: four, tags: [five],
                 pools: [{name: p, range: 192.0.2.0/25, purpose: static, description: six}]}
            devices:
              - {name: d, description: seven, interfaces: [{name: e0, vrf: lab, description: eight, addresses: [192.0.2.7]}]}
            """
        let sources = SourceFiles([SourceFile(path: "inventory/there.yaml", bytes: Array(there.utf8))])
        let export = try #require(Imported.export(sources, CSVExport()).first)
        let table = String(decoding: export.bytes, as: UTF8.self)
        for word in ["one", "two", "three", "four", "five", "six", "seven", "eight"] {
            let edited = table.replacing(word, with: "new")
            let imported = Imported([("a.csv", edited)], into: there)
            let files = try UpdateWriter.files(changedBy: imported.news.updates, in: sources)
            #expect(files.count == 1, "\(word)")
            #expect(
                files.first.map { String(decoding: $0.bytes, as: UTF8.self) } == there.replacing(word, with: "new"),
                "\(word)")
        }
    }

    @Test("a table that several threads read is read as one: every row, in its order, with its line", arguments: 1...4)
    func parts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var text = "address,device,description\n"
        var faults: [String] = []
        var line = 2
        for number in 0..<12_000 {
            let words = ["", "plain", "5\" disk", "\"two\nlines\"", "\"a \"\"b\"\", c\"", "\"\"", "\"x\ny\nz\""]
            let word = words.randomElement(using: &generator) ?? ""
            let isWrong = Int.random(in: 0..<2000, using: &generator) == 0
            if isWrong { faults.append("\(line): address: octet '300' is above 255") }
            text += "10.\(number >> 16).\(number >> 8 & 255).\(isWrong ? 300 : number & 255),host-\(number),\(word)"
            text += Bool.random(using: &generator) ? "\r\n" : "\n"
            line += 1 + word.count { $0 == "\n" }
        }
        let imported = Imported([("a.csv", text)])
        #expect(imported.remarks() == faults)
        #expect(imported.draft.rows == 12_000)
        let numbers = imported.draft.devices.compactMap { Int($0.name.dropFirst(5)) }
        #expect(numbers.count == 12_000 - faults.count)
        #expect(numbers == numbers.sorted())
    }
}
