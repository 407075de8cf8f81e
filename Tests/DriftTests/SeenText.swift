import Addressing
import Chronology
import InventoryModel
import Observations

/// Reads what the examples of drift rules say was seen, one line a run or address:
///
///     run 192.0.2.0/24 complete -1h targets=254 unknown=3 vantage=lon1 vrf=lab
///     192.0.2.77 alive mac=02:00:5e:00:00:77 name=cam3 first=-10d last=-1h at=-1h since=-9d vantage=lon1 vrf=lab
///     192.0.2.78 alive mac=02:00:5e:00:00:78 rivals=02:00:5e:00:00:79 open=tcp/22,tcp/80 closed=tcp/23
///     lease 192.0.2.130 mac=02:00:5e:00:00:31 expires=+8h
///
/// Moments are relative to now. Unless said, a run has all usable addresses for targets and found alive what the lines
/// of its vantage point say; a verdict was reached an hour ago, or when the address was last alive if it still is.
struct SeenText {
    private let now: Timestamp
    private var runs: [(words: [Substring], options: [Substring: Substring])] = []
    private var addresses: [AddressState] = []
    private var leases: [DHCPLease] = []

    struct Mistake: Error {
        let line: Substring
    }

    static func read(_ text: String, now: Timestamp) throws -> NetworkState {
        var reader = SeenText(now: now)
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            let words = fields.filter { !$0.contains("=") }
            let options = Dictionary(
                fields.filter { $0.contains("=") }.map { field in
                    let parts = field.split(separator: "=", maxSplits: 1)
                    return (parts[0], parts[1])
                }, uniquingKeysWith: { $1 })
            switch words.first {
            case "run": reader.runs.append((words, options))
            case "lease": try reader.addLease(line, words, options)
            default: try reader.addAddress(line, words, options)
            }
        }
        return NetworkState(
            addresses: reader.addresses.sorted {
                ($0.latest.vrf, $0.latest.address, $0.vantage) < ($1.latest.vrf, $1.latest.address, $1.vantage)
            },
            runs: try reader.runs.map(reader.run).sorted { $0.ended > $1.ended },
            leases: reader.leases
        )
    }

    private init(now: Timestamp) {
        self.now = now
    }

    private mutating func addAddress(
        _ line: Substring, _ words: [Substring], _ options: [Substring: Substring]
    ) throws {
        guard words.count == 2, let address = IPAddress(String(words[0])),
            let verdict = Verdict(rawValue: String(words[1]))
        else { throw Mistake(line: line) }
        let said = try options["last"].map(moment)
        let lastSeen = verdict == .alive ? said ?? now + .hours(-1) : said
        let at = try options["at"].map(moment) ?? (verdict == .alive ? lastSeen : nil) ?? now + .hours(-1)
        let outcome = verdict == .alive ? "echo reply" : "no answer to 3 probes"
        addresses.append(
            AddressState(
                vantage: options["vantage"].map(String.init) ?? "lon1",
                latest: Observation(
                    vrf: options["vrf"].map(String.init) ?? VRF.defaultName, address: address, verdict: verdict, at: at,
                    evidence: [ProbeEvidence(probe: "icmp", outcome: outcome)],
                    mac: options["mac"].flatMap { MACAddress(String($0)) },
                    rivals: options["rivals"].map { $0.split(separator: ",").compactMap { MACAddress(String($0)) } }
                        ?? [],
                    name: options["name"].map(String.init), services: services(options)),
                firstSeen: try options["first"].map(moment) ?? lastSeen,
                lastSeen: lastSeen,
                silentSince: try options["since"].map(moment) ?? (verdict == .silent ? at : nil)
            )
        )
    }

    private mutating func addLease(
        _ line: Substring, _ words: [Substring], _ options: [Substring: Substring]
    ) throws {
        guard words.count == 2, let address = IPAddress(String(words[1])) else { throw Mistake(line: line) }
        leases.append(
            DHCPLease(
                vrf: options["vrf"].map(String.init) ?? VRF.defaultName, address: address,
                vantage: options["vantage"].map(String.init) ?? "dhcp1", tool: "kea-dhcp4",
                mac: options["mac"].flatMap { MACAddress(String($0)) }, name: options["name"].map(String.init),
                expires: try options["expires"].map(moment), at: now + .minutes(-10)))
    }

    private func services(_ options: [Substring: Substring]) -> [ObservedService] {
        ["open", "closed"].flatMap { state in
            (options[Substring(state)] ?? "").split(separator: ",").map { port in
                ObservedService(port: String(port), state: state)
            }
        }
    }

    private func run(_ words: [Substring], _ options: [Substring: Substring]) throws -> ScanRun {
        guard words.count == 4, let prefix = IPPrefix(String(words[1])),
            let state = ScanRun.State(rawValue: String(words[2]))
        else { throw Mistake(line: words.joined(separator: " ")[...]) }
        let ended = try moment(words[3])
        let vantage = options["vantage"].map(String.init) ?? "lon1"
        let vrf = options["vrf"].map(String.init) ?? VRF.defaultName
        let targets = options["targets"].flatMap { Int($0) } ?? Int(min(prefix.usable.count, 65_536))
        let unknown = options["unknown"].flatMap { Int($0) } ?? 0
        let alive = min(
            targets - unknown,
            addresses.count {
                $0.latest.verdict == .alive && $0.vantage == vantage && $0.latest.vrf == vrf
                    && prefix.contains($0.latest.address)
            })
        let verdicts = [Verdict.alive: alive, .unknown: unknown, .silent: targets - unknown - alive]
        return ScanRun(
            vantage: vantage, tool: "ipam", started: ended + .minutes(-5), ended: ended, state: state,
            coverage: [SubnetCoverage(vrf: vrf, prefix: prefix, targets: targets, verdicts: verdicts)]
        )
    }

    /// The moment that `-1h` before now is, or `+8h` from now.
    private func moment(_ text: Substring) throws -> Timestamp {
        guard text.first == "-" || text.first == "+", let span = TimeSpan(String(text.dropFirst())) else {
            throw Mistake(line: text)
        }
        return now + .seconds(text.first == "-" ? -span.seconds : span.seconds)
    }
}
