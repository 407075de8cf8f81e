package import Addressing
package import Chronology
package import Findings

/// One or more addresses that belong to no one device.
package struct Reservation: InventoryObject {
    package static let noun = "reservation"
    package static let summary = "An address or range that belongs to no one device."

    /// The addresses.
    package let range: Located<IPRange>
    /// What it is called.
    package let name: Located<String>?
    /// The routing domain.
    package let vrf: Located<String>?
    /// The role that lets others claim it too.
    package let role: SharedRole?
    /// Who answers for it.
    package let owner: String?
    /// What it is held for.
    package let description: String?
    /// The names it publishes; derived ones are none.
    package let dns: PublishedNames
    /// Which of its names are published in the reverse zone.
    package let pointers: PublishedPointers
    /// The last day it is held.
    package let expires: Located<CalendarDate>?
    /// Words to select it by.
    package let tags: [String]
    /// The whole entry.
    package let span: SourceSpan

    /// Whether it was written as one address, which hosts may use, rather than as a range, which is kept free.
    package let isAddress: Bool

    /// The name if it has one, else the addresses.
    package var title: String { name?.value ?? range.value.description }

    package init(_ fields: inout Fields) {
        let address: Located<IPAddress>? = fields.optional("address", "The one address that is held.")
        let addresses: Located<IPRange>? = fields.optional("range", "First and last address that are kept free.")
        fields.requireOne(of: ["address", "range"], present: [address != nil, addresses != nil])
        isAddress = address != nil
        range = address.map { Located(IPRange($0.value), at: $0.span) } ?? addresses ?? .example
        name = fields.optional("name", "What it is called.")
        vrf = fields.optional("vrf", "Routing domain, where several hold the address.")
        role = fields.optional("role", "Lets several claimants share it, if all of them say the same role.")
        owner = fields.optional("owner", "Who answers for it.")
        description = fields.optional("description", "What it is held for.")
        dns = fields.optional("dns", default: .none, PublishedNames.summary)
        pointers = fields.optional("ptr", default: .first, PublishedPointers.summary)
        expires = fields.optional("expires", "Last day it is held, in UTC.")
        tags = fields.list("tags", "Words to select it by.")
        span = fields.span
    }
}
