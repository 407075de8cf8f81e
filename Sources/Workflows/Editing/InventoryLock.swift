import FileStore
import Foundation

/// The claim of one process on an inventory while it edits it.
///
/// The lock file lies in `.ipam` beside the inventory, where no tool takes it for a part of either: whichever cache two
/// processes use, they meet there. An inventory that is the whole project has it inside.
struct InventoryLock: ~Copyable {
    private static let patience = 60.0
    private static let pause = 0.01

    private let lock: FileLock

    /// Waits for the inventory to be free, for a minute at most.
    ///
    /// - Throws: ``WorkflowError`` if another process does not finish, or there is nowhere to put the lock.
    init(_ directory: String) throws(WorkflowError) {
        let inventory = URL(filePath: directory).resolvingSymlinksInPath()
        let folder = (Self.isWholeProject(inventory) ? inventory : inventory.deletingLastPathComponent())
            .appending(path: ".ipam")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw WorkflowError(
                "cannot make the directory '\(folder.path)', which holds the lock of the inventory: "
                    + error.localizedDescription)
        }
        lock = try Self.wait(for: folder.appending(path: "\(inventory.lastPathComponent).lock").path)
    }

    /// Whether what lies beside an inventory is no business of its project: it is the top of a repository, has an `.ipam`
    /// of its own, or somebody works inside it.
    private static func isWholeProject(_ inventory: URL) -> Bool {
        let files = FileManager.default
        let here = URL(filePath: files.currentDirectoryPath, directoryHint: .isDirectory).resolvingSymlinksInPath()
        return [".git", ".ipam"].contains { files.fileExists(atPath: inventory.appending(path: $0).path) }
            || here.pathComponents.starts(with: inventory.pathComponents)
    }

    /// Does something for which nobody else may edit the inventory.
    borrowing func whileHeld<Result>(_ work: () throws(WorkflowError) -> Result) throws(WorkflowError) -> Result {
        // Nothing in here uses the lock: without this, an optimised build gives it back before the work begins.
        try withExtendedLifetime(lock, work)
    }

    private static func wait(for path: String) throws(WorkflowError) -> FileLock {
        var waited = 0.0
        while true {
            do throws(FileError) {
                return try FileLock(path: path)
            } catch {
                guard error.code == .busy, waited < patience else { throw WorkflowError("\(error)") }
                Thread.sleep(forTimeInterval: pause)
                waited += pause
            }
        }
    }
}
