package import Addressing
import Findings
import InternationalNames
package import InventoryModel

/// The names under which one claimed address is published.
///
/// This is the only place that knows how names follow from devices, interfaces and `dns:`; zones and exports both ask it.
package struct Publication: Hashable, Sendable {
    /// The names in the order in which they were declared; none if nothing is published.
    package let names: [DomainName]
    /// The names of the PTR records: the first that is no wildcard, or all such, unless they are suppressed.
    package let pointers: [DomainName]
    /// Whether the names were declared, rather than derived from device and interface.
    package let isDeclared: Bool
    /// What could not be published.
    package let problems: [ZoneProblem]

    /// Nothing at all.
    package static let none = Publication(names: [], isDeclared: false, pointers: .none, problems: [])

    /// The name that the address has in reverse: the first of them.
    package var pointer: DomainName? { pointers.first }

    init(names: [DomainName], isDeclared: Bool, pointers: PublishedPointers, problems: [ZoneProblem]) {
        self.names = names
        switch pointers {
        case .none: self.pointers = []
        case .first: self.pointers = names.first { !$0.isWildcard }.map { names.count == 1 ? names : [$0] } ?? []
        case .all: self.pointers = names.filter { !$0.isWildcard }
        }
        self.isDeclared = isDeclared
        self.problems = problems
    }
}

extension AddressPlan {
    /// The names under which a claim's address is published.
    ///
    /// Planned devices are published, so that names exist before machines do; retired ones are not. Nothing here depends
    /// on the day: an expired claim keeps its names until somebody removes it.
    package func publication(of claim: Claim) -> Publication {
        switch claim.claimant {
        case .device(let device, let interface, let address):
            publication(of: inventory.devices[device], interface, address, zone: zone(of: claim))
        case .reservation(let index):
            publication(of: inventory.reservations[index], zone: zone(of: claim))
        }
    }

    private func zone(of claim: Claim) -> DomainName? {
        claim.subnet.flatMap { inventory.subnets[$0].zone?.value }
    }

    private func publication(of device: Device, _ index: Int, _ place: Int, zone: DomainName?) -> Publication {
        guard device.status != .retired else { return .none }
        let interface = device.interfaces[index]
        let address = interface.addresses[place]
        switch address.dns {
        case .none:
            return .none
        case .names(let names):
            return declared(names, zone: zone, pointers: address.pointers)
        case .derived:
            guard let zone else { return .none }
            let isFirst = device.interfaces.firstIndex { !$0.addresses.isEmpty } == index
            let label = isFirst ? device.name.value : "\(device.name.value)-\(interface.name.value)"
            let span = isFirst ? device.name.span : interface.name.span
            do {
                let name = try Self.derivedName(label, in: zone)
                return Publication(
                    names: [name], isDeclared: false, pointers: address.pointers, problems: []
                )
            } catch {
                let problem = ZoneProblem(
                    .unpublishableName, label, error.reason, at: span,
                    help: "say what the address is called with `dns: NAME`, or `dns: false` if it needs no name"
                )
                return Publication(names: [], isDeclared: false, pointers: .none, problems: [problem])
            }
        }
    }

    private func publication(of reservation: Reservation, zone: DomainName?) -> Publication {
        guard case .names(let names) = reservation.dns else { return .none }
        guard reservation.isAddress else {
            let problems = names.map {
                ZoneProblem(
                    .unplacedName, $0.value, "'\($0.value)' is given to a range; only single addresses have names",
                    at: $0.span
                )
            }
            return Publication(names: [], isDeclared: true, pointers: .none, problems: problems)
        }
        return declared(names, zone: zone, pointers: reservation.pointers)
    }

    private func declared(_ texts: [Located<String>], zone: DomainName?, pointers: PublishedPointers) -> Publication {
        var names: [DomainName] = []
        var problems: [ZoneProblem] = []
        for text in texts {
            let isAbsolute = text.value.utf8.contains(UInt8(ascii: "."))
            guard isAbsolute || zone != nil else {
                let reason = "'\(text.value)' is relative, and its subnet has no zone"
                problems.append(ZoneProblem(.unplacedName, text.value, reason, at: text.span))
                continue
            }
            do {
                let name = try DomainName(declared: text.value, relativeTo: isAbsolute ? nil : zone)
                try name.checkOwnsAddresses()
                if !names.contains(name) { names.append(name) }
            } catch {
                problems.append(ZoneProblem(.invalidHostname, text.value, error.reason, at: text.span))
            }
        }
        return Publication(names: names, isDeclared: true, pointers: pointers, problems: problems)
    }

    private static func derivedName(_ label: String, in zone: DomainName) throws(AddressError) -> DomainName {
        guard !label.utf8.contains(UInt8(ascii: ".")) else {
            throw AddressError("'\(label)' has a dot, so it cannot be one label of a name")
        }
        guard label != "@" else { throw AddressError("'@' stands for the zone itself and cannot name a device") }
        let name = try DomainName(declared: label, relativeTo: zone)
        guard name.isHostname else { throw AddressError.noHostname(name) }
        return name
    }
}

extension DomainName {
    /// Checks that the name may own A and AAAA records: a host's name, or a wildcard for such names.
    func checkOwnsAddresses() throws(AddressError) {
        let bare = isWildcard ? parent ?? self : self
        guard bare.isHostname else { throw AddressError.noHostname(self) }
    }
}

extension AddressError {
    static func noHostname(_ name: DomainName) -> AddressError {
        AddressError("'\(name)' cannot name a host: use letters, digits and inner hyphens")
    }
}
