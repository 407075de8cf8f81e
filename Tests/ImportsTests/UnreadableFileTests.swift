import Imports
import TestSupport
import Testing

@Suite("Files that cannot be made sense of")
struct UnreadableFileTests {
    private static let formats = ImportFormats.all.map(\.name)

    /// A file of each format.
    private static let samples: [(format: String, text: String)] = [
        ("csv", "address,prefix,kind,device,dns_names\n192.0.2.9,192.0.2.0/24,device,nas,\n"),
        ("dnsmasq", "dhcp-host=02:00:5e:10:00:01,192.0.2.10,nas\n"), ("hosts", "192.0.2.9 nas.example.net nas\n"),
        ("infoblox", "Header-Network,address*,netmask*\nnetwork,192.0.2.0,255.255.255.0\n"),
        ("json", "{\"format_version\": 1, \"addresses\": [{\"address\": \"192.0.2.9\", \"kind\": \"reservation\"}]}\n"),
        ("kea", "{\"Dhcp4\": {\"subnet4\": [{\"id\": 1, \"subnet\": \"192.0.2.0/24\"}]}}\n"),
        ("netbox", "prefix,vrf,status\n192.0.2.0/24,,active\n"),
        (
            "nmap",
            """
            <nmaprun scanner="nmap" start="1795345200"><host><status state="up" reason="echo-reply"/>
            <address addr="192.0.2.9" addrtype="ipv4"/></host>
            <runstats><finished time="1795345200" exit="success"/></runstats></nmaprun>

            """
        ), ("phpipam", "section,ip_addr,subnet\nLab,192.0.2.9,192.0.2.0/24\n"),
    ]

    private func isStopped(_ imported: Imported) -> Bool {
        !imported.remarks(.refusal, .fault).isEmpty && imported.draft.isEmpty
    }

    @Test("each format has a sample here that it reads", arguments: samples)
    func sound(format: String, text: String) {
        let imported = Imported([("x", text)], from: format)
        #expect(imported.remarks(.refusal, .fault) == [])
        #expect(!imported.draft.isEmpty)
        #expect(Self.samples.map(\.format) == Self.formats)
    }

    @Test("random bytes are nothing in every format", arguments: formats)
    func random(format: String) {
        var generator = SeededGenerator(seed: 7)
        for size in [1, 2, 40, 5000] {
            let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let imported = Imported([ImportFile(path: "x", bytes: bytes)], from: format)
            #expect(isStopped(imported), "\(size) bytes: \(imported.remarks())")
        }
    }

    @Test("an empty file is told to be one in every format", arguments: formats)
    func empty(format: String) {
        for text in ["", "\n", " \r\n\t\n", "\u{feff}"] {
            #expect(Imported([("x", text)], from: format).remarks() == ["0: the file is empty"])
        }
    }

    @Test("lines that a format does not know are nothing in it", arguments: formats)
    func nonsense(format: String) {
        #expect(isStopped(Imported([("x", "nonsense\n\u{1}\"more\nand = more\n")], from: format)))
    }

    @Test("a file of another format is nothing in any, unless its lines could be of both", arguments: samples)
    func others(format: String, text: String) {
        // A table with a column of addresses is one to whoever asks for one.
        let alike: Set<[String]> = [
            ["netbox", "csv"], ["csv", "netbox"], ["phpipam", "csv"], ["csv", "phpipam"], ["infoblox", "csv"],
        ]
        for other in Self.formats where other != format && !alike.contains([format, other]) {
            let imported = Imported([("x", text)], from: other)
            #expect(isStopped(imported), "\(format) as \(other): \(imported.remarks()) \(imported.yaml)")
        }
    }

    @Test("a file that is cut short is told to be", arguments: ["json", "kea"])
    func cut(format: String) {
        guard let text = Self.samples.first(where: { $0.format == format })?.text else { return }
        for length in 1..<text.count - 2 {
            let imported = Imported([("x", String(text.prefix(length)))], from: format)
            #expect(!imported.remarks(.refusal).isEmpty, "\(length)")
        }
    }

    @Test("an nmap file that is cut short gives its hosts and says that others are missing")
    func cutScan() throws {
        let text = try #require(Self.samples.first { $0.format == "nmap" }?.text)
        let imported = Imported([("x", String(text.dropLast(60)))], from: "nmap")
        #expect(!imported.remarks(.loss).isEmpty)
    }

    @Test("each entry of JSON that is wrong is told, and the others are read")
    func entries() {
        let imported = Imported([
            (
                "a.json",
                """
                {"format_version": 1, "addresses": [
                {"address": 7, "kind": "reservation"}, {"address": "192.0.2.9", "tags": "x"},
                {"address": "192.0.2.10", "kind": "reservation"}]}
                """
            )
        ])
        let message = "the value is of another kind than `export json` prints there"
        #expect(imported.remarks() == ["1: address: \(message)", "2: tags: \(message)"])
        #expect(imported.draft.reservations.count == 1)
        #expect(
            imported.draft.remarks.map { imported.draft.rowNames[0]?.title(of: $0.origin) } == ["entry 1", "entry 2"])
    }

    @Test(
        "--map with a column that is not there, or a name that means nothing, is told with the nearest",
        arguments: [
            ("Hots", "device", "--map: no file has a column 'hots'; did you mean 'Host'?"),
            ("Rack", "device", "--map: no file has a column 'rack'; there are Host, Where"),
            ("Host", "devcie", "--map: 'devcie' is no column that is read; did you mean 'device'?"),
            ("host", "Device", nil),
        ])
    func map(from: String, to: String, complaint: String?) {
        let file = ImportFile(path: "a.csv", bytes: Array("Where,Host\n192.0.2.7,nas\n".utf8))
        let map = [(from: "Where", to: "address"), (from: from, to: to)]
        for format in [ImportFormats.named("csv"), nil] {
            #expect(ImportReader([file], format: format, renamedColumns: map).misnaming() == complaint)
        }
    }

    @Test("--map is told where there are no columns")
    func mapWithoutColumns() {
        let file = ImportFile(path: "hosts", bytes: Array("192.0.2.7 nas\n".utf8))
        let reader = ImportReader(
            [file], format: ImportFormats.named("hosts"), renamedColumns: [(from: "a", to: "address")])
        #expect(reader.misnaming() == "--map renames columns, and hosts has none")
    }
}
