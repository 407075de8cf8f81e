import Technitium
import Testing

@Suite("Access tokens")
struct AccessTokenTests {
    private static let secret = "932b2a3495852c15af01598f62563ae534460388b6a370bf"

    @Test("a token is never printed, described or reflected")
    func hidden() throws {
        let token = try AccessToken(parsing: " \(Self.secret)\n")
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), String(describing: [token]), dumped] {
            #expect(!text.contains(Self.secret))
        }
    }

    @Test(
        "what is no bearer token is refused without being quoted",
        arguments: [
            "", "admin", "0123456789abcde", "0123456789abcdef\r\nHost: evil", "0123456789abcdef \"", "0123456789abcdé…",
            String(repeating: "a", count: 1025),
        ])
    func refused(text: String) {
        let error = #expect(throws: ServerError.self) { try AccessToken(parsing: text) }
        #expect(text.isEmpty || error?.message.contains(text) == false)
    }

    @Test("a text loses the token in either case, as often as it is there")
    func redacted() throws {
        let token = try AccessToken(parsing: Self.secret)
        let upper = Self.secret.uppercased()
        #expect(
            token.redacted("a \(Self.secret)\(upper)é \(Self.secret.dropLast())")
                == "a <access token><access token>é \(Self.secret.dropLast())")
        #expect(token.redacted("short") == "short")
    }

    @Test("a token that a server quotes percent-encoded is found, too")
    func encoded() throws {
        let token = try AccessToken(parsing: "SeCrEt0123456/+ab==")
        #expect(
            token.redacted("no 'secret0123456%2F%2bab%3D%3d&x=%2'")
                == "no '<access token>&x=%2'")
        #expect(token.redacted("SeCrEt0123456%2F+a%zz 100%") == "SeCrEt0123456%2F+a%zz 100%")
    }
}
