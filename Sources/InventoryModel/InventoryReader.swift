package import Findings
import YAMLSyntax

/// An inventory and all that is wrong with the text it was read from.
package struct InventoryReading: Sendable {
    /// What could be read; objects with faults of their own are left out.
    package private(set) var inventory: Inventory
    /// All faults of all files, in no particular order.
    package private(set) var faults: [Fault]

    /// Joins an inventory with its faults, such as those of files that could not even be opened.
    package init(inventory: Inventory, faults: [Fault]) {
        self.inventory = inventory
        self.faults = faults
    }
}

/// A file and the revisions of the inventory that have it with this content.
package struct SharedFile: Sendable {
    /// The file.
    package let file: SourceFile
    /// Its number, which its spans will name.
    package let index: UInt32
    /// The numbers of the revisions.
    package let revisions: [Int]

    /// Makes a file that one or more revisions have.
    package init(_ file: SourceFile, index: UInt32, revisions: [Int]) {
        self.file = file
        self.index = index
        self.revisions = revisions
    }
}

/// What one file came to.
private struct InventoryFragment: Sendable {
    let document: InventoryDocument?
    let faults: [Fault]
}

/// Reads YAML files into inventories, several files at a time.
package enum InventoryReader {
    /// Reads all files and reports all of their faults.
    ///
    /// - Parameter workers: how many threads to read on.
    package static func read(_ sources: SourceFiles, workers: Int = 2) -> InventoryReading {
        Array(sources.files.indices).concurrentReduce(into: InventoryReading.blank, workers: workers) { index in
            read(sources.files[index], index: UInt32(index))
        } _: { reading, fragment in
            reading.add(fragment)
        }
    }

    /// Reads the inventories of several revisions, and a file that revisions share once.
    ///
    /// - Parameters:
    ///   - files: the files of all revisions, in the order in which each revision's inventory has them.
    ///   - count: how many revisions there are.
    ///   - workers: how many threads to read on.
    /// - Returns: a reading for each revision; a fault of a shared file is in each of theirs.
    package static func read(_ files: [SharedFile], revisions count: Int, workers: Int = 2) -> [InventoryReading] {
        let blank = [InventoryReading](repeating: .blank, count: count)
        return files.concurrentReduce(into: blank, workers: workers) { file in
            (fragment: read(file.file, index: file.index), revisions: file.revisions)
        } _: { readings, part in
            for revision in part.revisions where readings.indices.contains(revision) {
                readings[revision].add(part.fragment)
            }
        }
    }

    /// Reads one file, whose place among all files its spans will name.
    private static func read(_ file: SourceFile, index: UInt32) -> InventoryFragment {
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
}

extension InventoryReading {
    /// Nothing declared, and nothing wrong.
    fileprivate static let blank = InventoryReading(inventory: Inventory(), faults: [])

    /// Adds what the next file came to.
    fileprivate mutating func add(_ fragment: InventoryFragment) {
        faults += fragment.faults
        guard let document = fragment.document else { return }
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

    private func settingsTwice(_ second: Settings, _ first: Settings) -> Fault {
        Fault(
            "duplicate-key", "'settings' may stand in one file only", at: second.span,
            subject: Subject(.key, "settings"), related: [.init("first declared here", at: first.span)]
        )
    }
}
