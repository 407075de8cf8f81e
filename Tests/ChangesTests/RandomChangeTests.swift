import Changes
import TestSupport
import Testing

@Suite("Changes with known answers")
struct RandomChangeTests {
    /// An inventory as data: devices with one address each, dealt out to files.
    private struct Model {
        struct Device {
            var name: String
            var address: Int
            var owner: String
            var file: Int
        }

        var devices: [Device]
        static let files = 8

        init(count: Int, in generator: inout SeededGenerator) {
            devices = (0..<count).map {
                Device(
                    name: "d\($0)", address: $0, owner: "ops", file: Int.random(in: 0..<Self.files, using: &generator))
            }
        }

        static func text(of address: Int) -> String { "10.0.\(address / 250).\(address % 250 + 1)" }

        /// The files, entries in an order of the generator's choice, in flow or in block style.
        func files(in generator: inout SeededGenerator) -> [String: String] {
            var texts = (0..<Self.files).map { _ in "devices:\n" }
            for device in devices.shuffled(using: &generator) {
                let address = Self.text(of: device.address)
                texts[device.file] +=
                    Bool.random(using: &generator)
                    ? "  - {name: \(device.name), owner: \(device.owner), interfaces: [{name: e, addresses: [\(address)]}]}\n"
                    : "  - interfaces:\n      - addresses:\n          - \(address)\n        name: e\n"
                        + "    owner: \(device.owner) # \(device.name)\n    name: \(device.name)\n"
            }
            var files = Dictionary(
                uniqueKeysWithValues: texts.enumerated().filter { $1 != "devices:\n" }.map { ("i/\($0).yaml", $1) })
            files["i/net.yaml"] = "subnets: [{prefix: 10.0.0.0/16}]\n"
            return files
        }
    }

    @Test("fifty changes among entries that move about are told to the last one", arguments: 1...12)
    func fifty(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let base = Model(count: 400, in: &generator)
        var head = base
        var expected: Set<String> = []
        var fresh = 1000
        var gone: [Int] = []
        // Each change has a device of its own, so that the answer to all is the sum of the answers to each.
        for (turn, index) in base.devices.indices.shuffled(using: &generator).prefix(50).enumerated() {
            let device = base.devices[index]
            let (claimant, address) = ("\(device.name) e", Model.text(of: device.address))
            fresh += 1
            switch turn % 5 {
            case 0:
                gone.append(index)
                expected.formUnion(["remove device \(device.name)", "free address \(address): \(claimant)"])
            case 1:
                head.devices.append(.init(name: "n\(turn)", address: fresh, owner: "ops", file: turn % Model.files))
                expected.formUnion(["add device n\(turn)", "claim address \(Model.text(of: fresh)): n\(turn) e"])
            case 2:
                head.devices[index].address = fresh
                expected.insert("move interface \(claimant): \(address) -> \(Model.text(of: fresh))")
            case 3:
                head.devices[index].name = "r\(turn)"
                expected.formUnion([
                    "remove device \(device.name)", "add device r\(turn)",
                    "move address \(address): \(claimant) -> r\(turn) e",
                ])
            default:
                head.devices[index].owner = "web"
                expected.insert("change device \(device.name): owner: ops -> owner: web")
            }
        }
        // Files change places as well, which means nothing.
        for index in head.devices.indices where Int.random(in: 0..<4, using: &generator) == 0 {
            head.devices[index].file = Int.random(in: 0..<Model.files, using: &generator)
        }
        for index in gone.sorted(by: >) { head.devices.remove(at: index) }
        let lines = Comparison(base.files(in: &generator), head.files(in: &generator)).lines
        #expect(Set(lines) == expected, "\(generator)")
        #expect(lines.count == expected.count, "\(generator)")
    }
}
