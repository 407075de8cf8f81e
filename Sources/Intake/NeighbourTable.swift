import Addressing
import Chronology
import FoundationEssentials
import Observations

/// What `ip -j neigh` prints: the kernel's own table of who answered on attached links (iproute2, ip-neighbour(8)).
///
/// Only what the kernel confirmed counts as alive. An entry that is stale, or that failed, says nothing about when:
/// unless `ip -s -j neigh` printed how long ago it was confirmed, that is unknown. What was configured was not seen.
enum NeighbourTable: IntakeFormat {
    static let name = "ip -j neigh"

    private struct Entry: Decodable {
        let dst: String
        let lladdr: String?
        let state: [String]?
        /// Seconds since the kernel last had proof.
        let confirmed: Int64?
    }

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        let content = beginning.filter { !" \n\r\t".utf8.contains($0) }
        return content == Array("[]".utf8)
            || content.starts(with: "[{".utf8) && content.firstRange(of: Array("\"dst\":".utf8)) != nil
    }

    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        let entries: [Entry]
        do {
            entries = try JSONDecoder().decode([Entry].self, from: Data(file.bytes))
        } catch {
            throw IntakeError(
                .malformed, "'\(file.name)' begins like the output of `ip -j neigh`, but is not: is it cut short?")
        }
        try file.requireFew(entries.count)
        return file.result(of: "ip-neigh", entries.compactMap { observation($0, made: file.made) })
    }

    private static func observation(_ entry: Entry, made: Timestamp) -> Observation? {
        guard let address = IPAddress(entry.dst), !address.isLinkLocal, !address.isMulticast,
            let state = entry.state?.first?.bounded, !configured.contains(state)
        else { return nil }
        let mac = entry.lladdr.flatMap(MACAddress.init)
        let evidence = [ProbeEvidence(probe: "neighbour table", outcome: state.lowercased())]
        let ages = 0...made.seconds
        let proof = entry.confirmed.flatMap { ages.contains($0) ? made + .seconds(-$0) : nil }
        let wasSeen = state == "REACHABLE" || (aged.contains(state) && proof != nil)
        return Observation(
            address: address, verdict: wasSeen ? .alive : .unknown, at: wasSeen ? proof ?? made : made,
            evidence: evidence, mac: mac)
    }

    private static let configured: Set<String> = ["PERMANENT", "NOARP", "NONE"]
    private static let aged: Set<String> = ["STALE", "DELAY", "PROBE"]
}

extension IPAddress {
    /// Whether it names a group of hosts.
    fileprivate var isMulticast: Bool {
        switch family {
        case .v4: bits >> 28 == 0xE
        case .v6: bits >> 120 == 0xFF
        }
    }
}
