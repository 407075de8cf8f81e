package import Addressing
import Findings
package import InventoryModel

extension PublishedNames {
    /// The names that are declared, whether they are published or not: one without a dot with the zone behind it, if there
    /// is one.
    ///
    /// - Parameter zone: the zone of the subnet that holds the address.
    package func declared(in zone: DomainName?) -> [String] {
        guard case .names(let names) = self else { return [] }
        return names.map { name in
            guard let zone, !name.value.contains(".") else { return name.value }
            return "\(name.value).\(zone.labels.joined(separator: "."))"
        }
    }
}
