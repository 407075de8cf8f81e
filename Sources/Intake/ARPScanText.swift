import Addressing
import Observations

/// What arp-scan prints: an address, the hardware address that answered, and its maker, a line an answer.
///
/// It lists only who answered: what is not there is unknown. A second answer for an address, which it marks with `DUP`,
/// is a second host if it comes from other hardware.
enum ARPScanText: IntakeFormat {
    static let name = "arp-scan"

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        if beginning.firstRange(of: Array("Starting arp-scan ".utf8)) != nil { return true }
        // With --plain there is nothing but the answers.
        return TextLines(beginning).compactMap(\.self).first { !$0.isEmpty }.flatMap(answer) != nil
    }

    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        var hardware: [IPAddress: [MACAddress]] = [:]
        var (isFramed, isEnded) = (false, false)
        for case let line? in TextLines(file.bytes) {
            if line.hasPrefix("Starting arp-scan ") { isFramed = true }
            if line.hasPrefix("Ending arp-scan ") { isEnded = true }
            guard let (address, mac) = answer(line) else { continue }
            if hardware[address]?.contains(mac) != true { hardware[address, default: []].append(mac) }
            try file.requireFew(hardware.count)
        }
        let observations = hardware.map { address, hardware in
            Observation(
                address: address, verdict: .alive, at: file.made,
                evidence: [ProbeEvidence(probe: "arp", outcome: "reply")], mac: hardware.first,
                rivals: hardware.dropFirst().sorted())
        }
        guard isFramed, !isEnded else { return file.result(of: "arp-scan", observations) }
        return file.result(
            of: "arp-scan", observations, state: .incomplete,
            notices: ["arp-scan was stopped before the end of '\(file.name)'; what it does not list is unknown"])
    }

    private static func answer(_ line: String) -> (IPAddress, MACAddress)? {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count >= 2, let address = IPAddress(String(fields[0])), let mac = MACAddress(String(fields[1]))
        else { return nil }
        return (address, mac)
    }
}
