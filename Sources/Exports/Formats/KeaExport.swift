import Addressing
import Chronology
import Findings
import InventoryModel
import JSONShapes

/// Configuration for Kea's servers: a whole one for each family, and each subnet by itself, to be included.
package struct KeaExport: ExportFormat {
    package let name = "kea"
    package let summary = "subnets, pools and DHCP reservations for Kea: whole configurations, and a file a subnet"
    package let layout = ExportLayout.directory
    package let servesOneVRF = true

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let files = AddressFamily.allCases.flatMap { family in
            let names = KeaNames(family)
            let networks = DHCPNetwork.all(input, family)
                .compactMap { network in network.subnet.dhcp?.id.map { (id: $0.value, network: network) } }
                .sorted { $0.id < $1.id }
            let subnets = networks.map { (id: $0.id, json: Self.subnet($0.network, id: $0.id)) }
            let server: JSON = .object([
                .init("user-context", ["ipam": ["note": .string(Self.note)]]),
                .init("interfaces-config", ["interfaces": ["*"]]),
                .init(names.subnets, .array(subnets.map(\.json))),
            ])
            let whole = ExportedFile(
                path: "\(names.file).json", text: JSON.object([.init(names.server, server)]).text())
            return [whole] + subnets.map { ExportedFile(path: "\(names.subnets)-\($0.id).json", text: $0.json.text()) }
        }
        return files.sorted { $0.path < $1.path }
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        let nameless = DHCPNetwork.all(input).filter { $0.subnet.dhcp?.id == nil }.map { network in
            ExportProblem(
                reason: "\(network.prefix) is served by DHCP and has no `dhcp: {id: N}`, under which Kea files its "
                    + "leases: give it a number, and never change that",
                span: network.subnet.prefix.span, isFatal: true)
        }
        return (nameless + overlong(input) + DHCPNetwork.problems(input)).sorted { $0.span < $1.span }
    }

    /// DUIDs of more octets than Kea took before it followed RFC 8415, which it refuses with all the rest.
    private func overlong(_ input: ExportInput) -> [ExportProblem] {
        let served = Set(DHCPNetwork.all(input, .v6).flatMap(\.hosts).compactMap(\.client.duid))
        let declared = input.plan.inventory.devices.flatMap(\.interfaces).compactMap(\.duid)
        return declared.filter { $0.value.bytes.count > 128 && served.contains($0.value) }.map { duid in
            ExportProblem(
                reason: "the DUID has \(duid.value.bytes.count) octets, and many versions of Kea take 128 at most",
                span: duid.span, isFatal: true)
        }
    }

    package var endings: [String] { [".json"] }

    package func isOwn(_ text: String) -> Bool {
        // In a whole configuration the mark stands further to the right, and before what else might look like it.
        text.contains("\n  \"user-context\": {\n    \"ipam\": ")
            || AddressFamily.allCases.contains { family in
                let server = KeaNames(family).server
                return text.hasPrefix("{\n  \"\(server)\": {\n    \"user-context\": {\n      \"ipam\": ")
            }
    }

    /// JSON has no comments; Kea keeps this one, and does nothing with it.
    private static let note = "written from the inventory, do not edit"

    package func entryKey(of line: Substring) -> String? {
        // Addresses, pools and subnets; what else belongs to them goes with them.
        let words = line.trimmingPrefix { $0 == " " }
        let isKept =
            words.hasPrefix("\"ip-address\":") || words.hasPrefix("\"pool\":") || words.hasPrefix("\"subnet\":")
        return isKept || (words.hasPrefix("\"") && !words.contains("\": ")) ? String(words.filter { $0 != "," }) : nil
    }

    package func isScope(_ line: Substring) -> Bool { line.trimmingPrefix { $0 == " " }.hasPrefix("\"subnet\": ") }

    // MARK: Parts

    private static func subnet(_ network: DHCPNetwork, id: Int) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .integer(Int64(id))),
            .init("subnet", .string("\(network.prefix)")),
            .init("user-context", ["ipam": .object([.init("name", .string(network.subnet.title))])]),
        ]
        if let lease = network.subnet.dhcp?.lease { members.append(.init("valid-lifetime", .integer(lease.seconds))) }
        members.append(
            .init("pools", .array(network.pools.map { ["pool": .string("\($0.first) - \($0.last)")] })))
        let options = options(of: network)
        if !options.isEmpty { members.append(.init("option-data", .array(options))) }
        members.append(.init("reservations", .array(network.hosts.map { reservation($0, network.prefix.family) })))
        return .object(members)
    }

    private static func options(of network: DHCPNetwork) -> [JSON] {
        let isV4 = network.prefix.family == .v4
        func option(_ name: String, _ data: String) -> JSON {
            .object([.init("name", .string(name)), .init("data", .string(data))])
        }
        var options: [JSON] = []
        if isV4, let gateway = network.subnet.gateway?.value { options.append(option("routers", "\(gateway)")) }
        let servers = network.nameservers
        if !servers.isEmpty {
            let data = servers.map(\.description).joined(separator: ", ")
            options.append(option(isV4 ? "domain-name-servers" : "dns-servers", data))
        }
        if let domain = network.domain, domain.isHostname {
            options.append(option(isV4 ? "domain-name" : "domain-search", domain.withoutFinalDot))
        }
        return options
    }

    private static func reservation(_ host: DHCPHost, _ family: AddressFamily) -> JSON {
        var members: [JSON.Member] = []
        switch host.client {
        case .mac(let mac): members.append(.init("hw-address", .string("\(mac)")))
        case .duid(let duid): members.append(.init("duid", .string("\(duid)")))
        }
        switch family {
        case .v4: members += host.addresses.prefix(1).map { .init("ip-address", .string($0.description)) }
        case .v6: members.append(.init("ip-addresses", .array(host.addresses.map { .string($0.description) })))
        }
        if let name = host.name { members.append(.init("hostname", .string(name))) }
        let origin: JSON = .object([
            .init("device", .string(host.device)), .init("interface", .string(host.interface)),
        ])
        members.append(.init("user-context", ["ipam": origin]))
        return .object(members)
    }
}

/// What Kea calls things in one family.
private struct KeaNames {
    let server: String
    let subnets: String
    let file: String

    init(_ family: AddressFamily) {
        let digit = family == .v4 ? "4" : "6"
        server = "Dhcp\(digit)"
        subnets = "subnet\(digit)"
        file = "kea-dhcp\(digit)"
    }
}
