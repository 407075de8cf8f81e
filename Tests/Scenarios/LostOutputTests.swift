import Foundation
import TestSupport
import Testing

@Suite("Output that nobody takes")
struct LostOutputTests {
    @Test("a reader who has left ends the run with 2")
    func closed() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        try expectFailure(writingTo: pipe.fileHandleForWriting)
    }

    @Test("a full disk ends the run with 2")
    func full() throws {
        try expectFailure(writingTo: try #require(FileHandle(forWritingAtPath: "/dev/full")))
    }

    @Test("a scan outlives whoever read its progress")
    func closedErrors() throws {
        let workplace = try Workplace(
            inventory: "subnets: [{prefix: 127.0.10.1/32, name: lab, scan: {probes: [tcp/22]}}]\n")
        try workplace.shell("(sleep 0.2; ipam scan >/dev/null; echo $? >code) 2>&1 | true")
        #expect(workplace.directory.text(of: "code") == "0\n")
        #expect(try workplace.ipam("cache", "status").code == 0)
    }

    @Test(
        "an output that cannot be written ends the main job with 2, and no other is written",
        arguments: ["echo >out", "mkdir -p out/dns/loop.example.net.zone", "ln -s /dev out"])
    func blocked(obstacle: String) throws {
        let workplace = try Workplace.withShippedInventory()
        try workplace.shell(obstacle)
        let before = try workplace.files(below: "out")
        let ending = try workplace.ipam("reconcile", "-q")
        #expect(ending.code == 2)
        #expect(ending.errorLines.count == 1)
        #expect(ending.errors.hasPrefix("error: cannot write 'out/"), "\(ending.errors)")
        #expect(try workplace.files(below: "out") == before)
    }

    private func expectFailure(writingTo output: FileHandle) throws {
        let ending = try Workplace.program.run(["rules"], in: "/", output: output)
        #expect(ending.code == 2)
        #expect(ending.errors == "error: cannot write the result to standard output: it is closed or full\n")
    }
}
