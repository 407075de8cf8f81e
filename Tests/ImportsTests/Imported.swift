import Chronology
import Exports
import Findings
import Imports
import InventoryModel
import Testing
import ZoneData

/// What files come to when they are imported into an inventory.
struct Imported {
    let draft: Draft
    let news: DraftNews
    let documents: [DraftDocument]
    /// The inventory of the new files.
    let sources: SourceFiles
    let reading: InventoryReading

    init(
        _ files: [(path: String, text: String)], from format: String? = nil, map: [(from: String, to: String)] = [],
        into inventory: String = "", split: DocumentSplit = .none
    ) {
        self.init(
            files.map { ImportFile(path: $0.path, bytes: Array($0.text.utf8)) }, from: format, map: map,
            into: inventory,
            split: split)
    }

    init(
        _ files: [ImportFile], from format: String? = nil, map: [(from: String, to: String)] = [],
        into inventory: String = "", split: DocumentSplit = .none
    ) {
        let present = SourceFiles([SourceFile(path: "inventory/there.yaml", bytes: Array(inventory.utf8))])
        let plan = AddressPlan(InventoryReader.read(present).inventory)
        draft = ImportReader(files, format: format.flatMap(ImportFormats.named), renamedColumns: map).draft()
        news = DraftComparison.news(in: draft, beside: plan, of: present)
        documents = DocumentLayout.documents(of: news, split: split, beside: plan, takenPaths: ["there.yaml"])
        sources = SourceFiles(documents.map { SourceFile(path: "inventory/\($0.path)", bytes: $0.bytes) })
        reading = InventoryReader.read(sources)
    }

    /// All new files, one behind the other.
    var yaml: String { documents.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "---\n") }

    /// What is said about rows, a line each.
    func remarks(_ kinds: Remark.Kind...) -> [String] {
        draft.remarks.filter { kinds.isEmpty || kinds.contains($0.kind) }
            .map { "\($0.origin.row): " + ($0.column.map { "\($0): " } ?? "") + $0.message }
    }

    /// What an export says of the new files.
    func export(_ format: some ExportFormat) -> [ExportedFile] {
        Self.export(sources, format)
    }

    /// What an export says of an inventory.
    static func export(_ sources: SourceFiles, _ format: some ExportFormat) -> [ExportedFile] {
        let plan = AddressPlan(InventoryReader.read(sources).inventory)
        return format.render(
            ExportInput(
                plan: plan, zones: DerivedZones(plan), sources: sources, state: nil, now: Timestamp(seconds: 0)))
    }
}
