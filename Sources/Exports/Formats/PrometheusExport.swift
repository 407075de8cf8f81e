import Addressing
import Findings
import InventoryModel
import JSONShapes
import Observations

/// Targets for Prometheus's file-based service discovery: what devices are declared to serve.
package struct PrometheusExport: ExportFormat {
    package let name = "prometheus-sd"
    package let summary = "active devices and their services as targets for Prometheus's file_sd_configs"
    package let layout = ExportLayout.file

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let groups = MachineList.all(in: input.plan).filter { $0.device.status == .active }.compactMap(Self.group)
        return [ExportedFile(path: "targets.json", text: JSON.array(groups).text())]
    }

    package func isOwn(_ text: String) -> Bool { text == "[]\n" || text.hasPrefix("[\n  {\n    \"targets\": [\n") }

    package func entryKey(of line: Substring) -> String? {
        let words = line.trimmingPrefix { $0 == " " }
        return words.hasPrefix("\"") && !words.contains("\": ") ? String(words.filter { $0 != "," }) : nil
    }

    /// A device's TCP services, or just its address if it has none: enough for a probe by ICMP.
    private static func group(_ machine: MachineList.Machine) -> JSON? {
        guard let address = machine.addresses.first else { return nil }
        let host = address.family == .v4 ? "\(address)" : "[\(address)]"
        let ports = machine.device.services.map(\.value).filter { $0.transport == .tcp }.map(\.port).sorted()
        let targets = ports.isEmpty ? [host] : ports.map { "\(host):\($0)" }
        let labels: [(String, String?)] = [
            ("device", machine.device.name.value), ("name", machine.name?.withoutFinalDot),
            ("site", machine.device.site?.value), ("role", machine.device.role), ("owner", machine.device.owner),
            // Commas all around let a regular expression match whole words.
            ("tags", machine.device.tags.isEmpty ? nil : ",\(machine.device.tags.sorted().joined(separator: ",")),"),
        ]
        return .object([
            .init("targets", .array(targets.map { .string($0) })),
            .init("labels", .object(labels.compactMap { key, value in value.map { .init(key, .string($0)) } })),
        ])
    }
}
