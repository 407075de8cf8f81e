package import Findings
import YAMLSyntax

/// An inventory and all that is wrong with the text it was read from.
package struct InventoryReading: Sendable {
    /// What could be read; objects with faults of their own are left out.
    package let inventory: Inventory
    /// All faults of all files, in no particular order.
    package let faults: [Fault]

    /// Joins an inventory with its faults, such as those of files that could not even be opened.
    package init(inventory: Inventory, faults: [Fault]) {
        self.inventory = inventory
        self.faults = faults
    }
}

/// What one file came to: one that several revisions share is read once.
package struct InventoryFragment: Sendable {
    let document: InventoryDocument?
    let faults: [Fault]
}

/// Reads YAML files into one inventory, several files at a time.
package enum InventoryReader {
    /// Reads all files and reports all of their faults.
    ///
    /// - Parameter workers: how many threads to read on.
    package static func read(_ sources: SourceFiles, workers: Int = 2) -> InventoryReading {
        let indices = Array(sources.files.indices)
        return merge(indices.concurrentMap(workers: workers) { read(sources.files[$0], index: UInt32($0)) })
    }

    /// Reads one file, whose place among all files its spans will name.
    package static func read(_ file: SourceFile, index: UInt32) -> InventoryFragment {
        let reading = YAMLReader.read(file, index: index)
        guard let tree = reading.tree, let root = tree.root else {
            return InventoryFragment(document: nil, faults: reading.faults)
        }
        let reader = DocumentReader(tree)
        let document = InventoryDocument.read(root, in: reader)
        // What YAML already refused, such as an alias, is no value of the wrong type as well.
        let refused = Set(reading.faults.map(\.span))
        return InventoryFragment(
            document: document, faults: reading.faults + reader.faults.filter { !refused.contains($0.span) })
    }

    /// Joins what files came to, in their order.
    package static func merge(_ parts: [InventoryFragment]) -> InventoryReading {
        var inventory = Inventory()
        var faults: [Fault] = []
        inventory.devices.reserveCapacity(parts.reduce(0) { $0 + ($1.document?.devices.count ?? 0) })
        for part in parts {
            faults += part.faults
            guard let document = part.document else { continue }
            if let settings = document.settings {
                if let first = inventory.settings {
                    faults.append(settingsTwice(settings, first))
                } else {
                    inventory.settings = settings
                }
            }
            inventory.sites += document.sites
            inventory.vrfs += document.vrfs
            inventory.subnets += document.subnets
            inventory.devices += document.devices
            inventory.reservations += document.reservations
            inventory.zones += document.zones
            inventory.waivers += document.waivers.map(\.waiver)
        }
        return InventoryReading(inventory: inventory, faults: faults)
    }

    private static func settingsTwice(_ second: Settings, _ first: Settings) -> Fault {
        Fault(
            "duplicate-key", "'settings' may stand in one file only", at: second.span,
            subject: Subject(.key, "settings"), related: [.init("first declared here", at: first.span)]
        )
    }
}
