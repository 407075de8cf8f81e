import Addressing
import Edits
import Findings
import InternationalNames
import InventoryModel

extension InventoryDraft {
    /// Refuses what is no name: text of several lines, or with characters that nobody can see.
    ///
    /// - Parameter what: what it is to be, such as `the name of a pool`.
    static func requireName(_ text: String, _ what: String) throws(WorkflowError) {
        guard let code = NameText.unseenCode(in: text) else { return }
        throw WorkflowError(
            "\(what) takes one line of text that can be seen, and this one holds \(code)", status: .usage)
    }

    /// Refuses a name that no address can have in DNS, in whichever zone it is to be.
    static func requireHostName(_ text: String) throws(WorkflowError) {
        // The zone itself.
        guard text != "@" else { return }
        let name = try? DomainName(declared: text, relativeTo: DomainName("zone"))
        let host = name.flatMap { $0.isWildcard ? $0.parent : $0 }
        guard host?.isHostname != true || IPAddress(text) != nil else { return }
        throw WorkflowError(
            "'\(text)' cannot be the name of a host: use letters, digits and inner hyphens", status: .usage)
    }

    /// The device of a name.
    ///
    /// - Throws: ``WorkflowError`` that names the nearest one if there is none, or says that there are several.
    func device(named name: String) throws(WorkflowError) -> Device {
        if let device = try knownDevice(named: name) { return device }
        let names = Set(loaded.inventory.devices.map(\.name.value))
        let hint = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
        throw WorkflowError("no device is called '\(name)'\(hint)", status: .usage)
    }

    /// The device of a name; nil if there is none.
    ///
    /// - Throws: ``WorkflowError`` if several have the name.
    func knownDevice(named name: String) throws(WorkflowError) -> Device? {
        let found = loaded.inventory.devices.filter { $0.name.value == name }
        guard found.count < 2 else {
            var locator = SourceLocator(loaded.sources)
            let places = found.map { device in
                let place = locator.location(of: device.name.span)
                return "\(place.path):\(place.line)"
            }
            throw WorkflowError(
                "several devices are called '\(name)', at \(places.joined(separator: " and ")): rename one by hand",
                status: .usage)
        }
        return found.first
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
