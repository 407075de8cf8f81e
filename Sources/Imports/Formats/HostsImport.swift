import Addressing

/// A hosts file.
package struct HostsImport: ImportFormat {
    package let name = "hosts"
    package let summary = "lines of /etc/hosts: an address and its names"

    /// Makes the format.
    package init() {}

    package func recognises(_ beginning: String) -> Bool {
        let lines = beginning.split(separator: "\n").map { $0.prefix { $0 != "#" } }
            .map { $0.split { $0 == " " || $0 == "\t" || $0 == "\r" } }.filter { !$0.isEmpty }.dropLast()
        return !lines.isEmpty && lines.allSatisfy { $0.count > 1 && IPAddress(String($0[0])) != nil }
    }

    package func read(_ file: ImportText, into draft: inout Draft) {
        guard file.lines.contains(where: { Self.words(of: $0.text).first.flatMap { IPAddress($0) } != nil }) else {
            return draft.refuse(file.whole, "no line begins with an address: is this a hosts file?")
        }
        for (number, text) in file.lines {
            let words = Self.words(of: text)
            let origin = file.origin(row: number)
            guard let first = words.first, !draft.isSkipped(origin) else { continue }
            draft.countRow()
            var values = CellValues(origin)
            guard let address = values.address(first, "address", &draft) else { continue }
            if Self.isLocal(address) {
                draft.remark(.loss, origin, "\(address) means the machine itself or a group: left out")
            } else if words.count == 1 {
                values.refuse("name", "the line has no name behind its address", &draft)
            } else {
                add(address, Array(words.dropFirst()), origin, &values, &draft)
            }
        }
    }

    /// The words of a line, without the comment behind them.
    private static func words(of line: String) -> [String] {
        line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
    }

    private func add(
        _ address: IPAddress, _ names: [String], _ origin: Origin, _ values: inout CellValues, _ draft: inout Draft
    ) {
        for name in names where DomainName(ofHost: name) == nil {
            values.refuse(
                "name", "'\(name.prefix(80))' cannot name a host: use letters, digits and inner hyphens", &draft)
        }
        guard values.isSound else { return }
        // The short alias is what people call it; the full names are published.
        let title = names.first { !$0.contains(".") } ?? names[0]
        let dotless = names.filter { !$0.contains(".") && $0 != title }
        if !dotless.isEmpty {
            draft.remark(
                .loss, origin,
                "\(address): without a domain \(dotless.joined(separator: ", ")) cannot be published: left out")
        }
        // A name may stand on several lines, one for each address of the host.
        let known = draft.withDevice(named: title, origin) { $0.interfaces.count }
        draft.add(
            DraftAddress(origin: origin, address: address, names: names.filter { $0.contains(".") }),
            toInterface: "eth\(known)", of: title, mac: nil, vrf: nil)
    }

    /// Loopback, unspecified, multicast and link-local addresses, which hosts files hold for the machine itself.
    private static func isLocal(_ address: IPAddress) -> Bool {
        let byte = address.bytes[0]
        switch address.family {
        case .v4: return byte == 127 || byte == 0 || byte >= 224
        case .v6: return address.bits <= 1 || byte == 0xff || address.bits >> 118 == 0x3fa
        }
    }
}
