import Technitium
import Testing

@Suite("Where a server is")
struct ServerLocationTests {
    @Test(
        "a URL has a host, perhaps a port and a path, and loses its final slash",
        arguments: [
            ("https://dns.example.net", "https://dns.example.net"),
            ("https://dns.example.net:53443/", "https://dns.example.net:53443"),
            ("https://192.0.2.1/dns/technitium//", "https://192.0.2.1/dns/technitium"),
            ("https://[2001:db8::1]:53443", "https://[2001:db8::1]:53443"),
            ("http://127.0.0.1:5380", "http://127.0.0.1:5380"), ("http://localhost:5380", "http://localhost:5380"),
            ("http://[::1]:5380", "http://[::1]:5380"),
        ])
    func accepted(text: String, url: String) throws {
        #expect(try ServerLocation(parsing: text).description == url)
    }

    @Test(
        "what could hold a secret, or mean something else to curl, is refused",
        arguments: [
            "", "dns.example.net", "ftp://dns.example.net", "HTTPS://dns.example.net", "https://", "https://user@host",
            "https://user:password@dns.example.net", "https://dns.example.net/?token=0123456789abcdef",
            "https://dns.example.net/#x", "https://dns.example.net:0", "https://dns.example.net:70000",
            "https://dns.example.net:x", "https://[192.0.2.1]", "https://[2001:db8::1", "https://2001:db8::1",
            "https://dns.{a,b}.net", "https://dns.example.net/\"", "https://dns.example.net/\n-o",
            "https://dns example.net",
            "https://dns.example.net\\@evil.example", "file:///etc/passwd",
        ])
    func refused(text: String) {
        #expect(throws: ServerError.self) { try ServerLocation(parsing: text, allowingPlainText: true) }
    }

    @Test(
        "a token goes nowhere else in plain text unless that is allowed",
        arguments: [
            "http://192.0.2.1", "http://dns.example.net:5380", "http://[2001:db8::1]", "http://localhost.example.net",
            "http://127.0.0.1.example.net", "http://128.0.0.1",
        ])
    func plainText(text: String) throws {
        #expect(throws: ServerError.self) { try ServerLocation(parsing: text) }
        #expect(try ServerLocation(parsing: text, allowingPlainText: true).description == text)
    }
}
