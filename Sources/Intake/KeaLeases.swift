import Addressing
import Chronology
import Observations

/// The lease file of Kea, for both families: a CSV that grows, in which the last line about an address holds
/// (Kea's Administrator Reference Manual, "Memfile - Basic Storage for Leases").
enum KeaLeases: IntakeFormat {
    static let name = "Kea leases"

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        TextLines(beginning).compactMap(\.self).first.flatMap(Columns.init) != nil
    }

    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        var lines = TextLines(file.bytes).makeIterator()
        guard case let header?? = lines.next(), let columns = Columns(header) else {
            throw IntakeError(.malformed, "'\(file.name)' has no header of Kea's")
        }
        let tool = columns.isForIPv6 ? "kea-dhcp6" : "kea-dhcp4"
        var leases: [IPAddress: DHCPLease] = [:]
        var unreadable = 0
        while let line = lines.next() {
            guard line != "" else { continue }
            guard let row = line.flatMap({ columns.row($0) }) else {
                unreadable += 1
                continue
            }
            switch row.status {
            case .leased:
                leases[row.address] = DHCPLease(
                    address: row.address, vantage: file.vantage, tool: tool, mac: row.mac, name: row.name,
                    expires: row.expires, at: file.made)
            case .free:
                leases[row.address] = nil
            case .elsewhere:
                continue
            }
            try file.requireFew(leases.count)
        }
        return file.result(of: tool, leases: Array(leases.values), unreadable: unreadable)
    }

    /// What a line says about an address.
    private struct Row {
        enum Status {
            case leased, free
            /// A prefix that was delegated, which is no host's address.
            case elsewhere
        }

        let address: IPAddress
        let status: Status
        let mac: MACAddress?
        let name: String?
        let expires: Timestamp?
    }

    /// The places of the columns, which grew in number over the years.
    private struct Columns {
        let isForIPv6: Bool
        private let places: [Substring: Int]

        init?(_ header: String) {
            let names = header.split(separator: ",", omittingEmptySubsequences: false)
            guard names.first == "address", names.count <= 64, names.contains("expire"), names.contains("state"),
                names.contains("duid") || names.contains("hwaddr")
            else { return nil }
            isForIPv6 = names.contains("duid")
            places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        }

        func row(_ line: String) -> Row? {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            func cell(_ name: Substring) -> Substring? {
                places[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
            }
            guard let address = cell("address").flatMap({ IPAddress(String($0)) }),
                let lifetime = cell("valid_lifetime").flatMap({ UInt32($0) }),
                let expires = cell("expire").flatMap({ Timestamp(epoch: $0) }), let state = cell("state")
            else { return nil }
            let name = cell("hostname").map { String($0).replacing("&#x2c", with: ",").bounded }
            let isAddress = cell("lease_type").map { $0 != "2" } ?? true
            // 0 is a lease; what was declined, reclaimed, released or merely registered is nobody's.
            let isLeased = state == "0" && lifetime > 0
            return Row(
                address: address, status: isAddress ? (isLeased ? .leased : .free) : .elsewhere,
                mac: cell("hwaddr").flatMap { MACAddress(String($0)) }, name: name?.isEmpty == false ? name : nil,
                expires: lifetime == .max ? nil : expires)
        }
    }
}
