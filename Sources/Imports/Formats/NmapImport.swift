import Addressing
import Chronology
import Intake
import InventoryModel
import Observations

/// What nmap found, as devices; files of the other scanners that `observe` reads will do too.
package struct NmapImport: ImportFormat {
    package let name = "nmap"
    package let summary = "nmap's XML: each host that is up becomes a device, or a reservation if it has no name"

    /// Makes the format.
    package init() {}

    package func recognises(_ beginning: String) -> Bool { beginning.contains("<nmaprun") }

    package func read(_ file: ImportText, into draft: inout Draft) {
        let scan: ScanResult
        do {
            scan = try IntakeFormats.read(
                IntakeFile(file.bytes, name: "the file", vantage: "import", made: Timestamp(seconds: 0)))
        } catch {
            return draft.refuse(file.whole, error.message)
        }
        draft.call(rowsOf: file, .titles(scan.observations.map { "host \($0.address)" }))
        for notice in scan.run.notices { draft.remark(.loss, file.whole, notice) }
        for (index, host) in scan.observations.enumerated() where host.verdict == .alive {
            let origin = file.origin(row: index + 1)
            draft.countRow()
            if !draft.isSkipped(origin) { add(host, origin, &draft) }
        }
    }

    private func add(_ host: Observation, _ origin: Origin, _ draft: inout Draft) {
        guard let found = host.name, let name = DomainName(found), name.isHostname else {
            draft.add(
                DraftReservation(
                    origin: origin, range: IPRange(host.address), isAddress: true,
                    description: host.mac.map { "found by a scan with MAC \($0)" } ?? "found by a scan"))
            return
        }
        let text = name.labels.joined(separator: ".")
        draft.withDevice(named: text, origin) { device in
            if device.services.isEmpty {
                device.services = host.services.filter { $0.state == "open" }.compactMap { TransportPort($0.port) }
            }
        }
        let known = draft.withDevice(named: text, origin) { $0.interfaces.count }
        draft.add(
            DraftAddress(origin: origin, address: host.address, names: [text]), toInterface: "eth\(known)", of: text,
            mac: host.mac, vrf: nil)
    }
}
