import Findings

/// A finding as ``JSONReport`` writes it.
struct SavedFinding: Decodable {
    let finding: Finding

    private enum Key: String, CodingKey {
        case rule, severity, message, path, line, column, subject, fingerprint, related, evidence, waiver, help, edit
        case endLine = "end_line"
        case endColumn = "end_column"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        var finding = Finding(
            rule: RuleID(try values.decode(String.self, forKey: .rule)),
            severity: try values.parsed(.severity, Severity.init),
            message: try values.decode(String.self, forKey: .message),
            help: try values.decode(String?.self, forKey: .help),
            edit: try values.decodeIfPresent(SavedEdit.self, forKey: .edit)?.edit,
            location: try Self.location(values),
            related: try values.decode([SavedRelated].self, forKey: .related).map(\.related),
            subject: try values.decode(SavedSubject.self, forKey: .subject).subject,
            evidence: try values.decode(SavedEvidence?.self, forKey: .evidence)?.evidence
        )
        finding.fingerprint = try values.parsed(.fingerprint, Fingerprint.init)
        finding.waiver = try values.decode(SavedWaiver?.self, forKey: .waiver)?.note
        self.finding = finding
    }

    private static func location(_ values: KeyedDecodingContainer<Key>) throws -> SourceLocation? {
        guard let path = try values.decode(String?.self, forKey: .path) else { return nil }
        return try values.location(in: path, .line, .column, .endLine, .endColumn)
    }
}

extension KeyedDecodingContainer {
    /// A place whose four numbers stand under these keys.
    fileprivate func location(
        in path: String, _ line: Key, _ column: Key, _ endLine: Key, _ endColumn: Key
    ) throws -> SourceLocation {
        let positions = 1...SavedNumber.largest
        return SourceLocation(
            path: path,
            line: try number(line, in: positions), column: try number(column, in: positions),
            endLine: try number(endLine, in: positions), endColumn: try number(endColumn, in: positions)
        )
    }
}

private struct SavedEdit: Decodable {
    let edit: InventoryEdit

    private enum Key: String, CodingKey {
        case action, key, value, path, line, column
        case endLine = "end_line"
        case endColumn = "end_column"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let path = try values.decode(String?.self, forKey: .path)
        edit = InventoryEdit(
            try values.parsed(.action, InventoryEdit.Action.init(rawValue:)),
            try values.decode(String.self, forKey: .key), try values.decode(String.self, forKey: .value),
            at: try path.map { try values.location(in: $0, .line, .column, .endLine, .endColumn) }
        )
    }
}

private struct SavedRelated: Decodable {
    let related: Finding.Related

    enum Key: String, CodingKey {
        case path, line, column, message
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let line = try values.number(.line, in: 1...SavedNumber.largest)
        let column = try values.number(.column, in: 1...SavedNumber.largest)
        // Where a related place ends is not saved.
        let place = SourceLocation(
            path: try values.decode(String.self, forKey: .path), line: line, column: column, endLine: line,
            endColumn: column)
        related = .init(try values.decode(String.self, forKey: .message), at: place)
    }
}

private struct SavedSubject: Decodable {
    let subject: Subject

    enum Key: String, CodingKey {
        case kind, id
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        subject = Subject(
            try values.parsed(.kind, Subject.Kind.init(rawValue:)), try values.decode(String.self, forKey: .id))
    }
}

private struct SavedEvidence: Decodable {
    let verdict: String
    let probe: String?
    let vantage: String
    let mac: String?
    let name: String?
    let firstSeen: String?
    let lastSeen: String?
    let lastProbed: String?

    enum CodingKeys: String, CodingKey {
        case verdict, probe, vantage, mac, name
        case firstSeen = "first_seen"
        case lastSeen = "last_seen"
        case lastProbed = "last_probed"
    }

    var evidence: Evidence {
        Evidence(
            verdict: verdict, probe: probe, vantage: vantage, mac: mac, name: name, firstSeen: firstSeen,
            lastSeen: lastSeen, lastProbed: lastProbed)
    }
}

private struct SavedWaiver: Decodable {
    let reason: String
    let owner: String
    let expires: String

    var note: WaiverNote { WaiverNote(reason: reason, owner: owner, expires: expires) }
}
