/// A token bucket: when may the next probe leave?
///
/// It holds at most a fiftieth of a second's worth of probes, so that neither the start nor the end of a stall brings a
/// burst: no window of one second ever sees more than the rate and 2 %, or one probe at rates below 100.
struct SendPacer {
    private var interval: Int64
    private var tolerance: Int64
    /// When the bucket will be full again if nothing more is sent.
    private var fullAt: Int64 = .min

    /// Makes a full bucket for `rate` probes per second, at least 1.
    init(rate: Int) {
        let rate = Int64(max(rate, 1))
        interval = (1_000_000_000 + rate - 1) / rate
        tolerance = interval * (max(1, rate / 50) - 1)
    }

    /// The earliest moment at which ``take(now:)`` may be called.
    var readyAt: Int64 { fullAt == .min ? .min : fullAt - tolerance }

    /// Spends a token.
    mutating func take(now: Int64) {
        fullAt = max(fullAt, now) + interval
    }

    /// Halves the rate, because answers come faster than they are taken in.
    mutating func slowDown() {
        interval = min(interval * 2, Self.longestInterval)
        tolerance = min(tolerance, 20_000_000)
    }

    /// Nothing drowns in a hundred probes a second.
    private static let longestInterval: Int64 = 10_000_000

    /// Gives back the token of a probe that did not leave.
    mutating func giveBack() {
        fullAt -= interval
    }
}
