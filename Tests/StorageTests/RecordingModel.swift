import Addressing
import Chronology
import Observations

/// The rules of recording, told a second time and slowly: keep everything, and work the answer out anew.
struct RecordingModel {
    private struct Key: Hashable {
        let vrf: String
        let address: IPAddress
        let vantage: String
    }

    private var heard: [Key: [Observation]] = [:]

    mutating func record(_ result: ScanResult) {
        for observation in result.observations {
            let key = Key(vrf: observation.vrf, address: observation.address, vantage: result.run.vantage)
            heard[key, default: []].append(observation)
        }
    }

    var addresses: [AddressState] {
        heard.map { state(vantage: $0.vantage, heard: $1) }.sorted {
            ($0.latest.vrf, $0.latest.address, $0.vantage) < ($1.latest.vrf, $1.latest.address, $1.vantage)
        }
    }

    private func state(vantage: String, heard: [Observation]) -> AddressState {
        // What counted when it came: anything not older than all that counted before; known beats unknown.
        var counted: [Observation] = []
        for observation in heard {
            let hasVerdict = counted.contains { $0.verdict != .unknown }
            let isLatest = counted.last.map { observation.at >= $0.at } ?? true
            if observation.verdict == .unknown ? !hasVerdict && isLatest : !hasVerdict || isLatest {
                counted.append(observation)
            }
        }
        var latest = counted[counted.endIndex - 1]
        latest.mac = counted.last { $0.mac != nil }?.mac
        latest.name = counted.last { $0.name != nil || $0.isNameless }?.name
        latest.isNameless = false
        let ports = Set(counted.flatMap(\.services).map(\.port)).sorted()
        latest.services = ports.compactMap { port in counted.flatMap(\.services).last { $0.port == port } }
        let sightings = heard.filter { $0.verdict == .alive }
        let silence = counted.reversed().prefix { $0.verdict != .alive }.filter { $0.verdict != .unknown }
        return AddressState(
            vantage: vantage, latest: latest, firstSeen: sightings.first?.at, lastSeen: sightings.map(\.at).max(),
            silentSince: silence.last?.at)
    }
}
