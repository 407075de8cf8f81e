import Synchronization
import Technitium

/// Answers each question with the next of some replies, and remembers the questions.
final class ScriptedTransport: Transport {
    private let replies: Mutex<[Reply]>
    private let asked = Mutex<[String]>([])

    /// The paths that were asked for, in order.
    var paths: [String] { asked.withLock { $0 } }

    init(_ replies: [Reply]) {
        self.replies = Mutex(replies)
    }

    func post(
        _ form: Form, to path: String, token: AccessToken, within limits: ReplyLimits
    ) throws(ServerError) -> Reply {
        asked.withLock { $0.append(path) }
        guard let reply = replies.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
            throw ServerError(.unreachable, "nothing is left to answer with")
        }
        return reply
    }
}

extension Reply {
    /// A reply as the API gives it.
    static func ok(_ response: String) -> Reply { text(#"{"response":\#(response),"status":"ok"}"#) }

    /// A reply of any text.
    static func text(_ text: String, status: Int = 200) -> Reply { Reply(status: status, body: Array(text.utf8)) }
}
