import ChildProcesses
import Chronology
import Findings
import Foundation
import InventoryModel
import Storage

/// Looks at what ipam has to work with: versions, privileges, inventory, cache, other programs. Changes nothing.
package enum DoctorWorkflow {
    /// Looks at everything; what cannot be looked at is a problem of its own.
    package static func run(_ project: Project, in world: World) -> DoctorReport {
        DoctorReport(
            checks: versions() + [Privileges.current.check] + [inventory(project, in: world)]
                + cache(project, at: world.now()) + programs(in: world))
    }

    private static func versions() -> [DoctorReport.Check] {
        let library = (try? Cache.libraryVersion()) ?? "?"
        let system = ProcessInfo.processInfo.operatingSystemVersionString
        return [
            .init("versions", "system", .ok, "\(system), \(ProcessInfo.processInfo.activeProcessorCount) cores"),
            .init("versions", "sqlite", .ok, "\(library), used with a rollback journal, never WAL"),
        ]
    }

    private static func inventory(_ project: Project, in world: World) -> DoctorReport.Check {
        do {
            let loaded = try LoadedInventory.load(project, today: world.now().day)
            let errors = loaded.findings.count(.error)
            let size = "\(loaded.sources.files.count) files, \(loaded.inventory.subnets.count) subnets"
            return errors == 0
                ? .init("inventory", project.inventory, .ok, size)
                : .init(
                    "inventory", project.inventory, .problem, "\(size), \(errors) errors",
                    remedy: "`ipam validate` shows them")
        } catch {
            return .init("inventory", project.inventory, .problem, error.message)
        }
    }

    private static func cache(_ project: Project, at now: Timestamp) -> [DoctorReport.Check] {
        do throws(CacheError) {
            guard let cache = try Cache.openReadOnly(at: project.cache) else {
                return [.init("cache", project.cache, .absent, "there is none yet", remedy: "`ipam scan` makes it")]
            }
            let status = try cache.status()
            let problems = try cache.integrityProblems()
            let age = status.newestRun.map { "last run \(now.since($0).rounded) ago" } ?? "no run yet"
            let size = "\(status.size / 1024) KiB, \(status.runs) runs, \(status.addresses) addresses, \(age)"
            guard let first = problems.first else { return [.init("cache", project.cache, .ok, size)] }
            return [
                .init(
                    "cache", project.cache, .problem, "\(problems.count) faults inside the file, such as: \(first)",
                    remedy: "move it away and scan again: only history is lost")
            ]
        } catch {
            return [.init("cache", project.cache, .problem, error.message)]
        }
    }

    /// Programs that ipam calls or whose files it reads, and what each is good for.
    private static let programs: [(name: String, purpose: String)] = [
        ("git", "`plan`, `history` and `validate --changed-since` read revisions with it"),
        ("curl", "`push technitium` asks the server with it"),
        ("named-checkzone", "checks what `export bind` writes, before a server loads it"),
        ("nsd-checkzone", "checks what `export bind` writes, before a server loads it"),
        ("kea-dhcp4", "checks DHCP reservations, with -t"),
        ("dnsmasq", "checks DHCP reservations, with --test"),
        ("nmap", "`observe` takes in what it saw"),
        ("arp-scan", "`observe` takes in what it saw"),
        ("fping", "`observe` takes in what it saw"),
        ("ip", "`observe` takes in its neighbour table"),
    ]

    private static func programs(in world: World) -> [DoctorReport.Check] {
        programs.map { name, purpose in
            guard
                let found = InstalledProgram(
                    named: name, environment: world.environment, alsoIn: ["/usr/sbin", "/sbin"])
            else { return .init("programs", name, .absent, "not installed", remedy: purpose) }
            return .init("programs", name, .ok, found.path)
        }
    }
}
