import Addressing
import Chronology
import InventoryModel

/// dnsmasq's configuration, as far as it says who has which address.
package struct DnsmasqImport: ImportFormat {
    package let name = "dnsmasq"
    package let summary = "dnsmasq's dhcp-host, dhcp-range and host-record lines"

    /// Makes the format.
    package init() {}

    package func recognises(_ beginning: String) -> Bool {
        beginning.split(separator: "\n").contains { line in
            ["dhcp-host=", "dhcp-range=", "host-record="].contains { line.hasPrefix($0) }
        }
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        var knows = false
        for (number, text) in file.lines {
            let line = text.prefix { $0 != "#" }.filter { $0 != " " && $0 != "\t" }
            let origin = file.origin(row: number)
            guard !line.isEmpty, !draft.isSkipped(origin) else { continue }
            draft.countRow()
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let values = (parts.count == 2 ? parts[1] : "").split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            switch parts[0] {
            case "dhcp-host": readHost(values, origin, &draft)
            case "dhcp-range": readRange(values, origin, &draft)
            case "host-record": readRecord(values, origin, &draft)
            case _ where Self.isHost(parts, isKnown: knows): readHost(Self.words(of: parts[0]), origin, &draft)
            default:
                draft.remark(.loss, origin, "'\(parts[0].prefix(60))' has no place in an inventory: left out")
                continue
            }
            knows = true
        }
        if !knows {
            draft.refuse(
                file.whole,
                "no line is a dhcp-host, a dhcp-range or a host-record: nothing in it says who has an address")
        }
    }

    /// Whether a line is one of a file of hosts (`dhcp-hostsfile`), in which `dhcp-host=` is left out.
    ///
    /// Any table of addresses has lines of words and commas: only one that says by what a host is known is taken for it,
    /// and after such a line others that have an address.
    ///
    /// - Parameter isKnown: whether a line above says plainly that dnsmasq reads the file.
    private static func isHost(_ parts: [String], isKnown: Bool) -> Bool {
        let words = words(of: parts[0])
        return parts.count == 1 && words.count > 1 && !words.contains { $0.contains("/") }
            && words.contains { MACAddress($0) != nil || $0.hasPrefix("id:") || isKnown && IPAddress($0) != nil }
    }

    private static func words(of line: String) -> [String] { line.split(separator: ",").map(String.init) }

    /// `dhcp-host=MAC…,id:…,ADDRESS…,NAME,LEASE`, in any order.
    private func readHost(_ words: [String], _ origin: Origin, _ draft: inout Draft) {
        let host = DnsmasqHost(words)
        if host.isIgnored {
            return draft.remark(.loss, origin, "the line gives a host nothing, which no inventory says: left out")
        }
        guard let address = host.addresses.first else {
            return draft.remark(.loss, origin, "the line names no address, so it claims none: left out")
        }
        if !host.rest.isEmpty {
            draft.remark(.loss, origin, "\(address): left out: \(host.rest.joined(separator: ", "))")
        }
        if let lease = host.lease {
            draft.remark(.loss, origin, "\(address): left out: \(lease): leases last as long in a whole subnet")
        }
        if host.macs.count > 1 {
            let others = host.macs.dropFirst().map(\.description).joined(separator: ", ")
            draft.remark(.loss, origin, "\(address): an interface has one MAC; \(others) left out")
        }
        add(host, named: host.name ?? Self.title(of: host, address), origin, &draft)
    }

    private static func title(of host: DnsmasqHost, _ address: IPAddress) -> String {
        host.macs.first.map { "host-\($0.description.filter { $0 != ":" })" } ?? "host-\(address)"
    }

    private func add(_ host: DnsmasqHost, named title: String, _ origin: Origin, _ draft: inout Draft) {
        let (mac, duid) = (host.macs.first, host.duid)
        for address in host.addresses {
            let known = draft.withDevice(named: title, origin) { device in
                let same = device.interfaces.first { $0.mac == mac && mac != nil || $0.duid == duid && duid != nil }
                return same?.name ?? "eth\(device.interfaces.count)"
            }
            draft.add(
                DraftAddress(origin: origin, address: address), toInterface: known, of: title, mac: mac, duid: duid,
                vrf: nil)
        }
    }

    private func readRange(_ words: [String], _ origin: Origin, _ draft: inout Draft) {
        guard let line = DnsmasqRange(words) else {
            return draft.remark(.loss, origin, "the line names no range of addresses: left out")
        }
        if !line.hasMask {
            draft.remark(.note, origin, "the line has no mask: the subnet is taken for \(line.prefix)")
        }
        if !line.rest.isEmpty {
            draft.remark(.loss, origin, "\(line.prefix): left out: \(line.rest.joined(separator: ", "))")
        }
        draft.mention(DraftSubnet(origin: origin, prefix: line.prefix, vrf: nil)) { subnet in
            subnet.lease = subnet.lease ?? line.lease
            guard let range = line.range else { return }
            subnet.pools.append(DraftPool(origin: origin, name: "dhcp-\(range.first)", range: range, purpose: .dhcp))
        }
    }

    /// `host-record=NAME…,ADDRESS…`.
    private func readRecord(_ words: [String], _ origin: Origin, _ draft: inout Draft) {
        let addresses = words.compactMap { IPAddress($0) }
        let names = words.filter { IPAddress($0) == nil && DomainName(ofHost: $0) != nil }
        guard let name = names.first, !addresses.isEmpty else {
            return draft.remark(.loss, origin, "the line names no host and address: left out")
        }
        for address in addresses {
            draft.add(
                DraftReservation(
                    origin: origin, range: IPRange(address), isAddress: true, name: name,
                    names: names.filter { $0.contains(".") }))
        }
    }
}
