extension OutputBatch {
    /// Does what was planned, and says for each path, in ascending order, what that was.
    ///
    /// Every new content is written beside its place and synced first; only when all are safe do they take their places,
    /// and their directories are synced. On an error everything is put back. A process that is killed leaves each file
    /// whole, old or new, and temporary files that the next batch for the same directory clears away.
    /// - Parameter shouldGoOn: Asked before each file takes its place; the answer false ends the batch as an error does.
    /// - Throws: ``FileError``; with code `busy` if another process is writing into one of the directories.
    package consuming func commit(while shouldGoOn: () -> Bool = { true }) throws(FileError) -> [OutputChange] {
        let maker = DirectoryMaker()
        var replacement = Replacement()
        do throws(FileError) {
            var changes: [OutputChange] = []
            for (path, target) in sortedTargets {
                let place = try OutputPlace(path, root: root, creating: target == .nothing ? nil : maker)
                try replacement.claim(place)
                let action = try place.action(for: target)
                changes.append(OutputChange(path: path.text, action: action))
                if action != .unchanged { try replacement.prepare(place, target) }
            }
            try replacement.perform(while: shouldGoOn)
            try replacement.finish(alsoSynchronizing: maker.parents)
            return changes
        } catch {
            replacement.undo()
            maker.undo()
            throw error
        }
    }
}
