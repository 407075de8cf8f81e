import Exports
import Findings
import Imports
import InventoryModel
import TestSupport
import Testing

@Suite("Whole inventories, exported and imported again")
struct WholeRoundTripTests {
    private static let seeds = 1...60

    private func export(_ sources: SourceFiles) throws -> ImportFile {
        let file = try #require(Imported.export(sources, JSONExport()).first)
        return ImportFile(path: file.path, bytes: file.bytes)
    }

    @Test("every key of every object comes back, whatever its value", arguments: seeds)
    func identity(seed: Int) throws {
        var random = SchemaInventory(seed: UInt64(seed))
        let original = random.files(3)
        #expect(InventoryReader.read(original).faults.map(\.message) == [])
        let imported = Imported([try export(original)], split: seed.isMultiple(of: 2) ? .site : .none)
        #expect(imported.remarks() == [])
        #expect(imported.reading.faults.map(\.message) == [])
        #expect(WholeInventory(imported.sources).differences(from: WholeInventory(original)) == [])
    }

    @Test("together, these inventories use every key that there is")
    func keys() {
        let used = Self.seeds.reduce(into: Set<String>()) { $0.formUnion(SchemaInventory(seed: UInt64($1)).paths) }
        #expect(SchemaInventory.allPaths.subtracting(used).sorted() == [])
    }

    @Test("what is exported is an inventory file", arguments: seeds)
    func document(seed: Int) throws {
        var random = SchemaInventory(seed: UInt64(seed))
        let original = random.files(3)
        let text = String(decoding: try export(original).bytes, as: UTF8.self)
        let start = try #require(text.firstRange(of: "  \"inventory\": ")).upperBound
        let inventory = SourceFiles([
            SourceFile(path: "inventory/all.yaml", bytes: Array(text[start...].dropLast(2).utf8))
        ])
        #expect(InventoryReader.read(inventory).faults.map(\.message) == [])
        #expect(WholeInventory(inventory).differences(from: WholeInventory(original)) == [])
    }

    @Test("imported into the inventory that it was made of, an export changes nothing", arguments: seeds)
    func unchanged(seed: Int) throws {
        var random = SchemaInventory(seed: UInt64(seed))
        let original = random.files(3)
        let news = try news(export(original), original)
        #expect(news.isEmpty, "\(news)")
        #expect(news.unchanged > 0)
    }

    @Test("a word that was edited in an export is edited in the inventory, wherever it stands", arguments: seeds)
    func edit(seed: Int) throws {
        var random = SchemaInventory(seed: UInt64(seed))
        let original = random.files(3)
        let file = try export(original)
        for _ in 0..<3 {
            let found = random.anyWord()
            let word = try #require(found)
            func edited(_ bytes: [UInt8]) -> [UInt8] {
                Array(String(decoding: bytes, as: UTF8.self).replacing(word, with: "another").utf8)
            }
            let news = try news(ImportFile(path: file.path, bytes: edited(file.bytes)), original)
            #expect(news.updates.count == 1, "\(word) \(news)")
            let changed = try UpdateWriter.files(changedBy: news.updates, in: original)
            let result = SourceFiles(
                original.files.map { file in changed.first { $0.path == file.path } ?? file })
            let wanted = SourceFiles(original.files.map { SourceFile(path: $0.path, bytes: edited($0.bytes)) })
            #expect(WholeInventory(result).differences(from: WholeInventory(wanted)) == [], "\(word)")
        }
    }

    @Test("all that has a column comes back from a table, and changes nothing where it is", arguments: seeds)
    func table(seed: Int) throws {
        let original = TableInventory(seed: UInt64(seed)).sources
        #expect(InventoryReader.read(original).faults.map(\.message) == [])
        let export = try #require(Imported.export(original, CSVExport()).first)
        let file = ImportFile(path: export.path, bytes: export.bytes)
        let imported = Imported([file], split: seed.isMultiple(of: 2) ? .site : .none)
        #expect(imported.remarks() == [])
        #expect(imported.reading.faults.map(\.message) == [])
        #expect(WholeInventory(imported.sources).differences(from: WholeInventory(original)) == [])
        let news = try news(file, original)
        #expect(news.isEmpty, "\(news)")
    }

    private func news(_ file: ImportFile, _ original: SourceFiles) throws -> DraftNews {
        let draft = ImportReader([file], format: nil, renamedColumns: []).draft()
        #expect(draft.remarks.map(\.message) == [])
        return DraftComparison.news(
            in: draft, beside: AddressPlan(InventoryReader.read(original).inventory), of: original)
    }
}
