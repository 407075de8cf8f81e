import Glibc

/// The steps by which prepared files take the places of old ones, each of which can be taken back.
struct Replacement {
    private struct Step {
        let path: String
        let directory: Descriptor
        let name: FileName
        /// The prepared content; nil if the file is to go.
        let new: FileName?
        /// A second name for the old content while it may still be needed.
        let old: FileName?
        var isDone = false
    }

    private var steps: [Step] = []
    /// The directories of the batch, locked, each under its path.
    private var directories: [String: Descriptor] = [:]
    /// The paths of those in which something changes.
    private var changed: Set<String> = []

    /// Locks the directory of `place`, and clears away what a killed process left in it.
    mutating func claim(_ place: OutputPlace) throws(FileError) {
        guard let directory = place.directory, directories[place.directoryPath] == nil else { return }
        let isLocked: Bool
        do throws(SystemError) {
            isLocked = try directory.lockIfPossible()
            if isLocked {
                for name in try directory.names() where name.hasPrefix(OutputPath.temporaryPrefix) {
                    try directory.removeFile(name)
                }
            }
        } catch {
            throw FileError("write", place.path.text, error)
        }
        guard isLocked else {
            throw FileError(.busy, "write", place.path.text, "another process is writing into its directory; try again")
        }
        directories[place.directoryPath] = directory
    }

    /// Writes the content that `target` asks for beside its place, in a claimed directory, and syncs it.
    mutating func prepare(_ place: OutputPlace, _ target: OutputBatch.Target) throws(FileError) {
        guard let directory = place.directory else { return }
        changed.insert(place.directoryPath)
        let number = steps.count
        var new: FileName?
        if case .content = target { new = FileName("\(OutputPath.temporaryPrefix)\(number)".utf8) }
        let old = place.present == nil ? nil : FileName("\(OutputPath.temporaryPrefix)\(number).old".utf8)
        // Noted before it is carried out, so that a step that fails half way is taken back as well.
        steps.append(Step(path: place.path.text, directory: directory, name: place.path.name, new: new, old: old))
        do throws(SystemError) {
            if let old { try directory.link(place.path.name, as: old) }
            guard let new, case .content(let bytes) = target else { return }
            let file = try Descriptor.open(
                new, in: directory, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, permissions: 0o666)
            try file.write(bytes)
            if let present = place.present {
                try file.setOwnerIfPermitted(present.owner)
                try file.setPermissions(present.permissions)
            }
            try file.synchronize()
        } catch {
            throw FileError("write", place.path.text, error)
        }
    }

    /// Puts every prepared file in its place.
    mutating func perform(while shouldGoOn: () -> Bool) throws(FileError) {
        for index in steps.indices {
            let step = steps[index]
            guard shouldGoOn() else { throw FileError(.interrupted, "write", step.path, "stopped on request") }
            do throws(SystemError) {
                if let new = step.new {
                    try step.directory.rename(new, to: step.name)
                } else {
                    try step.directory.removeFile(step.name)
                }
            } catch {
                throw FileError("write", step.path, error)
            }
            steps[index].isDone = true
        }
    }

    /// Makes the new state durable, and drops what kept the old one.
    func finish(alsoSynchronizing parents: [Descriptor]) throws(FileError) {
        for directory in changed.compactMap({ directories[$0] }) + parents {
            do throws(SystemError) {
                try directory.synchronize()
            } catch {
                throw FileError("write", steps.first?.path ?? "", error)
            }
        }
        for step in steps { step.old.map { try? step.directory.removeFile($0) } }
    }

    /// Puts the old state back, as far as steps were taken.
    func undo() {
        for step in steps.reversed() {
            if let old = step.old, step.isDone {
                try? step.directory.rename(old, to: step.name)
            } else if step.isDone {
                try? step.directory.removeFile(step.name)
            }
            // What is left: a prepared file that never took its place, or a second name that was not needed.
            for leftover in [step.new, step.old] { leftover.map { try? step.directory.removeFile($0) } }
        }
    }
}
