import Foundation
import Testing

/// Which test, or which part of `Tests/Benchmarks/scan-compare`, shows that the scanner behaves in each way that scanners
/// are known to fail.
enum FailureCase {
    /// Tests of these names, anywhere under `Tests`.
    case tested([String])
    /// A part of the benchmark, beside tests.
    case measured(String, [String])
    /// Nothing to test, and why.
    case excused(String)

    static let all: [(name: String, case: FailureCase)] = [
        (
            "no permission for ICMP",
            .tested([
                "without permission all is unknown, the run incomplete, and the notice says what to do",
                "with neither ping sockets nor rights, all is unknown and the remedy is told",
            ])
        ),
        ("EPERM for some targets", .tested(["each host gets the verdict that its behaviour deserves"])),
        ("ENOBUFS at a high rate", .tested(["sends again what the system had no room for"])),
        (
            "no route, interface down, no local address",
            .tested(["never takes what could not be sent for down", "a link that is down leaves everything unknown"])
        ),
        (
            "full neighbour table",
            .measured("attached", ["stations are found by their hardware addresses, whatever else they answer"])
        ),
        (
            "loss each way",
            .measured(
                "loss",
                [
                    "calls few of the living silent, whatever the loss",
                    "hosts behind a line that loses three packets of ten are found, and the absent asked more often",
                ])
        ),
        (
            "a reply after the timeout",
            .tested(["counts an answer that comes after the last timeout but within the cool-down"])
        ),
        ("duplicate replies", .tested(["counts duplicates of an answer once"])),
        ("a reply from a wrong source", .measured("forged", ["takes an echo from any other address for no answer"])),
        (
            "a reply that was guessed",
            .measured("forged", ["take any bytes without a trap, and find no signed reply in noise"])
        ),
        ("a reply of an earlier run", .tested(["takes the replies of an earlier run for no answer"])),
        ("several scanners at once", .measured("loss", ["of an earlier run is refused"])),
        (
            "ICMP errors with damaged quotes",
            .tested(["take any bytes without a trap, and find no signed reply in noise"])
        ),
        (
            "real ICMP errors from routers",
            .tested([
                "gives each target the verdict that the network allows",
                "each host gets the verdict that its behaviour deserves",
            ])
        ),
        (
            "a host that blocks ICMP",
            .tested(["stations are found by their hardware addresses, whatever else they answer"])
        ),
        ("rate-limited ICMP errors about UDP", .tested(["a port that does not answer is neither open nor closed"])),
        ("proxy ARP", .tested(["stations are found by their hardware addresses, whatever else they answer"])),
        (
            "two stations with one address, and unasked ARP",
            .tested([
                "two stations that answer for one address are both kept",
                "what is no answer to us about a target is ignored",
            ])
        ),
        ("own addresses", .tested(["our own address is alive without a word on the link"])),
        (
            "a scan that is broken off",
            .measured(
                "interrupted",
                [
                    "a run cancelled at any moment calls nothing silent that did not get all its probes",
                    "a scan that is broken off makes no device missing",
                ])
        ),
        (
            "an interface that goes down or a machine that sleeps during a scan",
            .tested([
                "a link that goes down in the middle of a scan makes nobody silent who was not asked in full",
                "asks again what was in flight while the machine slept, and knows what arrived while it was stopped",
            ])
        ),
        ("a subnet that vanished", .excused("drift judges that: its rule scan-suspect, with tests of its own")),
        (
            "a canary that is silent",
            .tested(["without any, a gateway that is silent too means that nothing is known"])
        ),
        (
            "clock steps",
            .tested(["a run with an older clock neither moves the last sighting back nor replaces the verdict"])
        ),
        (
            "PTR lookups that fail, lie or loop",
            .tested([
                "no such name is no name; a failure is none either, and says so",
                "an answer with another number or from another server is none",
                "names that loop, run on or have labels of impossible lengths are refused",
            ])
        ),
        (
            "few descriptors or ports for connections",
            .tested([
                "few descriptors make a scan slower, and not wrong", "a sender that is busy loses no try and no token",
            ])
        ),
        (
            "hostile banners",
            .tested([
                "an endless stream is cut short",
                "control characters, escapes and bytes that are no ASCII are made visible",
                "one that sends a byte now and then, or nothing, costs no more than its time",
            ])
        ),
        (
            "rate limits",
            .measured(
                "rates",
                [
                    "never exceeds the rate by more than 5 % in any second", "does not make up for a stall",
                    "a network is probed no faster than its limit, while another goes on at the run's rate",
                ])
        ),
        ("targets outside the inventory", .tested(["a routing domain that is not declared is not scanned"])),
        (
            "privileges after the start",
            .tested(["no thread can do anything to the network any more once the scan has begun"])
        ),
        (
            "receive buffer overflow",
            .tested([
                "asks again, at a lower rate, while answers are thrown away here, and then believes the silence",
                "believes no silence if answers are thrown away here to the end",
            ])
        ),
        ("external tools", .excused("the scanner runs none: nothing in Sources/Scanning can start a program")),
    ]
}

@Suite("Failure cases of scanners")
struct FailureCaseTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    @Test("each of the 32 has tests that exist, or a reason")
    func accounted() throws {
        var sources = ""
        let files = FileManager.default.enumerator(at: Self.tests, includingPropertiesForKeys: nil)
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            if file.lastPathComponent == "FailureCases.swift" { continue }
            sources += try String(contentsOf: file, encoding: .utf8)
        }
        let benchmark = try String(contentsOf: Self.tests.appending(path: "Benchmarks/scan-compare"), encoding: .utf8)
        #expect(FailureCase.all.count == 32)
        for (name, failure) in FailureCase.all {
            switch failure {
            case .excused(let reason): #expect(!reason.isEmpty, "\(name)")
            case .tested(let names): for test in names { #expect(sources.contains("\"\(test)\""), "\(name): \(test)") }
            case .measured(let part, let names):
                #expect(benchmark.contains("def \(part)(self"), "\(name): \(part)")
                for test in names { #expect(sources.contains("\"\(test)\""), "\(name): \(test)") }
            }
        }
    }
}
