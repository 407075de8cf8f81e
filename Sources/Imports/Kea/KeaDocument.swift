/// The parts of Kea's configuration that say who has which address.
struct KeaDocument: Decodable {
    /// The configuration of the server for one family.
    struct Server: Decodable {
        let subnets: [Subnet]
        let reservations: [Reservation]

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            let shared = try values.decodeIfPresent([SharedNetwork].self, forKey: Key("shared-networks")) ?? []
            subnets =
                try (values.decodeIfPresent([Subnet].self, forKey: Key("subnet4")) ?? [])
                + (values.decodeIfPresent([Subnet].self, forKey: Key("subnet6")) ?? []) + shared.flatMap(\.subnets)
            reservations = try values.decodeIfPresent([Reservation].self, forKey: Key("reservations")) ?? []
        }
    }

    /// Subnets on one link.
    struct SharedNetwork: Decodable {
        let subnets: [Subnet]

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            subnets =
                try (values.decodeIfPresent([Subnet].self, forKey: Key("subnet4")) ?? [])
                + (values.decodeIfPresent([Subnet].self, forKey: Key("subnet6")) ?? [])
        }
    }

    /// A subnet that is served.
    struct Subnet: Decodable {
        let id: Int?
        let subnet: String
        let lifetime: Int?
        let pools: [String]
        let routers: String?
        let reservations: [Reservation]
        let comment: String?
        /// What our own export calls it: its name, or else the prefix.
        let title: String?

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            id = try values.decodeIfPresent(Int.self, forKey: Key("id"))
            subnet = try values.decode(String.self, forKey: Key("subnet"))
            lifetime = try values.decodeIfPresent(Int.self, forKey: Key("valid-lifetime"))
            pools = try (values.decodeIfPresent([Pool].self, forKey: Key("pools")) ?? []).map(\.pool)
            let options = try values.decodeIfPresent([Option].self, forKey: Key("option-data")) ?? []
            routers = options.first { $0.name == "routers" }?.data
            reservations = try values.decodeIfPresent([Reservation].self, forKey: Key("reservations")) ?? []
            // Kea keeps comments among the rest, and prints them from there.
            let context = Context.read(values)
            comment = try values.decodeIfPresent(String.self, forKey: Key("comment")) ?? context?.comment
            title = context?.ipam?.name
        }
    }

    /// What is kept beside what Kea needs.
    private struct Context: Decodable {
        let comment: String?
        let ipam: Note?

        /// Others may keep anything in the same place.
        static func read(_ values: KeyedDecodingContainer<Key>) -> Context? {
            try? values.decode(Context.self, forKey: Key("user-context"))
        }
    }

    /// What our own export notes there.
    private struct Note: Decodable {
        let name: String?
        let device: String?
        let interface: String?
    }

    private struct Pool: Decodable {
        let pool: String
    }

    private struct Option: Decodable {
        let name: String?
        let data: String?
    }

    /// An address that one client always gets.
    struct Reservation: Decodable {
        let mac: String?
        let duid: String?
        let addresses: [String]
        let hostname: String?
        /// The key of what else it tells the client by.
        let identifier: String?
        /// The device that our own export made it of.
        let device: String?
        /// The interface that our own export made it of.
        let interface: String?

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            func text(_ key: String) throws -> String? { try values.decodeIfPresent(String.self, forKey: Key(key)) }
            mac = try text("hw-address")
            duid = try text("duid")
            addresses =
                try [text("ip-address")].compactMap(\.self)
                + (values.decodeIfPresent([String].self, forKey: Key("ip-addresses")) ?? [])
            hostname = try text("hostname")
            identifier = try ["client-id", "circuit-id", "flex-id"].first { try text($0) != nil }
            let note = Context.read(values)?.ipam
            (device, interface) = (note?.device, note?.interface)
        }
    }

    /// The servers.
    let servers: [Server]

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        servers = try ["Dhcp4", "Dhcp6"].compactMap { try values.decodeIfPresent(Server.self, forKey: Key($0)) }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
