import FileStore
import Technitium

/// Which server to push to, and how far to go.
package struct PushOptions: Sendable {
    /// Where its HTTP API is; nil for what the environment says.
    package var url: String?
    /// A file that holds the access token; nil for what the environment says.
    package var tokenFile: String?
    /// A file of certificates to trust instead of the system's.
    package var authorities: String?
    /// Whether the token may go to another machine in plain text.
    package var allowsPlainText = false
    /// The most seconds that an answer may take.
    package var seconds = 60
    /// The zones to push; all that are declared if there are none.
    package var zones: [String] = []
    /// Whether to make zones that the server lacks.
    package var makesZones = false
    /// The number of removals that a person acknowledged.
    package var allowedRemovals: Int?

    /// The variable that names the server.
    package static let urlVariable = "IPAM_TECHNITIUM_URL"
    /// The variable that holds the token.
    package static let tokenVariable = "IPAM_TECHNITIUM_TOKEN"

    /// Names nothing.
    package init() {}

    /// Where the server is.
    ///
    /// - Throws: ``WorkflowError`` if nobody says, or it cannot be used.
    func location(in world: World) throws(WorkflowError) -> ServerLocation {
        guard let text = url ?? world.environment[Self.urlVariable] else {
            throw WorkflowError("say where the server is, with --url URL or $\(Self.urlVariable)", status: .usage)
        }
        do {
            return try ServerLocation(parsing: text, allowingPlainText: allowsPlainText)
        } catch {
            throw WorkflowError(error.message, status: .usage)
        }
    }

    /// The access token. No message quotes any of what it was read from.
    ///
    /// - Throws: ``WorkflowError`` if there is none, or it cannot be used.
    func token(in world: World) throws(WorkflowError) -> AccessToken {
        let text: String
        if let tokenFile {
            do {
                text = String(decoding: try FileReader.bytes(of: tokenFile, limit: 4096), as: UTF8.self)
            } catch {
                throw WorkflowError("\(error)")
            }
        } else if let variable = world.environment[Self.tokenVariable] {
            text = variable
        } else {
            throw WorkflowError(
                "there is no access token: put it into a file and say --token-file FILE, or set "
                    + "$\(Self.tokenVariable)")
        }
        do {
            return try AccessToken(parsing: text)
        } catch {
            throw WorkflowError(error.message)
        }
    }
}
