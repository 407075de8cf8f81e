package import Addressing
package import Allocation
package import Chronology
import Edits
import Findings
import InventoryModel
import Observations
import YAMLSyntax

/// Gives the next free address to an interface of a device, either of which is made if it is missing.
package struct Assignment: InventoryChange {
    /// The device's name.
    package let device: String
    /// What the address is taken from: subnets, static pools, sites, tags.
    package let sources: [String]
    /// The interface's name; nil for the device's only one, or `eth0` of a new one.
    package var interface: String?
    /// The family; nil for the only one that there is.
    package var family: AddressFamily?
    /// Which of several free addresses.
    package var strategy = AllocationStrategy.lowest
    /// The names to publish; empty for the derived one.
    package var names: [String] = []
    /// The hardware address of the interface.
    package var mac: MACAddress?
    /// The last day that the address is held.
    package var expires: CalendarDate?

    /// Gives a device an address of the sources.
    package init(_ device: String, from sources: [String]) {
        self.device = device
        self.sources = sources
    }

    package func make(in draft: inout InventoryDraft) throws(WorkflowError) {
        try draft.loaded.requireSound(for: .space)
        try InventoryDraft.requireName(device, "the name of a device")
        if let interface { try InventoryDraft.requireName(interface, "the name of an interface") }
        for name in names { try InventoryDraft.requireHostName(name) }
        try draft.requireFuture(expires)
        let offered = try pick(in: draft)
        if let known = try draft.knownDevice(named: device) {
            try give(offered, to: known, in: &draft)
        } else {
            try give(offered, toNewDeviceIn: &draft)
        }
        draft.give("\(offered.address)")
    }

    private func pick(in draft: InventoryDraft) throws(WorkflowError) -> AddressOffer.Offered {
        let plan = draft.loaded.plan
        let state = try draft.project.networkState()
        let now = draft.world.now()
        let offer = try NextWorkflow.translating { () throws(AllocationError) in
            try AddressOffer(
                1, from: try NextWorkflow.sources(sources, plan), of: plan, seen: state, family: family,
                strategy: strategy, now: now)
        }
        for skipped in offer.skipped {
            draft.world.notify(
                "\(skipped.address) is free in the inventory, but a host answered there at \(skipped.lastSeen)")
        }
        guard let offered = offer.addresses.first else {
            preconditionFailure("an offer of one address has one, or is none")
        }
        return offered
    }

    /// The address as it is written into a list of them.
    private func entry(_ address: IPAddress) -> YAMLValue {
        guard !names.isEmpty || expires != nil else { return .text("\(address)") }
        let dns: YAMLValue? = names.isEmpty ? nil : names.count == 1 ? .text(names[0]) : .texts(names)
        return .entries(["address": .text("\(address)"), "dns": dns, "expires": expires.map { .text("\($0)") }])
    }

    private func give(_ offered: AddressOffer.Offered, to known: Device, in draft: inout InventoryDraft)
        throws(WorkflowError)
    {
        guard known.status != .retired else {
            throw WorkflowError("'\(device)' is retired: set its status to active first", status: .usage)
        }
        let port = try interface(of: known)
        let name = port?.name.value ?? interface ?? "eth0"
        let entry = entry(offered.address)
        let new = newInterface(name, offered, in: draft)
        let mac = mac
        let vrf = port?.addresses.isEmpty == true ? Self.vrf(of: offered, in: draft) : nil
        try draft.edit(known.span) { document, node in
            guard let list = document.list("interfaces", in: node),
                let item = document.item(of: list, where: "name", is: name)
            else { return document.add([new], toList: "interfaces", in: node, .atEnd) }
            document.add([entry], toList: "addresses", in: item, .atEnd)
            if let mac { document.set("mac", to: .text("\(mac)"), in: item) }
            if let vrf { document.set("vrf", to: vrf, in: item) }
        }
        draft.note("Assign \(offered.address) to \(device) \(name)")
    }

    /// The interface that is meant; nil if it is to be made.
    private func interface(of known: Device) throws(WorkflowError) -> Interface? {
        if let interface { return known.interfaces.first { $0.name.value == interface } }
        guard known.interfaces.count < 2 else {
            let names = known.interfaces.map(\.name.value).joined(separator: ", ")
            throw WorkflowError(
                "'\(device)' has several interfaces: say which with --interface: \(names)", status: .usage)
        }
        return known.interfaces.first
    }

    private func give(_ offered: AddressOffer.Offered, toNewDeviceIn draft: inout InventoryDraft)
        throws(WorkflowError)
    {
        let name = interface ?? "eth0"
        let entry = YAMLValue.entries([
            "name": .text(device), "interfaces": .list([newInterface(name, offered, in: draft)]),
        ])
        let subnet = draft.loaded.plan.subnet(holding: offered.address, vrf: offered.vrf)
        try draft.add(entry, toList: "devices", near: subnet)
        draft.note("Add \(device) with \(offered.address)")
    }

    private func newInterface(
        _ name: String, _ offered: AddressOffer.Offered, in draft: InventoryDraft
    ) -> YAMLValue {
        .entries([
            "name": .text(name), "mac": mac.map { .text("\($0)") }, "vrf": Self.vrf(of: offered, in: draft),
            "addresses": .list([entry(offered.address)]),
        ])
    }

    /// What tells the routing domain; nil where an address alone tells the default one.
    private static func vrf(of offered: AddressOffer.Offered, in draft: InventoryDraft) -> YAMLValue? {
        let plan = draft.loaded.plan
        let others = plan.domains.contains {
            $0 != VRF.defaultName && plan.subnet(holding: offered.address, vrf: $0) != nil
        }
        return offered.vrf == VRF.defaultName && !others ? nil : .text(offered.vrf)
    }
}
