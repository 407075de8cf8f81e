import Dispatch
import Foundation
import Synchronization

/// SIGINT, SIGTERM and SIGHUP as a question that long work asks: a first signal ends it cleanly, a second at once.
final class Interruption: Sendable {
    static let shared = Interruption()

    private let count = Atomic(0)

    /// Whether a signal has come.
    var isRequested: Bool { count.load(ordering: .relaxed) > 0 }

    /// Begins to listen.
    func listen() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { [self] in
                // The handler holds its source, which nothing else does, for as long as the process lives.
                withExtendedLifetime(source) {}
                if count.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { exit(130) }
            }
            source.resume()
        }
    }
}
