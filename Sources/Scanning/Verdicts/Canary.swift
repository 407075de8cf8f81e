import Addressing
import Observations

/// Decides whether the silence of a subnet in which nobody else answered can be believed.
///
/// A network that cannot be reached is as silent as an empty one. What tells them apart is the first of these that applies:
///
/// | what there is | silence |
/// |---|---|
/// | somebody else in the subnet answered | believed |
/// | a declared gateway that was asked and did not answer | not believed |
/// | an address of our own in the subnet, on an interface that runs | believed |
/// | an address of our own in the subnet, on one that does not | not believed |
/// | a router's complaint about some address of the subnet | not believed |
/// | none of these | believed |
struct Canary {
    private let interfaces: [InterfaceAddress]
    private let own: Set<IPAddress>

    init(_ interfaces: [InterfaceAddress]) {
        self.interfaces = interfaces
        own = Set(interfaces.map(\.address))
    }

    /// Why the silence of a scope is not believed, in a few words; nil if it is.
    func doubt(about scope: ScanScope, _ observations: some Collection<Observation>) -> String? {
        if observations.contains(where: { $0.verdict == .alive && !own.contains($0.address) }) { return nil }
        if let gateway = scope.gateway, !own.contains(gateway), scope.targets.contains(where: { $0.contains(gateway) })
        {
            return "nobody answered, not even the gateway \(gateway)"
        }
        let attached = interfaces.filter { $0.network.contains(scope.prefix) }
        guard attached.isEmpty else {
            return attached.contains(where: \.isRunning) ? nil : "nobody answered, and the link is down"
        }
        let complaint = observations.lazy.flatMap(\.evidence).first { $0.responder.map { !own.contains($0) } ?? false }
        return complaint?.responder.map { "nobody answered, and \($0) says: \(complaint?.outcome ?? "")" }
    }
}

extension Observation {
    /// What is left of a silence that is not believed.
    func doubted(_ reason: String) -> Observation {
        var copy = self
        copy.verdict = .unknown
        copy.evidence.append(ProbeEvidence(probe: "canary", outcome: reason))
        return copy
    }
}
