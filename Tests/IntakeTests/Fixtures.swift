import Chronology
import Foundation
import Intake
import Observations
import Testing

/// Reads a recording of nmap 7.93, which ran in a network namespace made for it.
func recording(_ name: String) throws -> [UInt8] {
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "xml", subdirectory: "Recordings"))
    return Array(try Data(contentsOf: file))
}

/// When files without a time of their own were made.
let made = Timestamp(seconds: 1_800_000_000)

/// What is made of a file.
func taken(_ bytes: [UInt8]) throws(IntakeError) -> ScanResult {
    try IntakeFormats.read(IntakeFile(bytes, name: "scan.xml", vantage: "lon1", made: made))
}

/// What is made of an nmap file with this content.
func taken(hosts content: String) throws(IntakeError) -> ScanResult {
    try taken(Array(nmapFile(content).utf8))
}

/// An nmap file with this content.
func nmapFile(_ content: String, exit: String = #"exit="success""#) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nmaprun>
    <nmaprun scanner="nmap" start="1800000000" version="7.93">
    \(content)
    <runstats><finished time="1800000060" \(exit)/><hosts up="1" down="0" total="1"/></runstats>
    </nmaprun>
    """
}

extension ScanResult {
    /// One line for each observation: address, verdict, and the first evidence.
    var summary: [String] {
        observations.map { observation in
            let evidence = observation.evidence.map { "\($0.probe): \($0.outcome)" }.joined(separator: ", ")
            return "\(observation.address) \(observation.verdict) (\(evidence))"
        }
    }
}
