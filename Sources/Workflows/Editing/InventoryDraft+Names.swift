import Addressing
import Findings
import InventoryModel

extension InventoryDraft {
    /// The device of a name.
    ///
    /// - Throws: ``WorkflowError`` that names the nearest one if there is none.
    func device(named name: String) throws(WorkflowError) -> Device {
        if let device = knownDevice(named: name) { return device }
        let names = Set(loaded.inventory.devices.map(\.name.value))
        let hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw WorkflowError("no device is called '\(name)'\(hint)", status: .usage)
    }

    /// The device of a name; nil if there is none.
    func knownDevice(named name: String) -> Device? {
        loaded.inventory.devices.first { $0.name.value == name }
    }

    /// The one subnet that a name or prefix stands for.
    ///
    /// - Throws: ``WorkflowError`` if there is none, or several.
    func subnet(named name: String) throws(WorkflowError) -> Subnet {
        let found = loaded.inventory.subnets.filter { subnet in
            subnet.name?.value == name || subnet.prefix.value.description == name
                || "\(subnet.vrfName)/\(subnet.prefix.value)" == name
        }
        guard let first = found.first else {
            let names = Set(loaded.inventory.subnets.map(\.title))
            let hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
            throw WorkflowError("no subnet is called '\(name)'\(hint)", status: .usage)
        }
        guard found.count == 1 else {
            let choices = found.map { "\($0.vrfName)/\($0.prefix.value)" }.joined(separator: " or ")
            throw WorkflowError("'\(name)' may mean several subnets: say \(choices)", status: .usage)
        }
        return first
    }
}
