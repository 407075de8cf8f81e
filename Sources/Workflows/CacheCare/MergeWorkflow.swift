import Chronology
package import Storage

/// Joins the caches of several vantage points.
package enum MergeWorkflow {
    /// Takes other caches into the project's own, one after the other; each is only read.
    ///
    /// - Returns: what each brought, in the order of the files.
    /// - Throws: ``WorkflowError`` if a cache is not there or cannot be read, or the own one cannot be written.
    package static func run(
        _ files: [String], _ project: Project, in world: World
    ) throws(WorkflowError) -> [CacheMerge] {
        var others: [Cache] = []
        for file in files {
            do throws(CacheError) {
                guard let other = try Cache.openReadOnly(at: file) else {
                    throw CacheError(code: .unreadable, message: "there is no cache at '\(file)', or nothing is in it")
                }
                others.append(other)
            } catch {
                throw WorkflowError(error.message)
            }
        }
        let cache = try project.openCache(in: world)
        var merges: [CacheMerge] = []
        for other in others {
            do {
                merges.append(try cache.merge(other))
            } catch {
                throw WorkflowError("\(error)")
            }
        }
        return merges
    }
}
