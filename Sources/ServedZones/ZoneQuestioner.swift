import Addressing
import Packets
package import ZoneData

/// Asks a name server what it has in a zone: all of it, or where that is refused name by name.
package struct ZoneQuestioner {
    private let server: String

    /// Takes what the server is called in findings.
    package init(server: String) {
        self.server = server
    }

    /// What the server has in a zone that is declared to be so.
    ///
    /// - Parameter connect: opens a connection; called once for the transfer, and for the questions as often as the
    ///   server closes one after some answers.
    /// - Throws: ``ServedZoneError`` if the server does not answer, or not for this zone: then nothing is known, which is
    ///   not to say that anything is missing.
    package func ask(
        for zone: ZoneContent, over connect: () throws(ServedZoneError) -> any MessageStream
    ) throws(ServedZoneError) -> ServedZone {
        var stream = try connect()
        if let transfer = try transfer(zone.name, over: &stream) {
            return ServedZone(
                name: zone.name, server: server, records: transfer.records, isWhole: true,
                undeclarable: transfer.undeclarable)
        }
        var questions = NameQuestions(for: zone)
        while questions.open > 0 {
            let before = questions.open
            stream = try connect()
            do {
                try questions.ask(over: &stream)
            } catch {
                // Some servers answer so many questions on one connection and no more.
                guard questions.open < before else { throw error }
            }
        }
        return ServedZone(name: zone.name, server: server, records: Array(questions.records), isWhole: false)
    }

    /// A whole zone; nil if the server does not hand it out.
    private func transfer(
        _ zone: DomainName, over stream: inout any MessageStream
    ) throws(ServedZoneError) -> ZoneTransfer? {
        let question = DNSQuestion(id: 1, name: zone.wireLabels, type: DNSQuestion.axfr)
        try stream.send(question.bytes)
        var transfer = ZoneTransfer(of: zone, by: question)
        var message: DNSMessage
        do {
            message = try stream.message()
        } catch {
            // Some servers hang up where they refuse; the questions that follow show whether this one answers.
            return nil
        }
        while true {
            switch try transfer.take(message) {
            case .refused: return nil
            case .complete: return transfer
            case .unfinished: message = try stream.message()
            }
        }
    }
}
