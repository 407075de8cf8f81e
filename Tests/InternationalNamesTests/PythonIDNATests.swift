import InternationalNames
import TestSupport
import Testing

@Suite(
    "International names, compared with another implementation",
    .enabled(if: Program.areWanted("python3"), "not installed: .ci/install"))
struct PythonIDNATests {
    /// Prints what the package `idna` (IDNA 2008, without the mapping of UTS 46) makes of each label in a file.
    private static let script = """
        import idna, unicodedata
        for line in open("labels", encoding="utf-8"):
            label = line.rstrip("\\n")
            try:
                print(idna.alabel(unicodedata.normalize("NFC", label)).decode())
            except (idna.IDNAError, UnicodeError):
                print("-")
        """

    @Test("a label that both accept is the same for both, and none is accepted that registries refuse")
    func agreement() throws {
        var generator = SeededGenerator(seed: 5891)
        let labels = LabelSamples.labels(20_000, using: &generator)
            .filter { $0.utf8.contains { $0 >= 0x80 } && !$0.contains("\n") && !$0.contains("\u{85}") }
            // These end lines for Python.
            .filter { $0.unicodeScalars.allSatisfy { !["\u{2028}", "\u{2029}"].contains($0) } }
        let folder = try TemporaryDirectory()
        try folder.write(labels.map { $0.lowercased() + "\n" }.joined(), to: "labels")
        try folder.write(Self.script, to: "compare.py")
        let python = try #require(Program(installed: "python3"))
        let ending = try python.run(["compare.py"], in: folder.path, environment: ["PYTHONUTF8": "1"])
        #expect(ending.code == 0, "\(ending.errors)")
        let theirs = ending.output.split(separator: "\n")
        try #require(theirs.count == labels.count)
        var accepted = 0
        for (label, their) in zip(labels, theirs) {
            let our = (try? InternationalLabel.ascii(label)) ?? "-"
            #expect(our == their, "\(label) \(label.unicodeScalars.map { String($0.value, radix: 16) })")
            if our != "-" { accepted += 1 }
        }
        #expect(accepted > labels.count / 20)
    }
}
