import Exports
import Foundation
import TestSupport
import Testing

@Suite(
    "octoDNS accepts the zones of networks at random",
    .enabled(if: Program.areWanted("octodns-validate"), "not installed: .ci/install"))
struct RandomZoneReaderTests {
    /// How many networks are made; `IPAM_CHECKER_INVENTORIES` says otherwise.
    private static let seeds =
        0..<(ProcessInfo.processInfo.environment["IPAM_CHECKER_INVENTORIES"].flatMap(UInt64.init) ?? 10)

    /// What `octodns-validate` does, for one directory after the other: to start it takes longer than its work.
    private static let driver = """
        import os, sys
        from octodns.manager import Manager

        top = os.getcwd()
        for name in sys.argv[1:]:
            os.chdir(os.path.join(top, name))
            try:
                Manager("validate.yaml").validate_configs()
            except Exception as error:
                sys.exit(f"{name}: {type(error).__name__}: {error}")
        """

    private static let providers = """
        providers:
          yaml: {class: octodns.provider.yaml.YamlProvider, directory: dns, escaped_semicolons: true}
          target: {class: octodns.provider.yaml.YamlProvider, directory: target, escaped_semicolons: true}
        zones:

        """

    @Test("the order of keys, the quoting of names and the form of values are as it wants them")
    func octoDNS() throws {
        let validate = try #require(Program(installed: "octodns-validate"))
        let python = Program(validate.file.deletingLastPathComponent().appending(path: "python3"))
        let folder = try TemporaryDirectory()
        try folder.write(Self.driver, to: "driver.py")
        var names: [String] = []
        for seed in Self.seeds {
            var network = RandomNetwork(seed: seed)
            let input = ExportFixture(network.yaml()).input
            guard !OctoDNSExport().problems(input).contains(where: \.isFatal) else { continue }
            let name = "seed-\(seed)"
            let files = OctoDNSExport().render(input)
            for file in files {
                try folder.write(String(decoding: file.bytes, as: UTF8.self), to: "\(name)/dns/\(file.path)")
            }
            let zones = files.map { "  \($0.path.dropLast(".yaml".count)).: {sources: [yaml], targets: [target]}\n" }
            try folder.write(Self.providers + zones.joined(), to: "\(name)/validate.yaml")
            try folder.write("", to: "\(name)/target/.keep")
            names.append(name)
        }
        #expect(names.count * 2 > Self.seeds.count, "too few networks could be written")
        for start in stride(from: 0, to: names.count, by: Self.atOnce) {
            let some = Array(names[start..<min(start + Self.atOnce, names.count)])
            let ending = try python.run(["driver.py"] + some, in: folder.path)
            #expect(ending.code == 0, "\(ending.errors.suffix(2000))")
        }
    }

    /// So many directories are checked by one process.
    private static let atOnce = 100
}
