import Addressing
import CLinuxSockets

/// An address of this machine and what is known about the interface that has it.
struct InterfaceAddress: Hashable, Sendable {
    let address: IPAddress
    /// The network that the address is in, as far as the interface reaches it without a router.
    let network: IPPrefix
    /// The number of the interface.
    let interface: Int32
    /// The interface's hardware address; nil if neighbours on it have none that could be asked for.
    let mac: MACAddress?
    /// Whether the interface is up and its link works.
    let isRunning: Bool
}

extension InterfaceAddress {
    /// The addresses of this machine; empty if the system does not tell.
    static func readAll() -> [InterfaceAddress] {
        var entries = [linux_interface_address](repeating: linux_interface_address(), count: 4096)
        // The function writes at most `capacity` elements, which is the length of the array.
        let count = unsafe linux_interface_addresses(&entries, Int32(entries.count))
        return entries.prefix(max(0, Int(count))).compactMap(InterfaceAddress.init)
    }

    private init?(_ entry: linux_interface_address) {
        guard let address = entry.address.address else { return nil }
        self.address = address
        network = IPPrefix(containing: address, length: min(Int(entry.prefix_length), address.family.width))
        interface = entry.interface
        mac = entry.has_neighbours != 0 ? MACAddress(bits: entry.mac & 0xffff_ffff_ffff) : nil
        isRunning = entry.is_running != 0
    }
}
