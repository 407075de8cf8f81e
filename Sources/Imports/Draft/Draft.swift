import Addressing
import InventoryModel

/// What is imported, gathered row by row from all files, and what has to be said about the rows.
package struct Draft: RowJournal, Sendable {
    /// Sites, in the order in which rows name them.
    package private(set) var sites: [DraftSite] = []
    /// Routing domains besides the default one.
    package private(set) var vrfs: [DraftVRF] = []
    /// Subnets.
    package private(set) var subnets: [DraftSubnet] = []
    /// Devices.
    package private(set) var devices: [DraftDevice] = []
    /// Reservations.
    package private(set) var reservations: [DraftReservation] = []
    /// Zones, waivers and settings.
    package private(set) var parts: [DraftPart] = []
    /// What has to be said, in the order in which it was found.
    package private(set) var remarks: [Remark] = []
    /// How many rows were read.
    package private(set) var rows = 0
    /// What the rows of files are called that have none, by the places of the files.
    package private(set) var rowNames: [UInt32: RowNames] = [:]

    /// Pools whose subnet is still to be found.
    private(set) var loosePools: [(pool: DraftPool, vrf: String?)] = []
    /// The rows to pass over.
    let skipped: Set<Origin>
    private var siteIndex: [String: Int] = [:]
    private var vrfIndex: [String: Int] = [:]
    private var subnetIndex: [SubnetKey: Int] = [:]
    private var deviceIndex: [String: Int] = [:]
    private var partIndex: Set<[String]> = []

    /// A prefix in its routing domain.
    private struct SubnetKey: Hashable {
        let vrf: String?
        let prefix: IPPrefix

        init(_ subnet: DraftSubnet) {
            vrf = subnet.vrf == VRF.defaultName ? nil : subnet.vrf
            prefix = subnet.prefix
        }
    }

    /// Begins with nothing.
    ///
    /// - Parameter skipped: rows to pass over.
    init(skipping skipped: Set<Origin>) {
        self.skipped = skipped
    }

    /// Whether there is nothing in it.
    package var isEmpty: Bool {
        sites.isEmpty && vrfs.isEmpty && subnets.isEmpty && devices.isEmpty && reservations.isEmpty && parts.isEmpty
    }

    // MARK: Rows

    /// Whether a row is to be passed over.
    func isSkipped(_ origin: Origin) -> Bool { !skipped.isEmpty && skipped.contains(origin) }

    /// Counts a row that was read.
    mutating func countRow() { rows += 1 }

    /// Says something about a row.
    mutating func remark(_ kind: Remark.Kind, _ origin: Origin, column: String?, _ message: String) {
        remarks.append(Remark(kind, origin, column: column, message))
    }

    /// Says what the rows of a file are called.
    mutating func call(rowsOf file: ImportText, _ names: RowNames) { rowNames[file.whole.file] = names }

    /// Takes over what was taken down elsewhere.
    mutating func take(_ notes: RowNotes) {
        rows += notes.rows
        remarks += notes.remarks
    }

    // MARK: Objects

    /// Adds a site, or what is known of it so far.
    mutating func add(_ site: DraftSite) {
        guard let index = siteIndex[site.name] else {
            siteIndex[site.name] = sites.count
            sites.append(site)
            return
        }
        sites[index].description = sites[index].description ?? site.description
    }

    /// Sees to it that a site that something refers to is there.
    mutating func need(site name: String?, _ origin: Origin) {
        guard let name, siteIndex[name] == nil else { return }
        add(DraftSite(origin: origin, name: name))
    }

    /// Adds a routing domain, or what is known of it so far.
    mutating func add(_ vrf: DraftVRF) {
        guard vrf.name != VRF.defaultName else { return }
        guard let index = vrfIndex[vrf.name] else {
            vrfIndex[vrf.name] = vrfs.count
            vrfs.append(vrf)
            return
        }
        vrfs[index].routeDistinguisher = vrfs[index].routeDistinguisher ?? vrf.routeDistinguisher
        vrfs[index].description = vrfs[index].description ?? vrf.description
    }

    /// Sees to it that a routing domain that something refers to is there.
    mutating func need(vrf name: String?, _ origin: Origin) {
        guard let name, vrfIndex[name] == nil else { return }
        add(DraftVRF(origin: origin, name: name))
    }

    /// Takes in what a row says of a site besides its name; what an earlier row said otherwise.
    mutating func describe(_ site: DraftSite) -> Contradiction? {
        need(site: site.name, site.origin)
        guard let index = siteIndex[site.name] else { return nil }
        return .fill(
            &sites[index].description, "site_description", of: "site '\(site.name)'", site.description)
    }

    /// Takes in what a row says of a routing domain besides its name; what an earlier row said otherwise.
    mutating func describe(_ vrf: DraftVRF) -> [Contradiction] {
        guard vrf.routeDistinguisher != nil || vrf.description != nil else { return [] }
        let title = "VRF '\(vrf.name)'"
        let index = vrfIndex[vrf.name] ?? vrfs.count
        guard index < vrfs.count else {
            // The default one needs no entry unless there is something to say of it.
            vrfIndex[vrf.name] = index
            vrfs.append(vrf)
            return []
        }
        return [
            .fill(&vrfs[index].routeDistinguisher, "vrf_rd", of: title, vrf.routeDistinguisher),
            .fill(&vrfs[index].description, "vrf_description", of: title, vrf.description),
        ].compactMap(\.self)
    }

    /// Adds a subnet that a row describes; another description of the same one is a fault.
    mutating func declare(_ subnet: DraftSubnet) {
        let key = SubnetKey(subnet)
        if let index = subnetIndex[key] {
            let first = subnets[index].origin
            let place = first.file == subnet.origin.file ? "row \(first.row)" : "another file, row \(first.row)"
            return remark(
                .fault, subnet.origin, "\(subnet.prefix) is described in \(place) already: keep one of the two")
        }
        addNew(subnet, key)
    }

    /// Adds a subnet that rows about its addresses mention, or what they know about it so far.
    mutating func mention(_ subnet: DraftSubnet, _ change: (inout DraftSubnet) -> Void = { _ in }) {
        let key = SubnetKey(subnet)
        if subnetIndex[key] == nil { addNew(subnet, key) }
        if let index = subnetIndex[key] { change(&subnets[index]) }
    }

    private mutating func addNew(_ subnet: DraftSubnet, _ key: SubnetKey) {
        need(site: subnet.site, subnet.origin)
        need(vrf: subnet.vrf, subnet.origin)
        subnetIndex[key] = subnets.count
        subnets.append(subnet)
    }

    /// Adds a pool to whichever subnet holds it in the end.
    mutating func addPool(_ pool: DraftPool, vrf: String?) { loosePools.append((pool, vrf)) }

    /// Changes the subnets.
    mutating func changeSubnets(_ change: (inout [DraftSubnet]) -> Void) {
        change(&subnets)
        subnetIndex = Dictionary(subnets.enumerated().map { (SubnetKey($1), $0) }) { first, _ in first }
    }

    /// Changes the device of a name, which is made if it is not there yet.
    mutating func withDevice<Result>(
        named name: String, _ origin: Origin, _ change: (inout DraftDevice) -> Result
    ) -> Result {
        let index = deviceIndex[name] ?? devices.count
        if index == devices.count {
            deviceIndex[name] = index
            devices.append(DraftDevice(origin: origin, name: name))
        }
        return change(&devices[index])
    }

    /// The site of the device of a name; nil if there is no such device, or none is known.
    func site(ofDevice name: String) -> String? { deviceIndex[name].flatMap { devices[$0].site } }

    /// Adds a reservation.
    mutating func add(_ reservation: DraftReservation) {
        need(vrf: reservation.vrf, reservation.origin)
        reservations.append(reservation)
    }

    // MARK: Objects that are declared in full

    /// Adds a site that nothing else is to be said of; another one of the same name is a fault.
    mutating func declare(_ site: DraftSite) {
        guard let index = siteIndex[site.name] else { return add(site) }
        if sites[index].declared == nil {
            sites[index] = site
        } else {
            refuseSecond("site '\(site.name)'", site.origin)
        }
    }

    /// Adds a routing domain that nothing else is to be said of; another one of the same name is a fault.
    mutating func declare(_ vrf: DraftVRF) {
        guard let index = vrfIndex[vrf.name] else {
            vrfIndex[vrf.name] = vrfs.count
            return vrfs.append(vrf)
        }
        if vrfs[index].declared == nil { vrfs[index] = vrf } else { refuseSecond("VRF '\(vrf.name)'", vrf.origin) }
    }

    /// Adds a device that nothing else is to be said of; another one of the same name is a fault.
    mutating func declare(_ device: DraftDevice) {
        guard deviceIndex[device.name] == nil else { return refuseSecond("device '\(device.name)'", device.origin) }
        deviceIndex[device.name] = devices.count
        devices.append(device)
    }

    /// Adds a zone, a waiver or the settings; another of the same identity is a fault.
    mutating func declare(_ part: DraftPart) {
        guard partIndex.insert([part.section, part.identity]).inserted else {
            return refuseSecond(part.title, part.origin)
        }
        parts.append(part)
    }

    private mutating func refuseSecond(_ title: String, _ origin: Origin) {
        remark(.fault, origin, "\(title) is described twice: keep one of the two")
    }
}
