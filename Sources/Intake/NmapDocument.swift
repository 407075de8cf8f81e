import Chronology

/// What an nmap file says, gathered element by element.
struct NmapDocument {
    /// When nmap was started.
    private(set) var started: Timestamp?
    /// When nmap finished; nil if it was stopped.
    private(set) var finished: Timestamp?
    /// The latest moment that anything in the file names.
    private(set) var latestMoment: Timestamp?
    /// How nmap ended: `success`, `error`; nil if it was stopped.
    private(set) var exit: String?
    /// Why nmap ended otherwise than with success.
    private(set) var errorMessage: String?
    /// The hosts, in the order of the file.
    private(set) var hosts: [NmapHost] = []
    /// Where and how the XML breaks off; nil if it is whole.
    private(set) var fault: XMLReader.Fault?

    private var hasRoot = false
    private var host: NmapHost?

    /// Reads nmap's XML; one that breaks off gives what stood before, and the fault.
    ///
    /// - Throws: ``IntakeError`` if it breaks off before nmap's root element.
    static func parse(_ bytes: [UInt8], name: String) throws(IntakeError) -> NmapDocument {
        var document = NmapDocument()
        var reader = XMLReader(bytes)
        do throws(XMLReader.Fault) {
            while let event = try reader.next() {
                switch event {
                case .begin(let element, let depth, let attributes):
                    guard depth > 1 || element == "nmaprun" else {
                        throw reader.fault("the root element is not 'nmaprun'")
                    }
                    document.hasRoot = true
                    document.begin(element, depth: depth, attributes: attributes)
                case .end(let element, let depth):
                    document.end(element, depth: depth)
                }
            }
        } catch {
            guard document.hasRoot else {
                throw IntakeError(.malformed, "'\(name)' is not nmap's XML: \(error)")
            }
            document.fault = error
        }
        return document
    }

    /// Takes in the beginning of an element that lies `depth` elements deep, the root at 1.
    private mutating func begin(_ element: String, depth: Int, attributes: [String: String]) {
        switch (depth, element) {
        case (1, "nmaprun"):
            started = moment(attributes["start"])
        case (2, "taskbegin"), (2, "taskend"), (2, "taskprogress"):
            _ = moment(attributes["time"])
        case (2, "host"):
            var host = NmapHost()
            host.ended = moment(attributes["endtime"])
            self.host = host
        case (3, "finished"):
            finished = moment(attributes["time"])
            // The element itself says that nmap reached its end; the attribute may be absent.
            exit = attributes["exit"] ?? "success"
            errorMessage = attributes["errormsg"]?.bounded
        default:
            host?.begin(element, depth: depth, attributes: attributes)
        }
    }

    /// Takes in the end of an element.
    private mutating func end(_ element: String, depth: Int) {
        guard depth == 2, element == "host", let host else { return }
        hosts.append(host)
        self.host = nil
    }

    private mutating func moment(_ text: String?) -> Timestamp? {
        guard let seconds = text.flatMap({ Int64($0) }), Self.moments.contains(seconds) else { return nil }
        let moment = Timestamp(seconds: seconds)
        latestMoment = max(latestMoment ?? moment, moment)
        return moment
    }

    /// Up to the year 9999.
    private static let moments: Range<Int64> = 0..<253_402_300_800
}
