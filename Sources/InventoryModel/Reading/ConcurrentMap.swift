import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// The results for all elements in order, worked out on several threads, each of which takes the next element.
    ///
    /// - Parameter workers: how many threads to use; none is used that would have nothing to do.
    package func concurrentMap<Result: Sendable>(
        workers: Int, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let next = Atomic(0)
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: Swift.max(1, Swift.min(workers, count))) { _ in
            while case let place = next.wrappingAdd(1, ordering: .relaxed).oldValue, place < count {
                let result = transform(self[startIndex + place])
                results.withLock { $0[place] = result }
            }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
