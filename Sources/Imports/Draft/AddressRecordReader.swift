import Addressing
import Chronology
import InventoryModel
import Observations

/// Reads rows of our own address exports, whichever form they come in.
///
/// Rows are read by themselves, so that several threads can do it, and put together afterwards.
struct AddressRecordReader<Fields: AddressFields> {
    /// Who claims addresses, or what they are if nobody does.
    private enum Kind: String, CaseIterable {
        case device, reservation, pool, subnet
    }

    /// The last row whose subnet was told, and whether a device claims it.
    private var told: (fields: Fields, isDevice: Bool)?

    /// Reads one row; nil, and remarks, if something in it is wrong.
    mutating func record(
        _ fields: Fields, _ origin: Origin, _ journal: inout some RowJournal
    ) -> AddressRecord? {
        var values = CellValues(origin)
        let vrf = values.name(fields.text(.vrf), "vrf", &journal)
        guard let range = range(fields, &values, &journal) else {
            if values.isSound { journal.remark(.fault, origin, column: "address", "the row has no address") }
            return nil
        }
        let kind: Kind? = values.word(fields.text(.kind), "kind", &journal)
        let name = values.name(fields.text(.device), "device", &journal)
        let common = Common(fields, &values, &journal)
        let isDevice = kind.map { $0 == .device } ?? (name != nil)
        let isTold = told.map { $0.isDevice == isDevice && fields.saysOfSubnet(as: $0.fields) } ?? false
        let mention = isTold ? nil : mention(fields, origin, vrf, isDevice: isDevice, &values, &journal)
        guard values.isSound else { return nil }
        if kind == .pool || kind == .subnet {
            guard let mention else {
                if !isTold { values.refuse("prefix", "a pool or subnet needs the prefix of the subnet", &journal) }
                return nil
            }
            return AddressRecord(claimant: nil, mention: mention)
        }
        let claimant =
            isDevice
            ? device(fields, name, range, vrf, common, &values, &journal).map(AddressRecord.Claimant.device)
            : reservation(fields, name, range, vrf, common, &values, &journal).map(AddressRecord.Claimant.reservation)
        guard let claimant else { return nil }
        // The first row that says so is kept: to keep each would copy the cells of all.
        if !isTold { told = (fields, isDevice) }
        return AddressRecord(claimant: claimant, mention: mention)
    }

    /// What devices and reservations have in common.
    private struct Common {
        let owner: String?
        let description: String?
        let expires: CalendarDate?
        let names: [String]
        let tags: [String]

        init(_ fields: Fields, _ values: inout CellValues, _ journal: inout some RowJournal) {
            owner = values.name(fields.text(.owner), "owner", &journal)
            description = values.line(fields.text(.description), "description", &journal)
            expires = values.date(fields.text(.expires), "expires", &journal)
            // Names of what is retired are declared and not published.
            let declared = values.names(fields.list(.declaredNames), "declared_names", &journal)
            names = declared.isEmpty ? values.names(fields.list(.dnsNames), "dns_names", &journal) : declared
            tags = values.names(fields.list(.tags), "tags", &journal)
        }
    }

    private func range(
        _ fields: Fields, _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> IPRange? {
        guard let text = fields.text(.address) else { return nil }
        guard text.utf8.contains(UInt8(ascii: "-")) else {
            return values.maskedAddress(text, "address", &journal).map { IPRange($0.address) }
        }
        return values.range(text, "address", &journal)
    }

    // MARK: Claimants

    /// What only rows of devices say.
    private static var ofDevicesOnly: [AddressField] {
        [
            .interface, .status, .mac, .duid, .services, .deviceSite, .deviceDescription, .interfaceDescription,
            .addressDescription,
        ]
    }

    private func reservation(
        _ fields: Fields, _ name: String?, _ range: IPRange, _ vrf: String?, _ common: Common,
        _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> DraftReservation? {
        let shared: SharedRole? = values.word(fields.text(.sharedRole), "shared_role", &journal)
        guard values.isSound else { return nil }
        for field in Self.ofDevicesOnly where fields.text(field) != nil {
            journal.remark(
                .loss, values.origin, column: field.key,
                "a reservation has none, so it is left out: a `kind` of device, and a name, would take it")
        }
        return DraftReservation(
            origin: values.origin, range: range, isAddress: range.first == range.last, vrf: vrf, name: name,
            role: shared ?? fields.text(.role).flatMap { SharedRole(rawValue: $0) }, owner: common.owner,
            description: common.description, names: common.names, expires: common.expires, tags: common.tags)
    }

    private func device(
        _ fields: Fields, _ name: String?, _ range: IPRange, _ vrf: String?, _ common: Common,
        _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> DeviceRow? {
        guard let name else {
            values.refuse("device", "a device needs a name; without one say kind 'reservation'", &journal)
            return nil
        }
        guard range.first == range.last else {
            values.refuse("address", "a device has single addresses: reserve a range instead", &journal)
            return nil
        }
        let shared: SharedRole? = values.word(fields.text(.sharedRole), "shared_role", &journal)
        let role = values.name(fields.text(.role), "role", &journal)
        let words = descriptions(fields, common, &values, &journal)
        let row = DeviceRow(
            address: DraftAddress(
                origin: values.origin, address: range.first, names: common.names, role: shared,
                expires: common.expires, description: words.address),
            name: name, status: values.word(fields.text(.status), "status", &journal),
            site: deviceSite(fields, &values, &journal),
            role: role == nil || role == shared?.rawValue ? nil : role, owner: common.owner,
            description: words.device, tags: common.tags,
            services: services(fields, &values, &journal),
            interface: values.name(fields.text(.interface), "interface", &journal) ?? "eth0",
            interfaceDescription: words.interface, mac: values.mac(fields.text(.mac), "mac", &journal),
            duid: values.duid(fields.text(.duid), "duid", &journal), vrf: vrf)
        return values.isSound ? row : nil
    }

    /// What a row says of a device, its interface and its address: by columns of their own, of which `description` has
    /// the first that says something, or by `description` alone.
    private func descriptions(
        _ fields: Fields, _ common: Common, _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> (device: String?, interface: String?, address: String?) {
        let device = values.line(fields.text(.deviceDescription), "device_description", &journal)
        let interface = values.line(fields.text(.interfaceDescription), "interface_description", &journal)
        guard fields.has(.addressDescription) else {
            return (device, interface, common.description == interface ?? device ? nil : common.description)
        }
        let address = values.line(fields.text(.addressDescription), "address_description", &journal)
        if let text = common.description, text != address ?? interface ?? device {
            journal.remark(
                .loss, values.origin, column: "description",
                "'\(text.prefix(60))' is left out: address_description, interface_description and device_description "
                    + "say otherwise")
        }
        return (device, interface, address)
    }

    private func services(
        _ fields: Fields, _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> [TransportPort] {
        var services: [TransportPort] = []
        for text in fields.list(.services) {
            guard let port = TransportPort(text) else {
                values.refuse("services", "'\(text.prefix(40))' is no service; write it like tcp/22", &journal)
                continue
            }
            services.append(port)
        }
        return services
    }

    /// The site of a device; none if it is where its subnet is, as far as the row tells the two apart.
    private func deviceSite(
        _ fields: Fields, _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> String? {
        if fields.has(.deviceSite) { return values.name(fields.text(.deviceSite), "device_site", &journal) }
        let site = values.name(fields.text(.site), "site", &journal)
        return site == fields.text(.subnetSite) ? nil : site
    }

    // MARK: Subnets

    private func mention(
        _ fields: Fields, _ origin: Origin, _ vrf: String?, isDevice: Bool, _ values: inout CellValues,
        _ journal: inout some RowJournal
    ) -> SubnetMention? {
        let title = values.name(fields.text(.subnet), "subnet", &journal)
        // Other tables call the prefix itself the subnet.
        let isPrefix = title.flatMap { IPPrefix($0) } != nil
        guard let text = fields.text(.prefix) ?? (isPrefix ? title : nil),
            let prefix = values.prefix(text, "prefix", &journal)
        else { return nil }
        // A site in the row of a device may be the device's; its subnet's is known by a column of its own.
        let ownSite = values.name(fields.text(.subnetSite), "subnet_site", &journal)
        let rowSite = isDevice ? nil : fields.text(.site)
        let status: SubnetStatus? = values.word(fields.text(.subnetStatus), "subnet_status", &journal)
        let subnet = DraftSubnet(
            origin: origin, prefix: prefix, vrf: vrf, name: isPrefix ? nil : title, site: ownSite ?? rowSite,
            vlan: values.vlan(fields.text(.vlan), "vlan", &journal), status: status == .active ? nil : status,
            gateway: values.address(fields.text(.gateway), "gateway", &journal),
            owner: values.name(fields.text(.subnetOwner), "subnet_owner", &journal),
            description: values.line(fields.text(.subnetDescription), "subnet_description", &journal),
            tags: values.names(fields.list(.subnetTags), "subnet_tags", &journal))
        return SubnetMention(
            subnet: subnet, pool: pool(fields, origin, &values, &journal),
            sites: sites(fields, origin, &values, &journal),
            domain: vrf.map { name in
                DraftVRF(
                    origin: origin, name: name,
                    routeDistinguisher: values.name(fields.text(.vrfDistinguisher), "vrf_rd", &journal),
                    description: values.line(fields.text(.vrfDescription), "vrf_description", &journal))
            })
    }

    /// The sites of a row that it describes: its own, and that of its subnet.
    private func sites(
        _ fields: Fields, _ origin: Origin, _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> [DraftSite] {
        let pairs: [(AddressField, AddressField)] = [(.site, .siteDescription), (.subnetSite, .subnetSiteDescription)]
        return pairs.compactMap { name, text in
            guard let description = values.line(fields.text(text), text.key, &journal), let name = fields.text(name)
            else { return nil }
            return DraftSite(origin: origin, name: name, description: description)
        }
    }

    private func pool(
        _ fields: Fields, _ origin: Origin, _ values: inout CellValues, _ journal: inout some RowJournal
    ) -> DraftPool? {
        guard let name = values.name(fields.text(.pool), "pool", &journal) else { return nil }
        guard let range = values.range(fields.text(.poolRange), "pool_range", &journal) else {
            if values.isSound {
                journal.remark(
                    .loss, origin, column: "pool",
                    "pool '\(name)' is left out: a column 'pool_range' would have to say which addresses it has")
            }
            return nil
        }
        let purpose: PoolPurpose? = values.word(fields.text(.poolPurpose), "pool_purpose", &journal)
        return DraftPool(
            origin: origin, name: name, range: range, purpose: purpose ?? .static,
            description: values.line(fields.text(.poolDescription), "pool_description", &journal))
    }
}
