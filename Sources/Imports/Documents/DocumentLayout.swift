import Addressing
import Findings
package import InventoryModel

/// Spreads what is imported over files that people can read.
package struct DocumentLayout {
    /// The name of the file for what belongs to no site or subnet.
    private static let rest = "imported"

    private let split: DocumentSplit
    private let places: DraftPlaces
    private var takenPaths: Set<String>
    private var groups: [String: DocumentGroup] = [:]

    /// The files of what is new.
    ///
    /// - Parameters:
    ///   - plan: the inventory that is there.
    ///   - takenPaths: the paths below the inventory directory that are there: none of them is used.
    package static func documents(
        of news: DraftNews, split: DocumentSplit, beside plan: AddressPlan, takenPaths: Set<String>
    ) -> [DraftDocument] {
        var layout = DocumentLayout(
            split: split, places: DraftPlaces(news.subnets, plan),
            takenPaths: Set(takenPaths.map { $0.lowercased() }))
        layout.distribute(news)
        let groups = layout.groups.sorted { $0.key < $1.key }
        // The sections of all files are printed on several threads; then each file gets its own, in their order.
        let sections = groups.flatMap { group in group.value.sections.map { (stem: group.key, section: $0) } }
        let printed = sections.concurrentMap(workers: 2) { [places = layout.places] in
            $0.section.printed(beside: places)
        }
        var documents: [DraftDocument] = []
        var rest = zip(sections, printed).makeIterator()
        var next = rest.next()
        for (stem, _) in groups {
            var pages = DocumentPages()
            while let (place, text) = next, place.stem == stem {
                pages.add(text, under: place.section.key)
                next = rest.next()
            }
            documents += pages.finished.map { DraftDocument(path: layout.freePath(stem), $0) }
        }
        return documents
    }

    private init(split: DocumentSplit, places: DraftPlaces, takenPaths: Set<String>) {
        self.split = split
        self.places = places
        self.takenPaths = takenPaths
    }

    // MARK: Distributing

    private mutating func distribute(_ news: DraftNews) {
        for site in news.sites {
            groups[split == .site ? stem(ofSite: site.name) : Self.rest, default: DocumentGroup()].sites.append(site)
        }
        if !news.vrfs.isEmpty { groups[Self.rest, default: DocumentGroup()].vrfs = news.vrfs }
        if !news.parts.isEmpty { groups[Self.rest, default: DocumentGroup()].parts = news.parts }
        for subnet in news.subnets { groups[stem(of: subnet), default: DocumentGroup()].subnets.append(subnet) }
        for device in news.devices { groups[stem(of: device), default: DocumentGroup()].devices.append(device) }
        for reservation in news.reservations {
            let place = places.place(of: reservation.range.first, vrf: reservation.vrf)
            groups[stem(of: place, site: nil), default: DocumentGroup()].reservations.append(reservation)
        }
    }

    private func stem(of subnet: DraftSubnet) -> String {
        switch split {
        case .none: return Self.rest
        case .site: return stem(ofSite: subnet.site)
        case .subnet:
            guard subnet.status != .container else { return Self.rest }
            return stem(
                of: DraftPlaces.Place(
                    vrf: subnet.vrf ?? VRF.defaultName, prefix: subnet.prefix, name: subnet.name, site: subnet.site,
                    isContainer: false), site: nil)
        }
    }

    private func stem(of device: DraftDevice) -> String {
        guard split != .none else { return Self.rest }
        if split == .site, device.site != nil { return stem(ofSite: device.site) }
        let first = device.interfaces.lazy.compactMap { interface in
            interface.addresses.first.map { (address: $0.address, vrf: interface.vrf) }
        }.first
        return stem(of: first.flatMap { places.place(of: $0.address, vrf: $0.vrf) }, site: device.site)
    }

    private func stem(of place: DraftPlaces.Place?, site: String?) -> String {
        switch split {
        case .none: return Self.rest
        case .site: return stem(ofSite: site ?? place?.site)
        case .subnet:
            guard let place, !place.isContainer else { return Self.rest }
            let title = place.name ?? "\(place.prefix)"
            return Self.slug(place.vrf == VRF.defaultName ? title : "\(place.vrf) \(title)")
        }
    }

    private func stem(ofSite name: String?) -> String { name.map(Self.slug) ?? Self.rest }

    /// A text as a file may be called on every system: letters, digits and single hyphens.
    static func slug(_ text: String) -> String {
        let words = text.lowercased().split { character in
            !character.isASCII || !(character.isLetter || character.isNumber)
        }
        let slug = words.joined(separator: "-").prefix(60)
        return slug.isEmpty ? rest : String(slug)
    }

    private mutating func freePath(_ stem: String) -> String {
        var number = 1
        while true {
            let path = number == 1 ? "\(stem).yaml" : "\(stem)-\(number).yaml"
            if takenPaths.insert(path).inserted { return path }
            number += 1
        }
    }
}
