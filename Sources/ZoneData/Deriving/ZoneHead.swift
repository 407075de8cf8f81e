import Addressing
import Chronology
import Findings
import InventoryModel

/// A zone before it has records: its name and all that it takes from its declaration and from the settings.
struct ZoneHead: Sendable {
    let name: DomainName
    /// The addresses whose PTR records it holds; nil for a forward zone.
    let block: IPPrefix?
    let declaration: Zone
    let nameservers: [Located<DomainName>]
    let ttl: UInt32
    /// Nil if there is no name server to name.
    let authority: StartOfAuthority?
    let serial: SerialPolicy

    static let defaultTTL: UInt32 = 3_600
}

/// Reads the head of a zone off its declaration and notes what is wrong with it.
struct ZoneHeadReader {
    private let settings: DNSSettings?
    private(set) var problems: [ZoneProblem] = []

    init(_ settings: Settings?) {
        self.settings = settings?.dns
    }

    mutating func head(_ name: DomainName, of zone: Zone) -> ZoneHead {
        let nameservers = nameservers(of: zone, name)
        return ZoneHead(
            name: name,
            block: zone.classlessBlock ?? IPPrefix(reverseZone: name),
            declaration: zone,
            nameservers: nameservers,
            ttl: seconds(zone.ttl ?? settings?.ttl, or: ZoneHead.defaultTTL, "TTL"),
            authority: nameservers.first.map {
                authority(of: zone, name, primary: zone.primary.flatMap { host($0) } ?? $0.value)
            },
            serial: zone.serial ?? settings?.serial ?? .date
        )
    }

    private mutating func nameservers(of zone: Zone, _ name: DomainName) -> [Located<DomainName>] {
        var found: [Located<DomainName>] = []
        for server in zone.nameservers.isEmpty ? settings?.nameservers ?? [] : zone.nameservers {
            guard host(server) != nil else { continue }
            if !found.contains(where: { $0.value == server.value }) { found.append(server) }
        }
        if found.isEmpty {
            let reason = "the zone '\(name)' has no name server: add nameservers to it or to settings.dns"
            problems.append(ZoneProblem(.noNameserver, name, reason, at: zone.origin.span))
        }
        return found
    }

    /// The name of a server; nil, and a problem, if no host can have it.
    private mutating func host(_ server: Located<DomainName>) -> DomainName? {
        if server.value.isHostname { return server.value }
        let reason = AddressError.noHostname(server.value).reason
        problems.append(ZoneProblem(.invalidHostname, server.value, reason, at: server.span))
        return nil
    }

    private mutating func authority(of zone: Zone, _ name: DomainName, primary: DomainName) -> StartOfAuthority {
        StartOfAuthority(
            primary: primary,
            contact: contact(of: zone, name, primary: primary),
            refresh: seconds(zone.refresh, or: StartOfAuthority.defaultRefresh, "refresh"),
            retry: seconds(zone.retry, or: StartOfAuthority.defaultRetry, "retry"),
            expire: seconds(zone.expire, or: StartOfAuthority.defaultExpire, "expire"),
            minimum: seconds(zone.minimum, or: StartOfAuthority.defaultMinimum, "minimum")
        )
    }

    private mutating func contact(of zone: Zone, _ name: DomainName, primary: DomainName) -> Mailbox {
        if let text = zone.contact ?? settings?.contact {
            do {
                return try Mailbox(parsing: text.value)
            } catch {
                problems.append(ZoneProblem(.invalidZone, text.value, "contact: \(error.reason)", at: text.span))
            }
        }
        // A reverse zone receives no mail, but the domain of its primary server may.
        let domain = primary.parent.flatMap { $0.isRoot ? nil : $0 } ?? primary
        return .hostmaster(of: domain)
    }

    private mutating func seconds(_ span: Located<TimeSpan>?, or fallback: UInt32, _ what: String) -> UInt32 {
        guard let span else { return fallback }
        guard let seconds = UInt32(timeToLive: span.value) else {
            let reason =
                "\(what) \(span.value) is longer than the \(ResourceRecord.longestTTL) seconds that DNS can say"
            problems.append(ZoneProblem(.ttlOutOfRange, what, reason, at: span.span))
            return fallback
        }
        return seconds
    }
}

extension UInt32 {
    /// The seconds of a span; nil beyond what DNS can say (RFC 2181, 8).
    init?(timeToLive span: TimeSpan) {
        guard (0...ResourceRecord.longestTTL).contains(span.seconds) else { return nil }
        self = UInt32(span.seconds)
    }
}
