import Findings
import InventoryModel

/// An inventory for Ansible: devices as hosts, in groups by site, role, tag and status.
package struct AnsibleExport: ExportFormat {
    package let name = "ansible"
    package let summary = "devices as an inventory for Ansible, grouped by site, role, tag and status"
    package let layout = ExportLayout.file

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let machines = Self.machines(input.plan)
        var text = "# ipam: written from the inventory, do not edit\nall:\n"
        text += machines.isEmpty ? "  hosts: {}\n" : "  hosts:\n"
        for machine in machines { text += Self.host(machine) }
        let groups = Self.groups(machines)
        text += groups.isEmpty ? "" : "  children:\n"
        for (group, hosts) in groups.sorted(by: { $0.key < $1.key }) {
            text += "    \(group):\n      hosts:\n"
            for host in hosts { text += "        \(YAMLScalar.text(host)):\n" }
        }
        return [ExportedFile(path: "hosts.yaml", text: text)]
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        MachineList.all(in: input.plan).filter { !Self.canName($0.device) }.map { machine in
            ExportProblem(
                reason: "'\(machine.device.name.value)' is no name for a host of Ansible's, which takes some "
                    + "characters for patterns",
                span: machine.device.name.span, isFatal: false)
        }
    }

    package func isOwn(_ text: String) -> Bool { text.hasPrefix("# ipam: ") }

    package func entryKey(of line: Substring) -> String? {
        line.hasPrefix("    ") && !line.hasPrefix("     ") ? String(line) : nil
    }

    private static func machines(_ plan: AddressPlan) -> [MachineList.Machine] {
        MachineList.all(in: plan).filter { canName($0.device) && $0.device.status != .retired }
    }

    /// Whether Ansible takes the name of a device for a name, and not for a pattern, a range or a group.
    private static func canName(_ device: Device) -> Bool {
        let name = device.name.value
        return !["all", "ungrouped"].contains(name)
            && name.utf8.first.map { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") } ?? false
            && name.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0))
            }
    }

    private static func host(_ machine: MachineList.Machine) -> String {
        let device = machine.device
        var lines = ["    \(YAMLScalar.text(device.name.value)):"]
        lines += machine.addresses.prefix(1).map { "      ansible_host: \"\($0)\"" }
        lines.append("      ipam_addresses: [\(machine.addresses.map { "\"\($0)\"" }.joined(separator: ", "))]")
        let facts = [
            ("name", machine.name?.withoutFinalDot), ("owner", device.owner), ("role", device.role),
            ("site", device.site?.value), ("status", device.status.rawValue),
        ]
        lines += facts.compactMap { key, value in value.map { "      ipam_\(key): \(variable($0))" } }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The value of a variable; Ansible would run what it finds between braces, unless it is told not to.
    private static func variable(_ value: String) -> String {
        "\(value.contains("{") ? "!unsafe " : "")\(YAMLScalar.text(value))"
    }

    // MARK: Groups

    private static func groups(_ machines: [MachineList.Machine]) -> [String: [String]] {
        var groups: [String: [String]] = [:]
        for machine in machines {
            let device = machine.device
            let words =
                [device.site.map { ("site", $0.value) }, device.role.map { ("role", $0) }].compactMap { $0 }
                + device.tags.map { ("tag", $0) } + [("status", device.status.rawValue)]
            for group in Set(words.map(group)) { groups[group, default: []].append(device.name.value) }
        }
        return groups
    }

    /// The name of a group, made of what Ansible allows in one; words that differ in other characters share it.
    private static func group(_ kind: String, _ word: String) -> String {
        let safe = word.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) ? Character(scalar) : "_"
        }
        return "\(kind)_\(String(safe))"
    }
}
