/// Numbers of progress as text; any number will do, infinite ones included.
enum ProgressText {
    /// A share in whole percent, rounded down: 100 only when all is done.
    static func percent(_ share: Double) -> String { "\(whole(share * 100))%" }

    /// A length of time as `0:07`, `12:34` or `1:02:03`, rounded down.
    static func clock(_ seconds: Double) -> String {
        let seconds = whole(seconds)
        let (minutes, hours) = (seconds / 60 % 60, seconds / 3600)
        return hours > 0
            ? "\(hours):\(padded(minutes)):\(padded(seconds % 60))" : "\(minutes):\(padded(seconds % 60))"
    }

    /// A number rounded down to a whole one within what is worth showing.
    static func whole(_ number: Double) -> Int {
        Int(min(max(0, number.isNaN ? 0 : number), 1e15))
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
