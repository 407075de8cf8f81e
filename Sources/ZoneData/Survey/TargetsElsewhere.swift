import Addressing
import Findings

/// Checks what declared records say about names in our other zones, which the deriving of single zones cannot see.
struct TargetsElsewhere {
    private(set) var problems: [ZoneProblem] = []
    private let directory: ZoneDirectory
    private let owners: ZoneOwners

    init(_ deriver: ZoneDeriver, _ owners: ZoneOwners) {
        directory = deriver.directory
        self.owners = owners
        for (place, drafts) in deriver.drafts.enumerated() {
            for draft in drafts where draft.isDeclared {
                checkHost(of: draft, in: place)
                checkPointer(draft)
            }
        }
    }

    /// Reports a host in another zone of ours that has no address or is an alias (RFC 2181, 10.3).
    private mutating func checkHost(of draft: DraftRecord, in place: Int) {
        guard let host = draft.data.host, let other = directory.place(holding: host), other != place,
            owners.isOurs(host)
        else { return }
        let records = owners.records(of: host)
        let type = draft.data.type
        if records.contains(where: { $0.data.type == .cname }) {
            let reason = "\(type) of '\(draft.owner)' points at '\(host)', which is an alias"
            problems.append(ZoneProblem(.targetIsCNAME, host, reason, at: draft.span))
        } else if owners.addresses(of: host).isEmpty {
            let reason = "\(type) of '\(draft.owner)' points at '\(host)', which has no address"
            problems.append(ZoneProblem(.targetWithoutAddress, host, reason, at: draft.span))
        }
    }

    /// Reports a declared PTR record whose name does not lead back to the address.
    private mutating func checkPointer(_ draft: DraftRecord) {
        guard case .ptr(let name) = draft.data, let address = Self.address(of: draft.owner), owners.isOurs(name),
            !owners.addresses(of: name).contains(address), !owners.records(of: name).contains(where: { $0.isAlias })
        else { return }
        let reason = "\(address) is called '\(name)', which does not have that address"
        problems.append(ZoneProblem(.pointerMismatch, draft.owner, reason, at: draft.span))
    }

    /// The address of a reverse name, in a part of an octet as well (RFC 2317, 4).
    private static func address(of owner: DomainName) -> IPAddress? {
        if let address = IPAddress(reverseName: owner) { return address }
        guard let octet = owner.labels.first.flatMap({ UInt8($0) }), let zone = owner.parent,
            let block = IPPrefix(reverseZone: zone), block.family == .v4, (25...31).contains(block.length)
        else { return nil }
        return IPAddress(family: .v4, bits: block.network.bits & ~255 | UInt128(octet))
    }
}

extension DraftRecord {
    fileprivate var isAlias: Bool { data.type == .cname }
}
