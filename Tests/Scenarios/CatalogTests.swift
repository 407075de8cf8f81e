import Foundation
import TestSupport
import Testing

@Suite("What is kept beside the code")
struct CatalogTests {
    private var root: String { Workplace.package.path(percentEncoded: false) }

    @Test("the lists of rules and formats are those of the files")
    func catalogs() throws {
        let ending = try Program(URL(filePath: "\(root)/.ci/catalogs")).run(["--check"], in: root)
        #expect(ending.code == 0, "\(ending.output)\(ending.errors)")
    }

    @Test("the schemas are those of the code")
    func schemas() throws {
        let ending = try Workplace.program.run(["schema", "--out", "schemas", "--check"], in: root)
        #expect(ending.code == 0, "run `ipam schema --out schemas`: \(ending.errors)")
    }

    @Test("no source file is longer than 400 lines")
    func lengths() throws {
        let sources = FileManager.default.enumerator(atPath: "\(root)/Sources")?.compactMap { $0 as? String } ?? []
        let files = sources.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") || $0.hasSuffix(".h") }
        #expect(files.count > 100)
        for file in files {
            let text = try String(contentsOfFile: "\(root)/Sources/\(file)", encoding: .utf8)
            #expect(text.count { $0 == "\n" } <= 400, "\(file)")
        }
    }

    @Test("a broken inventory shows at least twenty different rules")
    func brokenInventory() throws {
        let broken = try #require(Case.all.first { $0.testDescription == "broken" })
        let rules = try #require(broken.recorded()["stdout"]).split(separator: "\n").compactMap {
            $0.split(separator: "[").last
        }
        #expect(Set(rules).count >= 20)
    }
}
