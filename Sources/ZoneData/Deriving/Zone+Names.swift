package import Addressing
import Findings
package import InventoryModel

extension Zone {
    /// The names of the zones that the declaration makes, in natural order.
    package var zoneNames: [DomainName] {
        switch origin.value {
        case .forward(let name): [name]
        case .reverse(let prefix): classlessName.map { [$0] } ?? prefix.reverseZones
        }
    }

    /// Whether it is a zone for a part of an octet, which has no name by itself (RFC 2317).
    var isClassless: Bool { classlessBlock != nil }

    /// The addresses of a part of an octet; nil for any other zone.
    var classlessBlock: IPPrefix? {
        guard case .reverse(let prefix) = origin.value, prefix.family == .v4, (25...31).contains(prefix.length) else {
            return nil
        }
        return prefix
    }

    /// The name that was chosen for the zone of a part of an octet; nil where nothing is chosen.
    private var classlessName: DomainName? {
        guard let block = classlessBlock else { return nil }
        if let chosen = alias { return chosen.value }
        guard let first = block.first.bytes.last, let last = block.last.bytes.last else { return nil }
        let label: String
        switch style {
        case nil, .dashPrefix: return nil
        case .slash: label = "\(first)/\(block.length)"
        case .dashRange: label = "\(first)-\(last)"
        }
        let octets = IPPrefix(containing: block.first, length: 24)
        return octets.reverseZones.first.flatMap { try? DomainName(parsing: label, relativeTo: $0) }
    }
}
