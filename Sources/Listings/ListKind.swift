package import Chronology
import Exports
package import Findings
package import InventoryModel
package import JSONShapes
package import Observations
import ZoneData

/// What lists are made of.
package struct ListInput: Sendable {
    let plan: AddressPlan
    let sources: SourceFiles
    let state: NetworkState
    let now: Timestamp

    /// Joins an inventory with what was seen.
    package init(plan: AddressPlan, sources: SourceFiles, state: NetworkState, now: Timestamp) {
        self.plan = plan
        self.sources = sources
        self.state = state
        self.now = now
    }
}

/// A kind of thing that can be listed.
package enum ListKind: String, CaseIterable, Sendable {
    case subnets, pools, devices, addresses

    /// All things of the kind, in their own order.
    package func listing(_ input: ListInput) -> Listing {
        switch self {
        case .subnets: Listing(SubnetRow.columns, of: SubnetRow.all(input))
        case .pools: Listing(PoolRow.columns, of: PoolRow.all(input))
        case .devices: Listing(DeviceRow.columns, of: DeviceRow.all(input))
        case .addresses: Listing(AddressRow.listColumns, of: AddressRow.all(input))
        }
    }

    /// The schema of the JSON (draft-07).
    package var schema: JSON {
        let columns =
            switch self {
            case .subnets: Listing(SubnetRow.columns, of: [])
            case .pools: Listing(PoolRow.columns, of: [])
            case .devices: Listing(DeviceRow.columns, of: [])
            case .addresses: Listing(AddressRow.listColumns, of: [])
            }
        return columns.schema.document(title: "ipam list \(rawValue)")
    }
}

extension AddressRow {
    /// Every claim, by routing domain and address.
    fileprivate static func all(_ input: ListInput) -> [AddressRow] {
        AddressTable.rows(
            ExportInput(
                plan: input.plan, zones: DerivedZones(input.plan), sources: input.sources, state: input.state,
                now: input.now))
    }

    /// The columns of the address exports, some of them shown unasked.
    fileprivate static let listColumns = AddressRow.columns.map { column in
        ListColumn<AddressRow>(
            column.key, column.schema, column.summary,
            isShown: [
                "address", "prefix", "site", "kind", "device", "interface", "status", "mac", "verdict", "last_seen",
            ].contains(column.key), column.value)
    }
}
