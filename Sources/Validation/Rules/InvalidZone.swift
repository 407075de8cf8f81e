package import Findings

/// A zone's name or contact cannot be written.
package struct InvalidZone: ZoneRule {
    package static let card = RuleCard(
        id: "invalid-zone",
        chapter: .dns,
        severity: .error,
        summary: "the name or contact of a zone cannot be written",
        explanation: """
            The contact stands in the SOA record and is a mail address such as `hostmaster@example.net`; it is \
            written in the form of DNS by itself. A zone cannot be named by a wildcard, and its name must be short \
            enough for that of a file.
            """,
        rejects: [
            """
            settings: {dns: {contact: ↓hostmaster.example.net, nameservers: [ns1.example.org]}}
            zones: [{name: example.net}]
            """,
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones: [{name: ↓"*.example.net"}]
            """,
        ],
        accepts: [
            """
            settings: {dns: {contact: hostmaster@example.net, nameservers: [ns1.example.org]}}
            zones: [{name: example.net, contact: first.last@example.net}]
            """
        ]
    )

    package init() {}
}
