import Addressing
import CLinuxSockets

/// The addresses of this machine.
enum LocalAddresses {
    /// Reads them; empty if the system does not tell.
    static func read() -> Set<IPAddress> {
        var endpoints = [linux_endpoint](repeating: linux_endpoint(), count: 4096)
        // The function writes at most `capacity` elements, which is the length of the array.
        let count = unsafe linux_local_addresses(&endpoints, Int32(endpoints.count))
        return Set(endpoints.prefix(max(0, Int(count))).compactMap(\.address))
    }
}
