import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("Processes that assign addresses at the same time")
struct AssignRaceTests {
    /// How many addresses each of two processes assigns: `IPAM_ASSIGNS`, or enough to see that something is wrong.
    private static let count = ProcessInfo.processInfo.environment["IPAM_ASSIGNS"].flatMap { Int($0) } ?? 20

    private static let inventory = """
        subnets:
          - {prefix: 10.0.0.0/16, name: lan} # all of it
        devices:
          - name: first # stays
            interfaces: [{name: eth0, addresses: [10.0.0.1]}]

        """

    /// Assigns addresses one after the other; says which address each device got, as far as the process said so.
    private static func assign(
        _ workplace: Workplace, _ name: String, killing generator: SeededGenerator? = nil
    ) throws -> [String: String] {
        let delays = generator.map { generator in
            var generator = generator
            return (0..<count).map { _ in Double.random(in: 0...0.06, using: &generator) }
        }
        var known: [String: String] = [:]
        for number in 0..<count {
            let device = "\(name)-\(number)"
            let ending = try Workplace.program.run(
                ["assign", device, "--from", "lan", "-q"], in: workplace.directory.path,
                environment: ["SOURCE_DATE_EPOCH": Workplace.epoch]
            ) { process in
                guard let delays else { return }
                Thread.sleep(forTimeInterval: delays[number])
                kill(process.processIdentifier, SIGKILL)
            }
            if ending.code == 0 { known[device] = ending.output.split(separator: "\n").first.map(String.init) ?? "" }
            if delays == nil { #expect(ending.code == 0, "\(ending.errors)") }
        }
        return known
    }

    private func both(killing: Bool) throws {
        let workplace = try Workplace(inventory: Self.inventory)
        let results = Mutex<[String: String]>([:])
        let errors = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            do {
                let generator = killing ? SeededGenerator(seed: UInt64(index) + 1) : nil
                let known = try Self.assign(workplace, "p\(index)", killing: generator)
                results.withLock { $0.merge(known) { $1 } }
            } catch {
                errors.withLock { $0.append("\(error)") }
            }
        }
        #expect(errors.withLock { $0 } == [])
        let known = results.withLock { $0 }
        if !killing { #expect(known.count == 2 * Self.count) }
        #expect(Set(known.values).count == known.count, "an address was given twice")
        #expect(try workplace.ipam("validate").code == 0)
        let text = workplace.directory.text(of: "inventory/all.yaml") ?? ""
        for (device, address) in known {
            #expect(
                text.contains("- name: \(device)\n    interfaces: [{name: eth0, addresses: [\(address)]}]\n"))
        }
        #expect(text.hasPrefix(Self.inventory))
        let leftovers = workplace.directory.paths().filter { $0.hasPrefix("inventory/") }
        #expect(killing || leftovers == ["inventory/all.yaml"], "\(leftovers)")
    }

    @Test("get different addresses, and none of their edits is lost")
    func race() throws { try both(killing: false) }

    @Test("leave a sound inventory with all that was acknowledged, wherever they are killed")
    func killed() throws { try both(killing: true) }
}
