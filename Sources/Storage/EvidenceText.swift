import Addressing
import Foundation
import Observations

/// Evidence as the JSON text that the cache keeps, remembering what it met before.
///
/// Nearly all addresses of a scan have the same evidence, so that a large cache decodes just a few texts.
struct EvidenceText {
    /// What the text is made of.
    private struct Entry: Codable {
        let probe: String
        let outcome: String
        let responder: String?
    }

    private static let memoryLimit = 4096
    private var texts: [[ProbeEvidence]: String] = [:]
    private var values: [String: [ProbeEvidence]] = [:]
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    init() {
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The text for this evidence.
    mutating func encode(_ evidence: [ProbeEvidence]) throws -> String {
        if let text = texts[evidence] { return text }
        let entries = evidence.map {
            Entry(probe: $0.probe, outcome: $0.outcome, responder: $0.responder?.description)
        }
        let text = String(decoding: try encoder.encode(entries), as: UTF8.self)
        if texts.count >= Self.memoryLimit { texts.removeAll(keepingCapacity: true) }
        texts[evidence] = text
        return text
    }

    /// The evidence in this text.
    ///
    /// - Throws: `DecodingError` if the text is not what ``encode(_:)`` makes.
    mutating func decode(_ text: String) throws -> [ProbeEvidence] {
        if let evidence = values[text] { return evidence }
        let evidence = try decoder.decode([Entry].self, from: Data(text.utf8)).map {
            ProbeEvidence(probe: $0.probe, outcome: $0.outcome, responder: $0.responder.flatMap(IPAddress.init))
        }
        if values.count >= Self.memoryLimit { values.removeAll(keepingCapacity: true) }
        values[text] = evidence
        return evidence
    }
}
