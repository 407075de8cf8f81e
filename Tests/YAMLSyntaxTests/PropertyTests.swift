import Findings
import TestSupport
import Testing
import YAMLSyntax

@Suite("Properties")
struct PropertyTests {
    @Test(
        "what is printed in any style reads back equal, and each span reads as its own node",
        arguments: 0..<300 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var printer = ValuePrinter(generator: SeededGenerator(seed: seed))
        let value = printer.value(depth: 4)
        let text = printer.file(value)
        let reading = read(text)
        #expect(reading.faults.map(\.message) == [], "\(printer.generator)\n\(text)")
        let tree = try #require(reading.tree)
        let root = try #require(tree.root)
        #expect(tree.value(of: root) == value, "\(printer.generator)\n\(text)")
        for (node, slice) in zip(tree.allNodes(), tree.slices(of: text)) where isScalar(tree, node) {
            let again = read(slice)
            let alone = again.tree.flatMap { tree in tree.root.map { tree.text(of: $0) } }
            #expect(alone == tree.text(of: node), "\(printer.generator)\n\(slice)")
        }
    }

    @Test("children lie inside their parents, in order", arguments: 0..<100 as Range<UInt64>)
    func nesting(seed: UInt64) throws {
        var printer = ValuePrinter(generator: SeededGenerator(seed: seed))
        let tree = try #require(read(printer.file(printer.value(depth: 5))).tree)
        for node in tree.allNodes() {
            let outer = tree.span(of: node)
            let children = tree.items(of: node).map { $0 } + tree.entries(of: node).flatMap { [$0.key, $0.value] }
            var end = outer.start
            for child in children.map(tree.span(of:)) {
                #expect(
                    child.start >= end && child.end >= child.start && child.end <= outer.end, "\(printer.generator)")
                end = child.end
            }
        }
    }

    @Test("damaged files never crash the reader, and give a tree or a fault", arguments: 0..<400 as Range<UInt64>)
    func damage(seed: UInt64) {
        var printer = ValuePrinter(generator: SeededGenerator(seed: seed))
        var bytes = Array(printer.file(printer.value(depth: 4)).utf8)
        let alphabet = Array("[]{}:-?,'\"\\|>&*!%#@ \t\r\n<=0aé\u{feff}\u{202e}".utf8) + [0, 0xff, 0xc3, 0xe2]
        for _ in 0..<Int.random(in: 1...6, using: &printer.generator) {
            let place = Int.random(in: 0...bytes.count, using: &printer.generator)
            let end = min(bytes.count, place + Int.random(in: 0...3, using: &printer.generator))
            let added = (0..<Int.random(in: 0...3, using: &printer.generator)).compactMap { _ in
                alphabet.randomElement(using: &printer.generator)
            }
            bytes.replaceSubrange(place..<end, with: added)
        }
        let reading = read(bytes)
        #expect(reading.tree != nil || !reading.faults.isEmpty, "\(printer.generator)")
        let spans =
            reading.faults.map(\.span) + (reading.tree.map { tree in tree.allNodes().map(tree.span(of:)) } ?? [])
        #expect(spans.allSatisfy { $0.start <= $0.end && Int($0.end) <= bytes.count }, "\(printer.generator)")
    }

    private func isScalar(_ tree: YAMLTree, _ node: YAMLTree.NodeID) -> Bool {
        [.plain, .quoted].contains(tree.kind(of: node))
    }
}
