import Addressing
import Declarations

/// What goes into the files of one name.
struct DocumentGroup {
    var sites: [DraftSite] = []
    var vrfs: [DraftVRF] = []
    var subnets: [DraftSubnet] = []
    var devices: [DraftDevice] = []
    var reservations: [DraftReservation] = []
    var parts: [DraftPart] = []

    /// All of it in the order of the lists of a file, in parts that are worth a thread's while.
    var sections: [DocumentSection] {
        var sections: [DocumentSection] = []
        if !sites.isEmpty { sections.append(.sites(sites[...])) }
        if !vrfs.isEmpty { sections.append(.vrfs(vrfs[...])) }
        sections += Self.parts(of: subnets) { 1 + $0.pools.count }.map(DocumentSection.subnets)
        sections += Self.parts(of: devices) { $0.interfaces.reduce(1) { $0 + 1 + $1.addresses.count } }
            .map(DocumentSection.devices)
        sections += Self.parts(of: reservations) { _ in 1 }.map(DocumentSection.reservations)
        let singles = parts.filter { !DocumentSection.isList($0.section) }
        let lists = Dictionary(grouping: parts.filter { DocumentSection.isList($0.section) }, by: \.section)
        return singles.map { .single($0) } + sections
            + lists.sorted { $0.key > $1.key }.map { .parts($0.key, $0.value) }
    }

    /// How many entries of lists a part has at least, unless it is the last one.
    private static let partSize = 1 << 10

    private static func parts<Object>(of objects: [Object], size: (Object) -> Int) -> [ArraySlice<Object>] {
        var parts: [ArraySlice<Object>] = []
        var start = 0
        var sum = 0
        for (index, object) in objects.enumerated() {
            sum += size(object)
            guard sum >= partSize || index == objects.count - 1 else { continue }
            parts.append(objects[start...index])
            (start, sum) = (index + 1, 0)
        }
        return parts
    }
}

/// Some of the objects of one kind that go into the files of one name.
enum DocumentSection: Sendable {
    case sites(ArraySlice<DraftSite>)
    case vrfs(ArraySlice<DraftVRF>)
    case subnets(ArraySlice<DraftSubnet>)
    case devices(ArraySlice<DraftDevice>)
    case reservations(ArraySlice<DraftReservation>)
    /// Zones or waivers.
    case parts(String, [DraftPart])
    /// The settings.
    case single(DraftPart)

    /// Whether what stands under a key at the top of a file is a list.
    static func isList(_ key: String) -> Bool { DeclaredShape.document[key]?.items != nil }

    /// The list at the top of the file that they stand in; nil if they stand at the top themselves.
    var key: String? {
        switch self {
        case .sites: "sites"
        case .vrfs: "vrfs"
        case .subnets: "subnets"
        case .devices: "devices"
        case .reservations: "reservations"
        case .parts(let key, _): key
        case .single: nil
        }
    }

    /// The objects as YAML.
    func printed(beside places: DraftPlaces) -> DocumentPrinter {
        var printer = DocumentPrinter()
        switch self {
        case .sites(let sites): for site in sites { printer.print(site) }
        case .vrfs(let vrfs): for vrf in vrfs { printer.print(vrf) }
        case .subnets(let subnets): for subnet in subnets { printer.print(subnet) }
        case .devices(let devices):
            for device in devices {
                printer.print(device) { interface in interface.addresses.contains { places.isAmbiguous($0.address) } }
            }
        case .reservations(let reservations):
            for reservation in reservations {
                printer.print(reservation, showsDefault: places.isAmbiguous(reservation.range.first))
            }
        case .parts(_, let parts): for part in parts { printer.print(part.declared, part.origin) }
        case .single(let part): printer.print(part.declared, under: part.section, part.origin)
        }
        return printer
    }
}
