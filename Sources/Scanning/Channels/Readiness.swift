import CLinuxSockets

/// Waiting for sockets.
enum Readiness {
    /// Returns when a descriptor is readable or has an error, at the latest after so many nanoseconds.
    static func wait(_ descriptors: [Int32], longest: Int64) {
        // The array outlives the call, and the count is the array's.
        _ = unsafe linux_wait(descriptors, Int32(descriptors.count), max(0, longest))
    }
}
