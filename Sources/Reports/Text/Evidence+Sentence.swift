package import Findings

extension Evidence {
    /// The evidence in one clause for people; not yet escaped for any sink.
    package var sentence: String {
        var parts = [probe.map { "\(verdict) (\($0))" } ?? verdict]
        if let mac { parts.append("mac \(mac)") }
        if let name { parts.append("name \(name)") }
        if let lastSeen { parts.append("last seen \(lastSeen)") }
        if let lastProbed, lastProbed != lastSeen { parts.append("last probed \(lastProbed)") }
        parts.append("from \(vantage)")
        return parts.joined(separator: ", ")
    }
}
