import Chronology
import Findings
import InventoryModel
import ZoneData

/// Zone files that BIND, NSD, Knot, PowerDNS and others load, one a zone.
package struct BINDExport: ExportFormat {
    package let name = "bind"
    package let summary = "DNS zone files, forward and reverse, and what named.conf has to say of them"
    package let layout = ExportLayout.directory
    package let remembers = true

    /// Makes the format.
    package init() {}

    package func render(_ input: ExportInput) -> [ExportedFile] {
        let zones = input.zones.set
        let files = zones.zones.concurrentMap(workers: 2) { zone in
            let path = ZoneFile.name(of: zone.name)
            // Invalid UTF-8 never equals our text, so such a file is written anew; its serial still counts.
            let previous = input.previous(path).map { String(decoding: $0, as: UTF8.self) }
            let text = ZoneFile.render(
                zone, previous: previous, now: input.now, revised: input.choices.revised,
                least: input.choices.leastSerial)
            return ExportedFile(path: path, text: text)
        }
        let snippets = zones.foreignParents.map { ExportedFile(path: $0.fileName, text: $0.text) }
        let configuration = ExportedFile(
            path: ServerConfiguration.fileName, text: ServerConfiguration.text(zones.zones))
        return (files + snippets + [configuration]).sorted { $0.path < $1.path }
    }

    package func problems(_ input: ExportInput) -> [ExportProblem] {
        Self.problems(of: input.zones.set) + lateDays(input)
    }

    /// Zones whose serials would be days, on one that makes none: a serial that only seems to be newer helps nobody.
    private func lateDays(_ input: ExportInput) -> [ExportProblem] {
        guard ZoneSerial.serial(of: input.now.day) == nil else { return [] }
        let inventory = input.plan.inventory
        return inventory.zones.filter { ($0.serial ?? inventory.settings?.dns?.serial ?? .date) == .date }.map { zone in
            ExportProblem(
                reason: "\(input.now.day) makes no serial of 32 bits, and days do until 4294: say `serial: increment`",
                span: zone.origin.span, isFatal: true)
        }
    }

    /// What keeps declared data out of zones.
    static func problems(of zones: ZoneSet) -> [ExportProblem] {
        let harmless: [ZoneProblem.Kind] = [.invalidHostname, .unpublishableName, .unplacedName, .pointerConflict]
        return zones.problems.sorted().map { problem in
            // A name that cannot be derived was never promised; a declared record that is missing would be a lie.
            let isFatal = !harmless.contains(problem.kind)
            return ExportProblem(reason: problem.reason, span: problem.span, isFatal: isFatal)
        }
    }

    package var endings: [String] { [ZoneFile.ending, ForeignParent.ending] }

    package func isOwn(_ text: String) -> Bool {
        text.hasPrefix(ServerConfiguration.mark)
            || text.split(separator: "\n", maxSplits: 3).prefix(3).contains { $0.hasPrefix("; ipam: zone ") }
    }

    /// A serial that goes back is never noticed: secondaries keep what they have.
    package func obstacle(_ path: String, _ old: String, _ choices: ExportChoices) -> String? {
        guard path.hasSuffix(ZoneFile.ending) else { return nil }
        let least = choices.leastSerial
        guard let serial = ZoneFile.serial(in: old) else {
            guard least == nil else { return nil }
            return "has no serial that can be read, and secondaries take no zone whose serial is not newer: "
                + "mend the file, or say with --min-serial what they have"
        }
        guard let least, least > serial, !ZoneSerial.isNewer(least, than: serial) else { return nil }
        return "has serial \(serial), and \(least) is too far ahead to be newer (RFC 1982): say --min-serial "
            + "\(ZoneSerial.farthest(from: serial)) first, and \(least) when all secondaries have that"
    }

    /// Only a fixed serial stands still or goes back.
    package func misstep(from old: String, to new: String) -> String? {
        guard old != new, let former = ZoneFile.serial(in: old), let serial = ZoneFile.serial(in: new),
            !ZoneSerial.isNewer(serial, than: former)
        else { return nil }
        return serial == former
            ? "changes and keeps serial \(serial), so secondaries do not take the change"
            : "goes from serial \(former) back to \(serial), so secondaries keep what they have"
    }

    package func isScope(_ line: Substring) -> Bool { line.hasPrefix("zone \"") }

    package func entryKey(of line: Substring) -> String? {
        if isScope(line) { return String(line) }
        guard let first = line.first, first != ";", first != "$" else { return nil }
        let words = line.split(maxSplits: 4, whereSeparator: \.isWhitespace)
        guard let place = words.firstIndex(of: "IN"), let owner = words.first, place + 1 < words.count else {
            return nil
        }
        // What every zone has is not among the things that it could lose.
        return owner == "@" && ["SOA", "NS"].contains(words[place + 1]) ? nil : "\(owner) \(words[place + 1])"
    }
}
