/// The object that a finding is about; with the rule it makes up the finding's identity.
package struct Subject: Hashable, Comparable, Sendable {
    /// What sort of object a subject is.
    package enum Kind: String, Sendable, CaseIterable {
        case address, prefix, range, mac, device, interface, site, vrf, pool, zone, record, reservation, waiver
        case setting, key, document, run
    }

    /// What sort of object it is.
    package let kind: Kind
    /// Which one: an address in canonical text, a device's name, a document's path.
    ///
    /// An object outside the default VRF is named `vrf/object`.
    package let id: String

    /// Makes a subject from its kind and name.
    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// Makes a subject that a VRF sets apart from its namesakes in others.
    package init(_ kind: Kind, _ id: some CustomStringConvertible, vrf: String) {
        self.init(kind, vrf == "default" ? "\(id)" : "\(vrf)/\(id)")
    }

    package static func < (left: Subject, right: Subject) -> Bool {
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        return NaturalOrder.precedes(left.id, right.id)
    }
}
