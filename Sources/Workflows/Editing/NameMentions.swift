import Addressing
import Findings
import InventoryModel

/// What zones and settings say of the names that a device may have in DNS, found without asking whether it has them.
///
/// Where something could not be read, such as the device's subnet, its names cannot be derived, and no rule notices that
/// an edit takes one away that others refer to.
struct NameMentions {
    private let inventory: Inventory
    private let zones: Set<String>

    init(_ inventory: Inventory) {
        self.inventory = inventory
        let declared = inventory.zones.compactMap { zone in
            if case .forward(let name) = zone.origin.value { name } else { nil }
        }
        zones = Set((declared + inventory.subnets.compactMap(\.zone?.value)).map { Self.tidy("\($0)") })
    }

    /// The first text that has one of these labels in a zone of ours, or alone; nil if none does.
    ///
    /// - Parameter words: what to look through; nil for every word that may be the name of a host.
    func first(of labels: Set<String>, among words: [String]? = nil) -> String? {
        (words ?? mentions).first { mention in
            let (label, zone) = Self.split(mention)
            return labels.contains(label) && (zone.isEmpty || zones.contains(zone))
        }
    }

    /// The first labels of the names that follow from a device and from some of its interfaces.
    static func derivedLabels(of device: Device, _ interfaces: [Interface]) -> Set<String> {
        let names = [device.name.value] + interfaces.map { "\(device.name.value)-\($0.name.value)" }
        return Set(names.map { $0.lowercased() })
    }

    /// The first labels of the names that an address declares itself.
    static func ownLabels(of address: InterfaceAddress) -> [String] {
        guard case .names(let names) = address.dns else { return [] }
        return names.map { split($0.value).label }
    }

    /// Every word that may be the name of a host.
    private var mentions: [String] {
        let servers = inventory.settings?.dns?.nameservers ?? []
        return servers.map { "\($0.value)" }
            + inventory.zones.flatMap { zone in
                ([zone.primary].compactMap(\.self) + zone.nameservers).map { "\($0.value)" }
                    + zone.delegations.flatMap { $0.nameservers.map { "\($0.value)" } }
                    + zone.records.flatMap { $0.values.flatMap { $0.value.split(separator: " ").map(String.init) } }
            }
    }

    private static func split(_ name: String) -> (label: String, zone: String) {
        let parts = tidy(name).split(separator: ".", maxSplits: 1).map(String.init)
        return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }

    private static func tidy(_ name: String) -> String {
        (name.hasSuffix(".") ? String(name.dropLast()) : name).lowercased()
    }
}

extension InventoryDraft {
    /// Refuses to take names from a device that others seem to refer to, where whether they do cannot be told.
    ///
    /// - Parameter withOwn: whether the names that its addresses declare go too.
    func requireNoDoubtfulMention(of device: Device, withOwn: Bool) throws(WorkflowError) {
        var labels = NameMentions.derivedLabels(of: device, device.interfaces)
        if withOwn {
            for address in device.interfaces.flatMap(\.addresses) {
                labels.formUnion(NameMentions.ownLabels(of: address))
            }
        }
        try requireNoDoubtfulMention(of: labels, device)
    }

    /// Refuses the same for the names that go with one address.
    func requireNoDoubtfulMention(
        of address: InterfaceAddress, on interface: Interface, of device: Device, vrf: String
    ) throws(WorkflowError) {
        // Without its last address, what other interfaces are called may change as well.
        guard interface.addresses.count > 1 else { return try requireNoDoubtfulMention(of: device, withOwn: true) }
        guard case .derived = address.dns else {
            return try requireNoDoubtfulMention(of: Set(NameMentions.ownLabels(of: address)), device)
        }
        func zone(_ address: InterfaceAddress) -> DomainName? {
            loaded.plan.subnet(holding: address.address.value, vrf: vrf)?.zone?.value
        }
        // What follows from the device stays where another address has it too.
        let hasTwin = interface.addresses.contains { other in
            guard case .derived = other.dns, other.address.span != address.address.span else { return false }
            return zone(other) != nil && zone(other) == zone(address)
        }
        guard !hasTwin else { return }
        try requireNoDoubtfulMention(of: NameMentions.derivedLabels(of: device, [interface]), device)
    }

    private func requireNoDoubtfulMention(of labels: Set<String>, _ device: Device) throws(WorkflowError) {
        let mentions = NameMentions(loaded.inventory)
        // No rule knows what stands under an unknown key, whatever it knows of the device.
        let hidden = mentions.first(of: labels, among: try wordsUnderUnknownKeys())
        let isDoubtful = hasGaps && !hasDerivedNames(device)
        guard let mention = hidden ?? (isDoubtful ? mentions.first(of: labels) : nil) else { return }
        throw WorkflowError(
            "'\(mention)' is referred to in DNS, and what cannot be read hides whether that is '\(device.name.value)': "
                + "mend the errors first", findings: loaded.findings.only { $0.severity == .error })
    }

    /// Whether each address of a device lies in a subnet that says its zone, so that rules know its names.
    private func hasDerivedNames(_ device: Device) -> Bool {
        let plan = loaded.plan
        let claims = plan.claims.filter { plan.device(of: $0)?.device.span == device.span }
        return !claims.isEmpty && claims.allSatisfy { plan.subnet(holding: $0.address, vrf: $0.vrf)?.zone != nil }
    }
}
