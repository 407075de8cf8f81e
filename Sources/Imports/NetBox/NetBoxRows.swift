import Addressing
import InventoryModel

/// What the rows of NetBox's tables come to in an inventory.
enum NetBoxRows {
    static func site(_ row: inout NamedRow, _ draft: inout Draft) {
        let name = row.name("name", draft: &draft)
        let description = row.line("description", draft: &draft)
        guard let name = required(name, "name", &row, &draft) else { return }
        if let status = row.text("status")?.lowercased(), status != "active" {
            draft.remark(
                .loss, row.origin, column: "status", "site '\(name)': '\(status.prefix(40))' has no place here")
        }
        draft.add(DraftSite(origin: row.origin, name: name, description: description))
        row.remarkOnRest(of: "site '\(name)'", &draft)
    }

    static func vrf(_ row: inout NamedRow, _ draft: inout Draft) {
        let name = row.name("name", draft: &draft)
        let description = row.line("description", draft: &draft)
        guard let name = required(name, "name", &row, &draft) else { return }
        // VRFs never see each other here, and addresses within one are unique.
        row.passOver("enforce_unique", "unique")
        draft.add(
            DraftVRF(origin: row.origin, name: name, routeDistinguisher: row.text("rd"), description: description))
        row.remarkOnRest(of: "VRF '\(name)'", &draft)
    }

    /// A VLAN is a number of a subnet here, which the subnet's own row gives.
    static func vlan(_ row: inout NamedRow, _ draft: inout Draft) {
        let site = row.name("site", draft: &draft)
        guard let id = row.values.vlan(row.text("vid"), "vid", &draft) else {
            if row.isSound { row.values.refuse("vid", "the row has no VLAN id", &draft) }
            return
        }
        let name = row.text("name") ?? ""
        draft.remark(
            .loss, row.origin,
            "VLAN \(id) '\(name)'\(site.map { " of site '\($0)'" } ?? ""): a VLAN is the number that its subnets carry; "
                + "its name, group and role have no place")
    }

    static func prefix(_ row: inout NamedRow, _ draft: inout Draft) {
        guard let prefix = row.values.prefix(row.text("prefix"), "prefix", &draft) else {
            if row.isSound { row.values.refuse("prefix", "the row has no prefix", &draft) }
            return
        }
        let vrf = domain(&row, &draft)
        let status: SubnetStatus? = row.values.word(row.text("status"), "status", &draft)
        let site = siteOfPrefix(&row, &draft)
        let vlan = row.values.vlan(row.text("vlan"), "vlan", &draft)
        let owner = row.name("owner", "tenant", draft: &draft)
        let description = row.line("description", "comments", draft: &draft)
        var tags = tags(&row)
        if let role = row.name("role", draft: &draft), !tags.contains(role) { tags.append(role) }
        guard row.isSound else { return }
        draft.declare(
            DraftSubnet(
                origin: row.origin, prefix: prefix, vrf: vrf, site: site, vlan: vlan,
                status: status == .active ? nil : status, owner: owner, description: description, tags: tags))
        row.passOver("children", "depth", "utilization")
        row.remarkOnRest(of: "\(prefix)", &draft)
    }

    /// An aggregate, which says of addresses who gave them out.
    static func aggregate(_ row: inout NamedRow, _ draft: inout Draft) {
        let prefix = row.text("prefix") ?? ""
        draft.remark(
            .loss, row.origin,
            "aggregate \(prefix.prefix(60)): left out: who gave addresses out has no place here; a prefix of the same "
                + "addresses with the status 'container' has")
    }

    static func range(_ row: inout NamedRow, _ draft: inout Draft) {
        let first = row.values.maskedAddress(row.text("start_address"), "start_address", &draft)
        let last = row.values.maskedAddress(row.text("end_address"), "end_address", &draft)
        guard let first, let last else {
            if row.isSound { row.values.refuse("start_address", "the row lacks one end of the range", &draft) }
            return
        }
        guard let range = IPRange(first: first.address, last: last.address) else {
            return row.values.refuse("end_address", "\(last.address) is not behind \(first.address)", &draft)
        }
        let vrf = domain(&row, &draft)
        let status = row.text("status")?.lowercased() ?? "active"
        let owner = row.name("owner", "tenant", draft: &draft)
        let description = row.line("description", "comments", draft: &draft)
        let tags = tags(&row)
        guard row.isSound else { return }
        let role = row.text("role")
        let isPopulated = row.text("mark_populated")?.lowercased() == "true"
        if status == "active" {
            let isLeased = role?.lowercased().contains("dhcp") == true || isPopulated
            let purpose: PoolPurpose = isLeased ? .dhcp : .static
            draft.addPool(
                DraftPool(
                    origin: row.origin, name: description ?? "range-\(range.first)", range: range, purpose: purpose),
                vrf: vrf)
        } else {
            draft.add(
                DraftReservation(
                    origin: row.origin, range: range, isAddress: false, vrf: vrf, owner: owner,
                    description: description, tags: tags))
        }
        if status == "deprecated" {
            draft.remark(
                .loss, row.origin, column: "status", "\(range): 'deprecated' has no place here: it is kept free")
        }
        row.passOver("size", "utilization")
        row.remarkOnRest(of: "\(range)", &draft)
    }

    // MARK: Parts

    /// A value that the table always has; nil, and a fault, if the row has none.
    static func required(
        _ value: String?, _ column: String, _ row: inout NamedRow, _ draft: inout Draft
    ) -> String? {
        if value == nil, row.isSound { row.values.refuse(column, "the row has no \(column)", &draft) }
        return row.isSound ? value : nil
    }

    /// The routing domain, which is the default one unless the row names another; nil if the table does not tell.
    static func domain(_ row: inout NamedRow, _ draft: inout Draft) -> String? {
        guard row.has("vrf") else { return nil }
        guard let name = row.name("vrf", draft: &draft), name.lowercased() != "global" else { return VRF.defaultName }
        return name
    }

    /// The site of a prefix: its scope if that is a site, or else that of its VLAN.
    private static func siteOfPrefix(_ row: inout NamedRow, _ draft: inout Draft) -> String? {
        let vlanSite = row.name("vlan_site", draft: &draft)
        if let site = row.name("site", draft: &draft) { return site }
        guard let type = row.text("scope_type") else {
            return row.name("scope", "scope_name", draft: &draft) ?? vlanSite
        }
        guard type.lowercased().hasSuffix("site") else { return vlanSite }
        return row.name("scope_name", "scope", draft: &draft) ?? vlanSite
    }

    static func tags(_ row: inout NamedRow) -> [String] {
        row.text("tags")?.split(separator: ",").map { $0.trimmingPrefix(" ") }.map(String.init)
            .filter { !$0.isEmpty } ?? []
    }
}
