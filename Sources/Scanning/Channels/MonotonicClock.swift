import Glibc

/// A clock that never goes back and runs on while the machine sleeps.
enum MonotonicClock {
    /// Nanoseconds since some moment in the past.
    static func now() -> Int64 {
        var time = timespec()
        // The function writes one `timespec`, and `time` is one.
        unsafe clock_gettime(CLOCK_BOOTTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
