import Foundation
import TestSupport
import Testing

@Suite("The changes that the README makes")
struct ReadmeEditTests {
    @Test("succeed one after the other in the inventory that init writes, and print what the README says")
    func followed() throws {
        let readme = try String(contentsOf: Workplace.package.appending(path: "README.md"), encoding: .utf8)
        let section = try #require(
            readme.split(separator: "\n## ").first { $0.hasPrefix("Changes from the command line") })
        let block = try #require(section.split(separator: "```").dropFirst().first)
        let lines = block.split(separator: "\n").dropFirst()
        #expect(lines.count > 10)
        let workplace = try Workplace()
        #expect(try workplace.ipam("init").code == 0)
        for line in lines {
            let parts = line.split(separator: "#", maxSplits: 1)
            let ending = try workplace.run(parts[0].split(separator: " ").dropFirst().map(String.init))
            #expect(ending.code == 0, "\(line): \(ending.errors)")
            let result = ending.output.split(separator: "\n").first ?? ""
            let comment = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
            if !result.isEmpty || comment.first?.isNumber == true {
                #expect(!result.isEmpty && comment.hasPrefix(result), "\(line) printed \(ending.output)")
            }
        }
        let ending = try workplace.ipam("validate")
        #expect(ending.code == 0 && ending.output.hasPrefix("no findings"), "\(ending.output)")
    }
}
