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

/// A station on a link that this machine is attached to.
struct Station: Hashable, Sendable {
    let interface: Int32
    let mac: MACAddress
}

extension linux_endpoint {
    /// The family of endpoints that are stations.
    private static var stationFamily: UInt8 { 2 }

    /// The station as the C functions take it, for packets of one EtherType.
    init(_ station: Station, etherType: UInt16) {
        self.init(
            high: UInt64(UInt32(bitPattern: station.interface)), low: station.mac.bits, port: etherType,
            family: Self.stationFamily
        )
    }

    /// The station; nil if this is something else.
    var station: Station? {
        guard family == Self.stationFamily, low >> 48 == 0 else { return nil }
        return Station(interface: Int32(truncatingIfNeeded: high), mac: MACAddress(bits: low))
    }
}
