import Addressing
import Chronology
import Observations

/// What `nmap -oX` writes (nmap.dtd).
///
/// nmap lists hosts that are down only with `-v`, and leaves out `runstats` when it is stopped: what a file does not
/// list is unknown, and a file without `runstats` is an incomplete run.
enum NmapXML: IntakeFormat {
    static let name = "nmap XML"

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        beginning.firstRange(of: Array("<nmaprun".utf8)) != nil
    }

    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        let name = file.name
        let document = try NmapDocument.parse(file.bytes, name: name)
        guard let started = document.started else {
            throw IntakeError(.malformed, "'\(name)' does not say when nmap was started; is it nmap's own XML?")
        }
        let ended = max(document.finished ?? document.latestMoment ?? started, started)
        var notices: [String] = []
        if let fault = document.fault {
            notices.append("'\(name)' is cut short or damaged: \(fault); what follows is unknown")
        } else if document.exit == nil {
            notices.append("nmap was stopped before the end of '\(name)'; what it does not list is unknown")
        } else if document.exit != "success" {
            notices.append("nmap ended '\(name)' with an error: \(document.errorMessage ?? "it does not say which")")
        }
        let state: ScanRun.State = notices.isEmpty ? .complete : .incomplete
        let unreadable = document.hosts.count { $0.address == nil }
        if unreadable > 0 {
            notices.append("hosts in '\(name)' without an address that can be read, and so left out: \(unreadable)")
        }
        return ScanResult(
            run: ScanRun(
                vantage: file.vantage, tool: "nmap", started: started, ended: ended, state: state, notices: notices),
            observations: document.hosts.compactMap { $0.observation(endOfRun: ended) }
                .sorted { $0.address < $1.address })
    }
}
