import Addressing
import Findings
import InventoryModel

extension InventoryDraft {
    /// The file that a new entry of a list belongs into.
    ///
    /// That is the one that somebody named; or where most entries of the list stand that have to do with the same
    /// subnet; or where most of them stand at all, but that of the subnet if files are kept by place and not by kind.
    func place(of list: String, near subnet: Subnet?) throws(WorkflowError) -> String {
        if let file { return try placeNamed(file) }
        let near = subnet.map { spans(of: list, in: $0) } ?? []
        if let path = mostFrequent(near) { return path }
        let usual = mostFrequent(spans(of: list))
        if let subnet, usual.map(declaresSubnets) ?? true { return loaded.sources[subnet.span].path }
        if let usual { return usual }
        guard let first = loaded.sources.files.first else {
            throw WorkflowError("there is no file to write into: name one with --file")
        }
        return first.path
    }

    private func declaresSubnets(_ path: String) -> Bool {
        loaded.inventory.subnets.contains { loaded.sources[$0.span].path == path }
    }

    private func placeNamed(_ file: String) throws(WorkflowError) -> String {
        let isHere = project.inventory == "." && !file.hasPrefix("/")
        let path = (isHere ? "./" : "") + file.tidyPath
        let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
        guard path.hasPrefix(project.inventory + "/"), !path.split(separator: "/").contains(".."), isYAML else {
            throw WorkflowError("--file takes a YAML file below '\(project.inventory)', not '\(file)'", status: .usage)
        }
        let below = path.dropFirst(project.inventory.utf8.count + 1).split(separator: "/")
        guard !below.contains(where: { $0.hasPrefix(".") }) else {
            throw WorkflowError("'\(file)' is hidden, and hidden files are not read: name another", status: .usage)
        }
        return path
    }

    private func spans(of list: String) -> [SourceSpan] {
        let inventory = loaded.inventory
        return switch list {
        case "devices": inventory.devices.map(\.span)
        case "subnets": inventory.subnets.map(\.span)
        case "reservations": inventory.reservations.map(\.span)
        default: []
        }
    }

    /// The entries of a list that have an address in a subnet, or lie in it.
    private func spans(of list: String, in subnet: Subnet) -> [SourceSpan] {
        let prefix = subnet.prefix.value
        if list == "subnets" { return loaded.plan.subnets(coveredBy: prefix, vrf: subnet.vrfName).map(\.span) }
        return loaded.plan.claims(beginningIn: prefix.range, vrf: subnet.vrfName).compactMap { claim in
            switch claim.claimant {
            case .device(let device, _, _): list == "devices" ? loaded.inventory.devices[device].span : nil
            case .reservation(let index): list == "reservations" ? loaded.inventory.reservations[index].span : nil
            }
        }
    }

    /// The file that most spans lie in, the first of equals.
    private func mostFrequent(_ spans: [SourceSpan]) -> String? {
        let counts = Dictionary(spans.map { ($0.file, 1) }, uniquingKeysWith: +)
        let best = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
        return best.flatMap { best in spans.first { $0.file == best.key } }.map { loaded.sources[$0].path }
    }
}
