import Chronology
package import Observations
package import Storage

extension Project {
    /// Opens the cache for writing; says on the way if a damaged one had to be set aside.
    ///
    /// - Throws: ``WorkflowError`` if it is locked, unwritable or from a newer version.
    func openCache(in world: World) throws(WorkflowError) -> Cache {
        try ProtectedPlaces(self).requireCacheOutsideInventory(cache)
        do {
            let opened = try Cache.open(at: cache, now: world.now())
            for notice in opened.notices { world.notify(notice) }
            return opened.cache
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// Opens the cache for reading only; nil if nothing was ever scanned.
    ///
    /// - Throws: ``WorkflowError`` if it cannot be read.
    func openCacheForReading() throws(WorkflowError) -> Cache? {
        do {
            return try Cache.openReadOnly(at: cache)
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// All that is known about the network; nothing if there is no cache yet.
    ///
    /// - Throws: ``WorkflowError`` if the cache cannot be read.
    package func networkState() throws(WorkflowError) -> NetworkState {
        guard let cache = try openCacheForReading() else { return NetworkState(addresses: [], runs: []) }
        do {
            return try cache.networkState()
        } catch {
            throw WorkflowError(error.message)
        }
    }
}

extension Project {
    /// What the cache holds and how fresh it is; nil if there is none.
    ///
    /// - Throws: ``WorkflowError`` if it cannot be read.
    package func cacheStatus() throws(WorkflowError) -> CacheStatus? {
        guard let cache = try openCacheForReading() else { return nil }
        do {
            return try cache.status()
        } catch {
            throw WorkflowError(error.message)
        }
    }
}
