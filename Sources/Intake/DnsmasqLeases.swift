import Addressing
import Chronology
import Observations

/// The lease file of dnsmasq: end of the lease, hardware address, address, name and client id, a line a lease.
///
/// Behind a line with the server's DUID stand the leases of DHCPv6, which have a number in place of the hardware address.
enum DnsmasqLeases: IntakeFormat {
    static let name = "dnsmasq leases"

    static func recognises(_ beginning: ArraySlice<UInt8>) -> Bool {
        guard let first = TextLines(beginning).compactMap(\.self).first(where: { !$0.isEmpty }) else { return false }
        return lease(first) != nil || isServerID(first)
    }

    static func read(_ file: IntakeFile) throws(IntakeError) -> ScanResult {
        var leases: [DHCPLease] = []
        var unreadable = 0
        for line in TextLines(file.bytes) where line != "" && !(line.map(isServerID) ?? false) {
            guard let (address, mac, name, expires) = line.flatMap(lease) else {
                unreadable += 1
                continue
            }
            leases.append(
                DHCPLease(
                    address: address, vantage: file.vantage, tool: "dnsmasq", mac: mac, name: name, expires: expires,
                    at: file.made))
            try file.requireFew(leases.count)
        }
        return file.result(of: "dnsmasq", leases: leases, unreadable: unreadable)
    }

    private static func isServerID(_ line: String) -> Bool {
        let fields = line.fields
        return fields.count == 2 && fields[0] == "duid"
    }

    private static func lease(_ line: String) -> (IPAddress, MACAddress?, String?, Timestamp?)? {
        let fields = line.fields
        guard fields.count == 5, let end = Timestamp(epoch: fields[0]), let address = IPAddress(String(fields[2]))
        else { return nil }
        // Other kinds of hardware than Ethernet come with their number in front, as in `06-02:00:…`.
        let hardware = fields[1].split(separator: "-").last ?? fields[1]
        let name = fields[3] == "*" ? nil : String(fields[3]).bounded
        return (address, MACAddress(String(hardware)), name, end.seconds == 0 ? nil : end)
    }
}
