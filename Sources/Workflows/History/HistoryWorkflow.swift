package import Addressing
package import Chronology
import FileStore
import Findings
import Foundation
import GitObjects
import InventoryModel
import Storage

/// Tells who had an address, and when.
package enum HistoryWorkflow {
    /// The most commits that are looked at.
    private static let commitLimit = 5000

    /// Looks into the cache's history and the inventory's Git history.
    ///
    /// - Parameters:
    ///   - vrf: the routing domain.
    ///   - moment: tell how things stood then; nil for all that is known.
    /// - Throws: ``WorkflowError`` if the cache cannot be read.
    package static func run(
        _ address: IPAddress, vrf: String, at moment: Timestamp?, _ project: Project, in world: World
    ) throws(WorkflowError) -> AddressHistory {
        var notices: [String] = []
        var declared: [AddressHistory.Declared] = []
        do throws(GitError) {
            declared = try declarations(of: address, vrf: vrf, project, &notices)
        } catch {
            notices.append("the inventory's past is not known: \(error.message)")
        }
        var observed = try changes(of: address, vrf: vrf, project)
        if observed.isEmpty, !FileManager.default.fileExists(atPath: project.cache) {
            notices.append("what was seen is not known: there is no cache at \(project.cache)")
        }
        if let moment {
            declared = Array(declared.filter { $0.at <= moment }.suffix(1))
            observed = latest(of: observed.filter { $0.at <= moment })
        }
        return AddressHistory(
            address: address, vrf: vrf, at: moment, declared: declared, observed: observed, notices: notices)
    }

    private static func changes(
        of address: IPAddress, vrf: String, _ project: Project
    ) throws(WorkflowError) -> [AddressChange] {
        guard let cache = try project.openCacheForReading() else { return [] }
        do {
            return try cache.history(of: address, vrf: vrf)
        } catch {
            throw WorkflowError(error.message)
        }
    }

    /// The last change of each thing from each vantage point, in the order of time.
    private static func latest(of changes: [AddressChange]) -> [AddressChange] {
        struct Thing: Hashable {
            let vantage: String
            let field: ChangedField
        }
        var last: [Thing: Int] = [:]
        for index in changes.indices {
            last[Thing(vantage: changes[index].vantage, field: changes[index].field)] = index
        }
        return last.values.sorted().map { changes[$0] }
    }

    private static func declarations(
        of address: IPAddress, vrf: String, _ project: Project, _ notices: inout [String]
    ) throws(GitError) -> [AddressHistory.Declared] {
        let repository = try GitRepository(environment: ProcessInfo.processInfo.environment)
        let milestones = try repository.milestones(
            of: project.inventory, upTo: try repository.revision("HEAD"), limit: commitLimit)
        if milestones.count == commitLimit {
            notices.append("only the latest \(commitLimit) commits were looked at")
        }
        let trees = try repository.trees(of: project.inventory, at: milestones.map(\.revision))
        var reader = PastClaimReader(address, vrf: vrf, below: project.inventory)
        var declared: [AddressHistory.Declared] = []
        for (milestone, tree) in zip(milestones, trees).reversed() {
            let claims = reader.claims(in: tree)
            guard claims != declared.last?.claims ?? [] else { continue }
            declared.append(
                AddressHistory.Declared(
                    at: Timestamp(seconds: milestone.seconds), commit: milestone.revision.id, claims: claims))
        }
        return declared
    }
}

/// Finds the claims of one address in one tree after another; a file that is as it was is not read again.
private struct PastClaimReader {
    private let address: IPAddress
    private let vrf: String
    private let directory: String
    private var known: [String: (bytes: [UInt8], claims: [AddressHistory.PastClaim])] = [:]

    init(_ address: IPAddress, vrf: String, below directory: String) {
        self.address = address
        self.vrf = vrf
        self.directory = directory
    }

    mutating func claims(in tree: FileTree?) -> [AddressHistory.PastClaim] {
        var next: [String: (bytes: [UInt8], claims: [AddressHistory.PastClaim])] = [:]
        var all: [AddressHistory.PastClaim] = []
        for file in tree?.files ?? [] {
            let before = known[file.path]
            let claims = before.flatMap { $0.bytes == file.bytes ? $0.claims : nil } ?? read(file)
            next[file.path] = (file.bytes, claims)
            all += claims
        }
        known = next
        return all
    }

    private func read(_ file: FileTree.File) -> [AddressHistory.PastClaim] {
        let source = SourceFile(path: "\(directory)/\(file.path)", bytes: file.bytes)
        let inventory = InventoryReader.read(SourceFiles([source]), workers: 1).inventory
        var claims: [AddressHistory.PastClaim] = []
        for device in inventory.devices {
            for interface in device.interfaces where isHere(interface.vrf?.value) {
                guard interface.addresses.contains(where: { $0.address.value == address }) else { continue }
                claims.append(
                    AddressHistory.PastClaim(
                        kind: "device", name: device.name.value, interface: interface.name.value,
                        status: device.status, path: source.path))
            }
        }
        for reservation in inventory.reservations where isHere(reservation.vrf?.value) {
            guard reservation.range.value.contains(address) else { continue }
            claims.append(
                AddressHistory.PastClaim(
                    kind: "reservation", name: reservation.title, interface: nil, status: nil, path: source.path))
        }
        return claims
    }

    /// Whether a claim may be meant for the routing domain: one file does not tell which subnets others declare.
    private func isHere(_ declared: String?) -> Bool { declared == nil || declared == vrf }
}
