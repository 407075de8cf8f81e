import Foundation

/// Tells answers of the API from all else that may come from where its URL leads.
enum ReplyReader {
    /// What every answer begins with.
    private struct Envelope: Decodable {
        let status: String
        let errorMessage: String?
    }

    private struct Content<Answer: Decodable>: Decodable {
        let response: Answer
    }

    static func read<Answer: Decodable>(_ reply: Reply, to path: String) throws(ServerError) -> Answer {
        switch reply.status {
        case 200: break
        case 300..<400:
            throw ServerError(
                .unexpected, "the server redirects \(path), which is not followed: give the URL that it leads to")
        case 401, 403:
            throw ServerError(.refused, "the server refuses the access token (HTTP \(reply.status))")
        default:
            throw ServerError(.unexpected, "the server answered \(path) with HTTP \(reply.status)")
        }
        let body = Data(reply.body)
        guard let envelope = try? JSONDecoder().decode(Envelope.self, from: body) else {
            throw ServerError(.unexpected, "\(kind(of: reply.body)) came from \(path), no answer of Technitium's API")
        }
        switch envelope.status {
        case "ok": break
        case "invalid-token":
            throw ServerError(
                .refused,
                "the server does not know the access token: make one for the API in its console (version 15 or newer)")
        case "error":
            let reason = envelope.errorMessage.map { ": \($0.prefix(300))" } ?? ""
            throw ServerError(.refused, "the server refuses \(path)\(reason)")
        default:
            throw ServerError(.refused, "the server answered \(path) with '\(envelope.status.prefix(50))'")
        }
        do {
            return try JSONDecoder().decode(Content<Answer>.self, from: body).response
        } catch {
            throw ServerError(.unexpected, "the server's answer to \(path) lacks what it should hold")
        }
    }

    private static func kind(of body: [UInt8]) -> String {
        let start = String(decoding: body.prefix(200), as: UTF8.self).drop(while: \.isWhitespace)
        if start.isEmpty { return "nothing" }
        if start.hasPrefix("<") { return "a web page" }
        return start.hasPrefix("{") ? "text that breaks off or is no JSON" : "something else"
    }
}
