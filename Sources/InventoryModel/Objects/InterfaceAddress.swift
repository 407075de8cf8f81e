package import Addressing
package import Chronology
package import Findings
package import JSONShapes
package import YAMLSyntax

/// An address of an interface: the address alone, or a mapping that says more about it.
package struct InterfaceAddress: InventoryValue {
    /// The address, without mask.
    package let address: Located<IPAddress>
    private let details: Details?

    /// The names it publishes.
    package var dns: PublishedNames { details?.dns ?? .derived }
    /// Which of its names are published in the reverse zone.
    package var pointers: PublishedPointers { details?.pointers ?? .first }
    /// The role that lets others claim it too.
    package var role: SharedRole? { details?.role }
    /// The last day it is held.
    package var expires: Located<CalendarDate>? { details?.expires }
    /// What people should know about it.
    package var description: String? { details?.description }

    package static var schema: JSONSchema { .anyOf([IPAddress.schema, Details.schema]) }
    package static var example: InterfaceAddress { InterfaceAddress(.example) }

    package static func read(_ node: YAMLTree.NodeID, in document: DocumentReader) -> InterfaceAddress? {
        if document.tree.kind(of: node) == .mapping {
            return Details.read(node, in: document).map { InterfaceAddress($0) }
        }
        guard let address = Located<IPAddress>.read(node, in: document) else { return nil }
        return InterfaceAddress(address)
    }

    private init(_ address: Located<IPAddress>) {
        self.address = address
        details = nil
    }

    private init(_ details: Details) {
        address = details.address
        self.details = details
    }

    /// A class, so that the many addresses with nothing special about them are half as large.
    private final class Details: InventoryObject {
        static let noun = "address"
        static let summary = "An address and what is special about it."

        let address: Located<IPAddress>
        let dns: PublishedNames
        let pointers: PublishedPointers
        let role: SharedRole?
        let expires: Located<CalendarDate>?
        let description: String?

        init(_ fields: inout Fields) {
            address = fields.required("address", "The address, without mask.")
            dns = fields.optional("dns", default: .derived, PublishedNames.summary)
            pointers = fields.optional("ptr", default: .first, PublishedPointers.summary)
            role = fields.optional("role", "Lets several claimants share it, if all of them say the same role.")
            expires = fields.optional("expires", "Last day it is held, in UTC.")
            description = fields.optional("description", "What people should know about it.")
        }
    }
}
