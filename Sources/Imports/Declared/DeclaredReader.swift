import Addressing
import Declarations
import Edits
import InventoryModel

/// Takes an inventory that comes as one document into a draft, entry by entry and as it is.
///
/// What entries say is not looked at beyond what tells one from another: the inventory that they make is validated.
struct DeclaredReader {
    private let file: ImportText
    private var titles: [String] = []

    /// Reads all entries of a document.
    ///
    /// - Returns: what the entries are called, in their order.
    static func read(_ document: YAMLValue, of file: ImportText, into draft: inout Draft) -> [String] {
        guard case .mapping(let sections) = DeclaredShape.document.arranged(document) else {
            draft.refuse(file.whole, "'inventory' is no object of lists, as `export json` prints it")
            return []
        }
        var reader = DeclaredReader(file: file)
        for section in sections {
            guard DeclaredInventory.keys.contains(section.key) else {
                draft.remark(.loss, file.whole, column: section.key, "an inventory has no such part: it is left out")
                continue
            }
            if case .list(let entries) = section.value {
                for entry in entries { reader.read(entry, of: section.key, &draft) }
            } else {
                reader.read(section.value, of: section.key, &draft)
            }
        }
        return reader.titles
    }

    private init(file: ImportText) {
        self.file = file
    }

    private mutating func read(_ declared: YAMLValue, of section: String, _ draft: inout Draft) {
        let origin = file.origin(row: titles.count + 1)
        let entry = DeclaredEntry(declared: declared, section: section, origin: origin)
        let missing = entry.missingKey
        titles.append(missing == nil ? entry.title : "an entry of \(section)")
        draft.countRow()
        guard !draft.isSkipped(origin) else { return }
        if let missing {
            let message = "'\(missing)' is missing, without which nobody knows what the entry is about"
            return draft.remark(.fault, origin, column: missing, message)
        }
        entry.add(to: &draft)
    }
}

/// An entry of an inventory that comes as one document.
private struct DeclaredEntry {
    let declared: YAMLValue
    let section: String
    let origin: Origin

    private func text(_ key: String) -> String? { declared[key]?.scalarText }

    /// The zone's domain or prefix.
    private var zone: String? { text("name") ?? text("reverse") }
    /// The addresses of a reservation.
    private var addresses: String? { text("address") ?? text("range") }

    /// A key without which nobody knows what the entry is about; nil if none is missing.
    var missingKey: String? {
        switch section {
        case "sites", "vrfs", "devices": text("name") == nil ? "name" : nil
        case "subnets": text("prefix") == nil ? "prefix" : nil
        case "reservations": addresses == nil ? "address" : nil
        case "zones": zone == nil ? "name" : nil
        case "waivers": ["rule", "subject"].first { text($0) == nil }
        default: nil
        }
    }

    var title: String {
        switch section {
        case "sites": "site '\(text("name") ?? "")'"
        case "vrfs": "VRF '\(text("name") ?? "")'"
        case "devices": "device '\(text("name") ?? "")'"
        case "subnets": "subnet \(text("prefix") ?? "")"
        case "reservations": "reservation '\(text("name") ?? addresses ?? "")'"
        case "zones": "zone \(zone ?? "")"
        case "waivers": "waiver of \(text("rule") ?? "") for \(text("subject") ?? "")"
        default: section
        }
    }

    func add(to draft: inout Draft) {
        var values = CellValues(origin)
        let name = text("name") ?? ""
        switch section {
        case "sites": draft.declare(DraftSite(origin: origin, name: name, declared: declared))
        case "vrfs": draft.declare(DraftVRF(origin: origin, name: name, declared: declared))
        case "subnets":
            guard let prefix = values.prefix(text("prefix"), "prefix", &draft) else { return }
            draft.declare(
                DraftSubnet(
                    origin: origin, prefix: prefix, vrf: text("vrf"), name: text("name"), site: text("site"),
                    status: text("status").flatMap { SubnetStatus(rawValue: $0) }, declared: declared))
        case "devices":
            draft.declare(
                DraftDevice(
                    origin: origin, name: name, site: text("site"), interfaces: firstInterface.map { [$0] } ?? [],
                    declared: declared))
        case "reservations":
            guard let range = values.range(addresses, text("address") == nil ? "range" : "address", &draft) else {
                return
            }
            draft.add(
                DraftReservation(
                    origin: origin, range: range, isAddress: text("address") != nil, vrf: text("vrf"),
                    name: text("name"), declared: declared))
        default:
            draft.declare(
                DraftPart(
                    origin: origin, section: section, identity: Self.identity(of: declared, in: section), title: title,
                    declared: declared))
        }
    }

    /// The first interface with an address, by which it is known where a device is.
    private var firstInterface: DraftInterface? {
        guard case .list(let interfaces) = declared["interfaces"] else { return nil }
        return interfaces.lazy.compactMap { interface in
            guard case .list(let addresses) = interface["addresses"] else { return nil }
            let first = addresses.lazy.compactMap {
                ($0.scalarText ?? $0["address"]?.scalarText).flatMap { IPAddress($0) }
            }
            .first
            return first.map { address in
                DraftInterface(
                    origin: origin, name: interface["name"]?.scalarText ?? "", vrf: interface["vrf"]?.scalarText,
                    addresses: [DraftAddress(origin: origin, address: address)])
            }
        }.first
    }

    /// What tells a zone or waiver from others; nothing for the settings, of which there is one.
    private static func identity(of declared: YAMLValue, in section: String) -> String {
        func text(_ key: String) -> String { declared[key]?.scalarText ?? "" }
        switch section {
        case "zones": return DraftPart.zoneIdentity(name: declared["name"]?.scalarText, reverse: text("reverse"))
        case "waivers": return DraftPart.waiverIdentity(rule: text("rule"), subject: text("subject"))
        default: return ""
        }
    }
}

extension DraftPart {
    /// What tells a zone from others: its domain or prefix, in one of several ways to write it.
    static func zoneIdentity(name: String?, reverse: String) -> String {
        if let name { return (try? DomainName(parsing: name))?.description ?? name }
        return IPPrefix(reverse)?.description ?? reverse
    }

    /// What tells a waiver from others.
    static func waiverIdentity(rule: String, subject: String) -> String { "\(rule) \(subject)" }
}
