import Addressing
import Findings
import InventoryModel

/// Reads files of other tools, or of our own exports, into one draft.
package struct ImportReader: Sendable {
    private let files: [ImportFile]
    private let format: (any ImportFormat)?
    private let renamedColumns: [String: String]

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - format: the format of all files; nil to recognise each one's.
    ///   - renamedColumns: columns that are to be known under another name.
    package init(_ files: [ImportFile], format: (any ImportFormat)?, renamedColumns: [(from: String, to: String)]) {
        self.files = files
        self.format = format
        self.renamedColumns = Dictionary(renamedColumns.map { (CellText.key($0.from), CellText.key($0.to)) }) { $1 }
    }

    /// Why columns cannot be known under the names given, if there is no such column or no format knows the name.
    package func misnaming() -> String? {
        guard !renamedColumns.isEmpty else { return nil }
        let texts = files.map { ImportText(file: 0, bytes: TextDecoder.decode($0.bytes).bytes, renamedColumns: [:]) }
        let formats = texts.compactMap { format ?? recognised($0) }
        let known = Set(formats.flatMap(\.columns))
        let titles = texts.flatMap { TableHeader.titles(of: $0) }
        let keys = Set(titles.map(CellText.key))
        for (from, to) in renamedColumns.sorted(by: { $0.key < $1.key }) {
            if known.isEmpty, !formats.isEmpty {
                return "--map renames columns, and \(formats.map(\.name).joined(separator: ", ")) has none"
            }
            if !keys.contains(from) {
                return "--map: no file has a column '\(from)'; " + Self.hint(from, Array(Set(titles)))
            }
            if !known.isEmpty, !known.contains(to) {
                return "--map: '\(to)' is no column that is read; " + Self.hint(to, Array(known))
            }
        }
        return nil
    }

    private static func hint(_ word: String, _ candidates: [String]) -> String {
        let keys = candidates.map(CellText.key)
        let nearest = Spelling.nearest(to: word, among: keys).flatMap { key in
            candidates.first { CellText.key($0) == key }
        }
        return nearest.map { "did you mean '\($0)'?" } ?? "there are \(candidates.sorted().joined(separator: ", "))"
    }

    /// Reads all files, some rows excepted.
    ///
    /// What the rows say together follows: which subnets are containers, and which of them has a pool.
    package func draft(skipping skipped: Set<Origin> = []) -> Draft {
        var draft = Draft(skipping: skipped)
        for (index, file) in files.enumerated() {
            let decoded = TextDecoder.decode(file.bytes)
            let text = ImportText(file: index, bytes: decoded.bytes, renamedColumns: renamedColumns)
            if let note = decoded.note { draft.remark(.note, text.whole, note) }
            if decoded.bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) {
                draft.refuse(text.whole, "the file is empty")
            } else if let format = format ?? recognised(text) {
                format.read(text, into: &draft)
            } else {
                let names = ImportFormats.all.map(\.name).joined(separator: ", ")
                draft.refuse(
                    text.whole,
                    "the format is not plain to see: say which with --from (\(names)), or leave the file out")
            }
        }
        draft.placePools()
        draft.findContainers()
        return draft
    }

    private func recognised(_ text: ImportText) -> (any ImportFormat)? {
        let beginning = String(decoding: text.bytes.prefix(Self.beginningSize), as: UTF8.self)
        if let format = ImportFormats.all.first(where: { $0.recognises(beginning) }) { return format }
        // Who says which column has the addresses need not say that it is a table.
        let keys = TableHeader.keys(of: beginning).map { renamedColumns[$0] ?? $0 }
        return CSVImport.mayBe(keys) ? CSVImport() : nil
    }

    private static let beginningSize = 1 << 14
}

extension Draft {
    /// Gives pools that came by themselves to the most specific subnet that holds them.
    fileprivate mutating func placePools() {
        let domains = Dictionary(grouping: subnets.indices) { subnets[$0].vrf ?? VRF.defaultName }
        let tables = domains.mapValues { indices in PrefixTable(indices.map { (subnets[$0].prefix, $0) }) }
        var names = Set(subnets.flatMap { $0.pools.map(\.name) })
        for (pool, vrf) in loosePools {
            let match = tables[vrf ?? VRF.defaultName]?.longestMatch(for: pool.range.first)
            guard let match, match.prefix.range.contains(pool.range) else {
                remark(
                    .fault, pool.origin, "no subnet that is imported holds \(pool.range): import its network as well")
                continue
            }
            // Pools are known by their names here, and need not be elsewhere.
            let name = names.insert(pool.name).inserted ? pool.name : "\(pool.name)-\(pool.range.first)"
            changeSubnets { $0[match.value].pools.append(pool.named(name)) }
        }
    }

    /// Makes containers of subnets that hold others and no address of their own, and sorts all.
    fileprivate mutating func findContainers() {
        changeSubnets { $0.sort { ($0.vrf ?? VRF.defaultName, $0.prefix) < ($1.vrf ?? VRF.defaultName, $1.prefix) } }
        let domains = Dictionary(grouping: subnets.indices) { subnets[$0].vrf ?? VRF.defaultName }
        for (domain, indices) in domains.sorted(by: { $0.key < $1.key }) {
            let table = PrefixTable(indices.map { (subnets[$0].prefix, $0) })
            var parents: Set<Int> = []
            for (prefix, _) in table { if let parent = table.parent(of: prefix)?.value { parents.insert(parent) } }
            parents = parents.filter {
                subnets[$0].declared == nil && (subnets[$0].status == nil || subnets[$0].status == .active)
            }
            guard !parents.isEmpty else { continue }
            let occupied = occupiedSubnets(domain, table)
            for index in parents.subtracting(occupied).sorted() where subnets[index].pools.isEmpty {
                remark(
                    .note, subnets[index].origin,
                    "\(subnets[index].prefix) holds other subnets, so it becomes a container")
                changeSubnets { $0[index].status = .container }
            }
        }
    }

    /// The subnets that single addresses lie in directly.
    private func occupiedSubnets(_ domain: String, _ table: PrefixTable<Int>) -> Set<Int> {
        var occupied: Set<Int> = []
        func add(_ address: IPAddress, _ vrf: String?) {
            guard vrf ?? domain == domain, let match = table.longestMatch(for: address) else { return }
            occupied.insert(match.value)
        }
        for reservation in reservations where reservation.isAddress { add(reservation.range.first, reservation.vrf) }
        for interface in devices.lazy.flatMap(\.interfaces) {
            for address in interface.addresses { add(address.address, interface.vrf) }
        }
        return occupied
    }
}
