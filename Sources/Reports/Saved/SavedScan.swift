import Addressing
import Chronology
import Observations

/// The coverage of live addresses as ``JSONReport`` writes it.
struct SavedCoverage: Decodable {
    let coverage: LiveCoverage

    private enum Key: String, CodingKey {
        case alive, claimed
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let alive = try values.number(.alive, in: 0...SavedNumber.largest)
        coverage = LiveCoverage(alive: alive, claimed: try values.number(.claimed, in: 0...alive))
    }
}

/// What is known about the scans of a subnet, as ``JSONReport`` writes it.
struct SavedScan: Decodable {
    let scan: SubnetScan

    private enum Key: String, CodingKey {
        case vrf, prefix, vantage, completed, targets, alive, silent, unreachable, unknown
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let prefix = try values.parsed(.prefix) { IPPrefix($0) }
        let vrf = try values.decode(String.self, forKey: .vrf)
        let isCompleted = try !values.decodeNil(forKey: .completed)
        scan = SubnetScan(
            vrf: vrf,
            prefix: prefix,
            vantage: try values.decode(String?.self, forKey: .vantage),
            completed: isCompleted ? try values.parsed(.completed) { Timestamp(rfc3339: $0) } : nil,
            coverage: try Self.coverage(values, vrf: vrf, prefix: prefix)
        )
    }

    private static func coverage(
        _ values: KeyedDecodingContainer<Key>, vrf: String, prefix: IPPrefix
    ) throws -> SubnetCoverage? {
        let range = 0...SavedNumber.largest
        guard let targets = try values.optionalNumber(.targets, in: range) else { return nil }
        let verdicts: [Verdict: Int] = [
            .alive: try values.number(.alive, in: range), .silent: try values.number(.silent, in: range),
            .unreachable: try values.number(.unreachable, in: range), .unknown: try values.number(.unknown, in: range),
        ]
        return SubnetCoverage(vrf: vrf, prefix: prefix, targets: targets, verdicts: verdicts)
    }
}
