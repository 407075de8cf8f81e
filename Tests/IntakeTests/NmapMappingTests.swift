import Addressing
import Chronology
import Intake
import Observations
import Testing

@Suite("What nmap's words amount to")
struct NmapMappingTests {
    private func host(_ status: String, _ rest: String = "") -> String {
        "<host>\(status)<address addr=\"192.0.2.9\" addrtype=\"ipv4\"/>\(rest)</host>"
    }

    @Test(
        "a status and its reason make the verdict",
        arguments: [
            ("up", "echo-reply", Verdict.alive), ("up", "localhost-response", .alive), ("down", "no-response", .silent),
            ("down", "host-unreach", .unreachable), ("down", "net-unreach", .unreachable),
            ("down", "admin-prohibited", .unknown), ("skipped", "user-set", .unknown), ("unknown", "", .unknown),
            ("down", "a-word-of-tomorrow", .unknown),
        ])
    func verdicts(_ state: String, _ reason: String, _ verdict: Verdict) throws {
        let result = try taken(hosts: host("<status state=\"\(state)\" reason=\"\(reason)\"/>"))
        #expect(result.observations.map(\.verdict) == [verdict])
    }

    @Test("with -Pn an answer from another address is no sign of life")
    func foreignAnswer() throws {
        let port =
            #"<port protocol="tcp" portid="22"><state state="closed" reason="reset" reason_ip="192.0.2.1"/></port>"#
        let result = try taken(hosts: host(#"<status state="up" reason="user-set"/>"#, "<ports>\(port)</ports>"))
        #expect(result.observations.map(\.verdict) == [.unknown])
        #expect(result.observations.map(\.services) == [[]])
    }

    @Test("with -Pn ports that answered count even when nmap only sums them up")
    func extraPorts() throws {
        let ports =
            #"<ports><extraports state="closed" count="9"><extrareasons reason="reset" count="9"/></extraports></ports>"#
        let result = try taken(hosts: host(#"<status state="up" reason="user-set"/>"#, ports))
        #expect(result.summary == ["192.0.2.9 alive (other ports: reset)"])
    }

    @Test("a name that the user typed is not the host's name")
    func typedName() throws {
        let names = #"<hostnames><hostname name="typed" type="user"/><hostname name="ptr" type="PTR"/></hostnames>"#
        let result = try taken(hosts: host(#"<status state="up" reason="echo-reply"/>"#, names))
        #expect(result.observations.map(\.name) == ["ptr"])
    }

    @Test("an error exit makes the run incomplete and is told")
    func errorExit() throws {
        let file = nmapFile("", exit: #"exit="error" errormsg="Out of memory""#)
        let run = try taken(Array(file.utf8)).run
        #expect(run.state == .incomplete)
        #expect(run.notices == ["nmap ended 'scan.xml' with an error: Out of memory"])
    }

    @Test("hosts are sorted by address")
    func sorted() throws {
        let hosts = ["192.0.2.10", "2001:db8::1", "192.0.2.9"].map {
            "<host><status state=\"up\" reason=\"echo-reply\"/><address addr=\"\($0)\"/></host>"
        }
        let result = try taken(hosts: hosts.joined())
        #expect(result.observations.map(\.address.description) == ["192.0.2.9", "192.0.2.10", "2001:db8::1"])
    }

    @Test("a host without a readable address is left out, and that is told")
    func unreadableAddress() throws {
        let result = try taken(
            hosts: "<host><status state=\"up\"/><address addr=\"192.0.2.999\" addrtype=\"ipv4\"/></host>")
        #expect(result.observations == [])
        #expect(result.run.notices.first?.contains("left out: 1") == true)
    }

    @Test("the older document type with nmap's address is harmless")
    func olderDoctype() throws {
        let older = #"<!DOCTYPE nmaprun PUBLIC "-//IDN nmap.org//DTD Nmap XML 1.04//EN" "http://192.0.2.1/nmap.dtd">"#
        let file = nmapFile(host(#"<status state="up" reason="echo-reply"/>"#))
            .replacing("<!DOCTYPE nmaprun>", with: older)
        #expect(try taken(Array(file.utf8)).observations.count == 1)
    }
}
