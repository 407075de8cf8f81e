import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
    /// One result of all elements: each is worked on by one of several threads, and what comes of it is added in order.
    ///
    /// What has been added is let go at once, so that no more is held than what still waits for an earlier element.
    /// - Parameters:
    ///   - workers: how many threads to use; none is used that would have nothing to do.
    ///   - add: takes in what came of one element; never called by two threads at a time.
    package func concurrentReduce<Result: Sendable, Part: Sendable>(
        into initial: Result, workers: Int, _ transform: @Sendable (Element) -> Part,
        _ add: @Sendable (inout Result, Part) -> Void
    ) -> Result {
        let next = Atomic(0)
        let progress = Mutex((result: initial, added: 0, waiting: [Int: Part]()))
        DispatchQueue.concurrentPerform(iterations: Swift.max(1, Swift.min(workers, count))) { _ in
            while case let place = next.wrappingAdd(1, ordering: .relaxed).oldValue, place < count {
                let part = transform(self[startIndex + place])
                progress.withLock { progress in
                    progress.waiting[place] = part
                    while let ready = progress.waiting.removeValue(forKey: progress.added) {
                        add(&progress.result, ready)
                        progress.added += 1
                    }
                }
            }
        }
        return progress.withLock(\.result)
    }

    /// The results for all elements in order, worked out on several threads.
    package func concurrentMap<Result: Sendable>(
        workers: Int, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        concurrentReduce(into: [], workers: workers, transform) { $0.append($1) }
    }
}
