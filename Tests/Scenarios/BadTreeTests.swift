import Foundation
import TestSupport
import Testing

@Suite("A tree that is no inventory")
struct BadTreeTests {
    private static let commands = ["validate", "drift", "reconcile", "scan"]

    @Test("no inventory directory ends every command with 2 and says how to name another", arguments: commands)
    func missing(command: String) throws {
        let workplace = try Workplace()
        let ending = try workplace.ipam(command)
        #expect(ending.code == 2)
        #expect(ending.errorLines.count == 1)
        #expect(ending.errors.contains("cannot read 'inventory'") && ending.errors.contains("--inventory DIR"))
        #expect(workplace.directory.paths() == [])
    }

    @Test("an inventory directory without files ends every command with 2", arguments: commands)
    func empty(command: String) throws {
        let workplace = try Workplace(["inventory/README.md": "no YAML here"])
        let ending = try workplace.ipam(command)
        #expect(ending.code == 2)
        #expect(ending.errors == "error: there is no YAML file below inventory: an empty inventory is never meant\n")
        #expect(workplace.directory.paths() == ["inventory", "inventory/README.md"])
    }

    @Test("a file that may not be read ends the run with 2, whatever the others say")
    func unreadable() throws {
        let workplace = try Workplace(["inventory/a.yaml": "sites: [{name: a}]\n", "inventory/b.yaml": ""])
        try workplace.setPermissions(0, of: "inventory/b.yaml")
        let ending = try Unprivileged.run(["validate"], in: workplace)
        #expect(ending.code == 2)
        #expect(ending.errors == "error: inventory/b.yaml cannot be read: Permission denied\n")
    }

    @Test("a symbolic link is not followed")
    func link() throws {
        let workplace = try Workplace(inventory: "sites: [{name: a}]\n")
        try FileManager.default.createSymbolicLink(
            atPath: workplace.directory.path + "/inventory/link.yaml", withDestinationPath: "all.yaml")
        try expectUnsafe("link.yaml", "is a symbolic link", in: workplace)
    }

    @Test("a named pipe does not make the run wait")
    func pipe() throws {
        let workplace = try Workplace(inventory: "sites: [{name: a}]\n")
        try workplace.shell("mkfifo inventory/pipe.yaml")
        try expectUnsafe("pipe.yaml", "is a named pipe", in: workplace)
    }

    /// Even root may not where a container has taken the right away.
    private static func mayMakeDevices() throws -> Bool {
        try Workplace().shell("mknod device c 1 3").code == 0
    }

    @Test("a device is not read", .enabled("only root can make a device node") { try mayMakeDevices() })
    func device() throws {
        let workplace = try Workplace(inventory: "sites: [{name: a}]\n")
        try workplace.shell("mknod inventory/device.yaml c 1 3")
        try expectUnsafe("device.yaml", "is a device", in: workplace)
    }

    @Test("a sparse file of 1 GB is refused unread")
    func sparse() throws {
        let workplace = try Workplace()
        try workplace.shell("mkdir inventory && truncate -s 1G inventory/all.yaml")
        let ending = try workplace.ipam("validate", "-o", "oneline")
        #expect(ending.code == 1)
        #expect(ending.output.hasSuffix("is larger than 8 MiB [file-limit]\n"), "\(ending.output)")
    }

    private func expectUnsafe(_ file: String, _ reason: String, in workplace: Workplace) throws {
        let ending = try workplace.ipam("validate", "-o", "oneline")
        #expect(ending.code == 1)
        #expect(ending.output.hasPrefix("inventory/\(file):1:1: error: "), "\(ending.output)")
        #expect(ending.output.contains(reason) && ending.output.hasSuffix("[unsafe-file]\n"), "\(ending.output)")
    }
}
