import Addressing
import CLinuxSockets

extension linux_endpoint {
    /// The address and port as the C functions take them.
    init(_ address: IPAddress, port: UInt16 = 0) {
        self.init(
            high: UInt64(truncatingIfNeeded: address.bits &>> 64), low: UInt64(truncatingIfNeeded: address.bits),
            port: port, family: address.family.rawValue
        )
    }

    /// The address; nil if the kernel gave none.
    var address: IPAddress? {
        switch AddressFamily(rawValue: family) {
        case .v4: IPAddress(v4: UInt32(truncatingIfNeeded: low))
        case .v6: IPAddress(v6: UInt128(high) &<< 64 | UInt128(low))
        case nil: nil
        }
    }
}
