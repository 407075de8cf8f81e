package import Addressing

/// Records that belong into a zone of somebody else, so that a zone of ours is found (RFC 2317).
package struct ForeignParent: Hashable, Sendable {
    /// Our zone.
    package let child: DomainName
    /// The zone that the records belong into.
    package let parent: DomainName
    /// The records.
    package let records: [ResourceRecord]

    /// The name of the file that holds them.
    package var fileName: String { "\(ZoneFile.name(of: child).dropLast(ZoneFile.ending.count))\(Self.ending)" }

    /// What the names of such files end with.
    package static let ending = ".for-parent"

    /// The records as lines for a zone file, every name absolute.
    package var text: String {
        let head =
            "; ipam: zone \(child) is found through these records in \(parent)\n; whoever serves that has to add them\n"
        return records.reduce(into: head) { text, record in
            text += "\(record.owner) \(record.ttl) IN \(record.data.type) \(record.data)\n"
        }
    }
}
