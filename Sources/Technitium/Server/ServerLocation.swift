import Addressing

/// Where the HTTP API of a server is: a URL that holds nothing secret.
package struct ServerLocation: Hashable, Sendable, CustomStringConvertible {
    /// The URL without a final slash.
    package let description: String
    /// Whether what is sent there can be read on the way.
    let isPlain: Bool

    /// Reads a URL such as `https://dns.example.net:53443`.
    ///
    /// - Parameter allowingPlainText: whether `http` may lead to another machine.
    /// - Throws: ``ServerError`` if it is no such URL, names a user or carries parameters, or leads away in plain text.
    package init(parsing text: String, allowingPlainText: Bool = false) throws(ServerError) {
        let schemes = [("https://", false), ("http://", true)]
        guard let (scheme, isPlain) = schemes.first(where: { text.hasPrefix($0.0) }) else {
            throw ServerError(.unusable, "the URL of a server begins with https:// or http://")
        }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" }
        let isPlainPath = rest.dropFirst(authority.count).allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/-._~".contains($0))
        }
        guard isPlainPath, let host = Self.host(of: authority) else {
            throw ServerError(
                .unusable,
                "the URL of a server has a host, perhaps a port and a path, and nothing else: no user, no parameters")
        }
        guard !isPlain || allowingPlainText || Self.isThisMachine(host) else {
            throw ServerError(
                .unusable,
                "over http:// the access token could be read on its way to '\(host)': use https://, or say "
                    + "--insecure-http")
        }
        self.isPlain = isPlain
        description = String(text.reversed().drop { $0 == "/" }.reversed())
    }

    /// The host of `host`, `host:port`, `[address]` or `[address]:port`; nil for anything else.
    private static func host(of authority: Substring) -> String? {
        let (host, port): (Substring, Substring)
        if authority.hasPrefix("[") {
            host = authority.dropFirst().prefix { $0 != "]" }
            port = authority.dropFirst(host.count + 2)
            guard authority.contains("]"), IPAddress(String(host))?.family == .v6 else { return nil }
        } else {
            host = authority.prefix { $0 != ":" }
            port = authority.dropFirst(host.count)
            guard IPAddress(String(host)) != nil || DomainName(String(host))?.isHostname == true else { return nil }
        }
        guard port.isEmpty || (port.hasPrefix(":") && UInt16(port.dropFirst()).map { $0 > 0 } == true) else {
            return nil
        }
        return String(host)
    }

    private static func isThisMachine(_ host: String) -> Bool {
        if host == "localhost" { return true }
        guard let address = IPAddress(host) else { return false }
        return loopback.contains { $0.contains(address) }
    }

    private static let loopback = ["127.0.0.0/8", "::1/128"].compactMap { IPPrefix($0) }
}
