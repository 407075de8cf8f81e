import Addressing
import Foundation
import GRDB

extension IPAddress {
    /// The bytes by which SQLite sorts addresses as we do: the family's number, then the address in network order.
    var sortableBytes: Data {
        // Filled from the end without arrays in between: this runs several times for every address of a scan.
        var data = Data(count: 1 + family.width / 8)
        var rest = bits
        for index in (1..<data.count).reversed() {
            data[index] = UInt8(truncatingIfNeeded: rest)
            rest &>>= 8
        }
        data[0] = family.rawValue
        return data
    }

    /// Reads what ``sortableBytes`` wrote; nil for anything else.
    init?(sortableBytes: Data) {
        guard let family = sortableBytes.first.flatMap(AddressFamily.init(rawValue:)),
            sortableBytes.count == 1 + family.width / 8
        else { return nil }
        // A span spares the iterator: this runs for every row of a large cache.
        let bytes = sortableBytes.span
        var bits: UInt128 = 0
        for index in 1..<bytes.count { bits = bits &<< 8 | UInt128(bytes[index]) }
        self.init(family: family, bits: bits)
    }
}

/// What identifies a row about an address, in the order of the primary key.
struct AddressKey: Hashable {
    let vrf: String
    let address: IPAddress
    let vantage: String
}

extension MACAddress {
    /// The six bytes as a value for SQLite.
    var sortableBytes: Data { Data(bytes) }
}

extension [MACAddress] {
    /// The bytes of all, one after the other; nil for none.
    var sortableBytes: Data? { isEmpty ? nil : Data(flatMap(\.bytes)) }
}
