import Addressing
import Findings
import InventoryModel

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
    /// Whether the most specific subnet around a claim is a container, given the claim's place in the plan.
    func isContainer(subnetOfClaim index: Int) -> Bool {
        places.subnet(ofClaim: index).map { inventory.subnets[$0].status == .container } ?? false
    }
}
