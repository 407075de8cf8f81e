package import Chronology
import Observations

/// A file that another tool wrote, and what it does not say about itself.
package struct IntakeFile: Sendable {
    /// The content.
    package let bytes: [UInt8]
    /// The name, for messages.
    package let name: String
    /// From where the tool looked.
    package let vantage: String
    /// When it was made, for formats that hold no time.
    package let made: Timestamp

    /// Describes a file.
    package init(_ bytes: [UInt8], name: String, vantage: String, made: Timestamp) {
        self.bytes = bytes
        self.name = name
        self.vantage = vantage
        self.made = made
    }

    /// The most things that one file may tell of: more than the addresses of a /11.
    static let recordLimit = 1 << 21

    /// Refuses a file that tells of more things than any network has.
    func requireFew(_ records: Int) throws(IntakeError) {
        guard records <= Self.recordLimit else {
            throw IntakeError(.tooLarge, "'\(name)' has more than \(Self.recordLimit) entries; split it into several")
        }
    }

    /// What a tool saw in the moment that the file was made.
    func result(
        of tool: String, _ observations: [Observation], state: ScanRun.State = .complete, notices: [String] = []
    ) -> ScanResult {
        let run = ScanRun(
            vantage: vantage, tool: tool, started: made, ended: made, state: state, notices: notices)
        return ScanResult(run: run, observations: observations.sorted { $0.address < $1.address })
    }

    /// What a DHCP server had handed out when the file was made; incomplete if lines of it could not be read.
    func result(of tool: String, leases: [DHCPLease], unreadable: Int) -> ScanResult {
        let notices =
            unreadable == 0 ? [] : ["\(unreadable) lines of '\(name)' cannot be read; leases may be missing"]
        var result = result(of: tool, [], state: unreadable == 0 ? .complete : .incomplete, notices: notices)
        result.leases = leases.sorted { $0.address < $1.address }
        return result
    }
}
