import Addressing
import Chronology
import InventoryModel

/// The words of a `dhcp-range`: `[set:TAG,]START[,END|MODE][,MASK|LENGTH[,BROADCAST]][,LEASE]`.
struct DnsmasqRange {
    /// The addresses that anyone is leased; nil where leases are for those alone who are known.
    let range: IPRange?
    /// The network, and its mask if the line says it.
    let prefix: IPPrefix
    let hasMask: Bool
    /// How long leases last, if the line says it.
    private(set) var lease: TimeSpan?
    /// What has no place in an inventory.
    private(set) var rest: [String] = []

    /// Reads a line; nil if it names neither a range nor a network.
    init?(_ words: [String]) {
        // Tags only say which options belong to a range.
        let plain = words.filter { !$0.hasPrefix("tag:") && !$0.hasPrefix("set:") }[...]
        guard let first = plain.first.flatMap({ IPAddress($0) }) else { return nil }
        var others = plain.dropFirst()
        if let last = others.first.flatMap({ IPAddress($0) }) {
            guard let range = IPRange(first: first, last: last) else { return nil }
            self.range = range
            others = others.dropFirst()
        } else if others.first == "static" {
            range = nil
            others = others.dropFirst()
        } else {
            return nil
        }
        var length: Int?
        for word in others {
            if first.family == .v4, IPAddress(word) != nil {
                // What follows a mask is the address for broadcasts.
                length = length ?? DottedMask.length(of: word)
            } else if first.family == .v6, length == nil, lease == nil, let number = Int(word), number <= 128 {
                length = number
            } else if lease == nil, let span = TimeSpan(word) ?? Self.seconds(word) {
                lease = span
            } else {
                rest.append(word)
            }
        }
        hasMask = length != nil
        prefix = IPPrefix(containing: first, length: length ?? (first.family == .v4 ? 24 : 64))
    }

    private static func seconds(_ word: String) -> TimeSpan? {
        UInt32(word).map { TimeSpan(seconds: Int64($0)) }
    }
}
