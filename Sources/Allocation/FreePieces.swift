import Addressing
import Findings
import InventoryModel

/// What is free of a part of a subnet, piece by piece from the end that a strategy begins at: a network with a million
/// claims is looked at only as far as addresses are asked for.
struct FreePieces {
    private let plan: AddressPlan
    private let subnet: Subnet
    private let strategy: AllocationStrategy
    /// What was not looked at yet.
    private var rest: IPRange?
    /// How many claims the next piece has.
    private var size = 256

    init(_ plan: AddressPlan, _ subnet: Subnet, within range: IPRange, by strategy: AllocationStrategy) {
        self.plan = plan
        self.subnet = subnet
        self.strategy = strategy
        rest = subnet.prefix.value.usable.intersection(range)
    }

    /// What is free of the next piece, which may be nothing; nil behind the last.
    mutating func next() -> AddressSet? {
        guard let range = rest else { return nil }
        let piece: IPRange
        switch strategy {
        case .lowest: piece = cutLowest(of: range)
        case .highest: piece = cutHighest(of: range)
        case .sparse:
            // The widest gap may be anywhere.
            piece = range
            rest = nil
        }
        size *= 2
        return plan.freeAddresses(in: subnet, within: piece)
    }

    private mutating func cutLowest(of range: IPRange) -> IPRange {
        let claims = plan.claims(beginningIn: range, vrf: subnet.vrfName)
        var first = range.first
        var index = claims.startIndex
        while index < claims.endIndex, claims[index].range.first <= first {
            let end = plan.endOfRun(from: index, before: claims.endIndex)
            if claims[end].range.last >= first, let next = claims[end].range.last.next { first = next }
            index = end + 1
        }
        // Behind the addresses that are taken without a gap, up to the first claim that is one too many.
        let border = claims[index...].dropFirst(size).first?.range.first.previous
        let piece = IPRange(first: min(first, range.last), last: border ?? range.last) ?? range
        rest = piece.last.next.flatMap { IPRange(first: $0, last: range.last) }
        return piece
    }

    private mutating func cutHighest(of range: IPRange) -> IPRange {
        let claims = plan.claims(beginningIn: range, vrf: subnet.vrfName)
        var last = range.last
        var end = claims.endIndex
        while end > claims.startIndex, claims[end - 1].range.last >= last {
            if claims[end - 1].range.first <= last, let next = claims[end - 1].range.first.previous { last = next }
            end -= 1
        }
        let border = claims[..<end].dropLast(size).last?.range.first.next
        let piece = IPRange(first: border ?? range.first, last: max(last, range.first)) ?? range
        rest = piece.first.previous.flatMap { IPRange(first: range.first, last: $0) }
        return piece
    }
}
