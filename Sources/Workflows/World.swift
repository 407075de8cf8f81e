package import Addressing
package import Chronology
package import Observations
package import Scanning

/// Everything outside the program that a workflow may touch; tests hand in another one.
package struct World: Sendable {
    /// The moment that results are judged at.
    package var now: @Sendable () -> Timestamp
    /// What this machine calls itself: the name of its vantage point unless another is given.
    package var hostName: String
    /// Probes the network.
    package var scan: @Sendable (ScanPlan, _ vantage: String, _ progress: (ScanProgress) -> Void) -> ScanResult
    /// What the program was told by whoever started it.
    package var environment: [String: String]
    /// A word that nobody can guess, of at least 128 random bits.
    package var token: @Sendable () -> String
    /// Tells the user something that is not the result: progress, notices.
    package var notify: @Sendable (String) -> Void
    /// The directory of the lists of hardware vendors.
    package var vendorLists = HardwareVendors.usualDirectory
    /// Connects to a port of an address; the seconds limit each wait for it.
    package var connect: @Sendable (IPAddress, UInt16, Int64) throws(StreamConnection.Failure) -> StreamConnection = {
        address, port, seconds throws(StreamConnection.Failure) in
        try StreamConnection(to: address, port: port, seconds: seconds)
    }
    /// Takes what a workflow is done with. A process about to end keeps it: to free every device of a large inventory
    /// takes longer than to check half of the rules.
    package var discard: @Sendable (any Sendable) -> Void = { _ in }

    /// Makes a world.
    package init(
        now: @escaping @Sendable () -> Timestamp,
        hostName: String,
        scan: @escaping @Sendable (ScanPlan, _ vantage: String, _ progress: (ScanProgress) -> Void) -> ScanResult,
        environment: [String: String],
        token: @escaping @Sendable () -> String,
        notify: @escaping @Sendable (String) -> Void
    ) {
        self.now = now
        self.hostName = hostName
        self.scan = scan
        self.environment = environment
        self.token = token
        self.notify = notify
    }
}
