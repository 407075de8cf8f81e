import Addressing
import Findings
import InternationalNames
import InventoryModel
import ZoneData

extension Subnet {
    /// The subnet as a finding is about it.
    var subject: Subject { Subject(.prefix, prefix.value, vrf: vrfName) }
}

extension Claim {
    /// The claimed address or range as a finding is about it.
    var subject: Subject { Subject(isSingleAddress ? .address : .range, range, vrf: vrf) }
}

extension Waiver {
    /// The waiver as a finding is about it: a waiver has no name but what it covers.
    var identity: Subject { Subject(.waiver, "\(rule.value) \(subject.value)") }
}

extension ValidationContext {
    /// Whether the most specific subnet around a claim is a container.
    func isContainer(subnetOf claim: Claim) -> Bool {
        claim.subnet.map { inventory.subnets[$0].status == .container } ?? false
    }
}

extension Zone {
    /// The domain or prefix of the zone, as it is declared.
    var title: String {
        switch origin.value {
        case .forward(let name): name.isRoot ? "." : String(name.description.dropLast())
        case .reverse(let prefix): prefix.description
        }
    }

    /// A record of the zone as a finding is about it: by its whole name, without the final dot.
    func subject(of record: DeclaredRecord) -> Subject {
        let text = record.name.value
        guard let origin = zoneNames.first, let name = try? DomainName(declared: text, relativeTo: origin) else {
            return Subject(.record, String(text.prefix(100)))
        }
        return Subject(.record, String(name.description.dropLast()))
    }
}
