import Exports

extension ExportWorkflow.Prepared {
    /// What is wrong with the step to a file from the one that is in use; nil if nothing is, or there is none.
    func misstep(_ file: OutputFile, after former: FormerFiles) -> String? {
        guard let old = former[file.path] else { return nil }
        return format.misstep(from: String(decoding: old, as: UTF8.self), to: file.text).map { "\(file.path) \($0)" }
    }

    /// Refuses to take the place of what others wrote, and to go on from a file that nothing can follow from.
    ///
    /// - Parameter former: where the files are that are in use.
    /// - Throws: ``WorkflowError`` that names the first such file, or the first that cannot be read, and says what to do.
    func requireReplaceable(
        _ files: [OutputFile], in directory: OutputDirectory, after former: FormerFiles
    ) throws(WorkflowError) {
        for file in files { _ = former[file.path] }
        try former.requireReadable()
        for file in files {
            // Somebody may have made an empty file for us, with the rights that it needs.
            if let old = try directory.present(file.path), !old.isEmpty,
                !format.isOwn(String(decoding: old, as: UTF8.self))
            {
                throw WorkflowError(
                    "\(directory.place(of: file.path)) is there, and ipam did not write it: move it away, or write "
                        + "somewhere else" + (format.remembers ? "; --previous takes over serials" : ""))
            }
            if let old = former[file.path],
                let obstacle = format.obstacle(file.path, String(decoding: old, as: UTF8.self), choices)
            {
                throw WorkflowError("\(file.path) \(obstacle)")
            }
        }
    }
}
