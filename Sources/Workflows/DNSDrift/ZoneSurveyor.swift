import Addressing
import Findings
import InventoryModel
import Scanning
import ServedZones
import ZoneData

/// Asks a name server for all zones that an inventory declares.
struct ZoneSurveyor {
    /// What came of it.
    struct Survey {
        /// The zones that the server answered for.
        let zones: [ServedZone]
        /// Whether it did for all of them.
        let isComplete: Bool
    }

    private let address: IPAddress
    private let port: UInt16
    private let loaded: LoadedInventory

    /// The word for the server that the inventory declares.
    private static let declared = "declared"
    private static let standardPort: UInt16 = 53
    /// The most seconds for a connection, or for a message.
    private static let patience: Int64 = 5
    /// The longest that all zones together may take, however slowly a server keeps talking.
    private static let limit = Duration.seconds(600)

    /// Takes `ADDRESS`, `ADDRESS:PORT`, `[ADDRESS]:PORT`, or `declared`.
    ///
    /// - Throws: ``WorkflowError`` for anything else, or if nothing is declared.
    init(_ text: String, _ loaded: LoadedInventory) throws(WorkflowError) {
        self.loaded = loaded
        guard text != Self.declared else {
            guard let server = loaded.inventory.settings?.dns?.server else {
                throw WorkflowError(
                    "the inventory declares no name server: set settings.dns.server, or give an address")
            }
            (address, port) = (server.value, Self.standardPort)
            return
        }
        guard let (address, port) = Self.parse(text) else {
            throw WorkflowError(
                "--dns takes ADDRESS, ADDRESS:PORT, [IPV6]:PORT or `declared`, not '\(text)'", status: .usage)
        }
        (self.address, self.port) = (address, port)
    }

    private static func parse(_ text: String) -> (IPAddress, UInt16)? {
        if let address = IPAddress(text) { return (address, standardPort) }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            return nil
        }
        let host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            return IPAddress(String(host.dropFirst().dropLast())).flatMap { $0.family == .v6 ? ($0, port) : nil }
        }
        return IPAddress(String(host)).flatMap { $0.family == .v4 ? ($0, port) : nil }
    }

    /// Asks for one zone after the other, and tells of those that there is no answer for.
    func survey(in world: World) throws(WorkflowError) -> Survey {
        let zones = ZoneSet(loaded.plan).zones
        guard !zones.isEmpty else {
            throw WorkflowError("the inventory declares no zone with a name server, so there is nothing to compare")
        }
        let server = address.family == .v6 ? "[\(address)]:\(port)" : "\(address):\(port)"
        let questioner = ZoneQuestioner(server: server)
        var served: [ServedZone] = []
        let end = ContinuousClock.now + Self.limit
        // Whom nobody can connect to is not tried again for each zone.
        var unreachable: ServedZoneError?
        for zone in zones {
            do throws(ServedZoneError) {
                let answer = try questioner.ask(for: zone) { () throws(ServedZoneError) in
                    if let unreachable { throw unreachable }
                    do throws(ServedZoneError) {
                        return try PrefixedStream(
                            to: address, port: port, seconds: Self.patience, until: end, in: world)
                    } catch {
                        unreachable = error
                        throw error
                    }
                }
                if answer.undeclarable > 0 {
                    world.notify(
                        "the zone \(zone.name) at \(server) has \(answer.undeclarable) records with names that no "
                            + "inventory can declare: they are not compared")
                }
                if !answer.isWhole {
                    world.notify(
                        "\(server) does not hand out the zone \(zone.name), so it was asked for declared names alone: "
                            + "records under names that nobody declares cannot be seen")
                }
                served.append(answer)
            } catch {
                world.notify("no verdict on the zone \(zone.name) at \(server): \(error.reason)")
            }
        }
        return Survey(zones: served, isComplete: served.count == zones.count)
    }
}

/// Messages over TCP.
private struct PrefixedStream: MessageStream {
    private let connection: StreamConnection
    private let end: ContinuousClock.Instant

    init(
        to address: IPAddress, port: UInt16, seconds: Int64, until end: ContinuousClock.Instant, in world: World
    ) throws(ServedZoneError) {
        self.end = end
        connection = try Self.told { () throws(StreamConnection.Failure) in try world.connect(address, port, seconds) }
    }

    mutating func send(_ message: [UInt8]) throws(ServedZoneError) {
        try Self.told { () throws(StreamConnection.Failure) in try connection.send(message: message) }
    }

    mutating func receive() throws(ServedZoneError) -> [UInt8] {
        guard ContinuousClock.now < end else { throw ServedZoneError("the server takes too long in all") }
        return try Self.told { () throws(StreamConnection.Failure) in try connection.receiveMessage() }
    }

    private static func told<Value>(
        _ work: () throws(StreamConnection.Failure) -> Value
    ) throws(ServedZoneError) -> Value {
        do {
            return try work()
        } catch {
            throw ServedZoneError(error.reason)
        }
    }
}
