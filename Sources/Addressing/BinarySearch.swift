extension RandomAccessCollection where Index == Int {
    /// The first index whose element fails `isBefore`, in an array in which those that pass it all stand first.
    package func partitionIndex(where isBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
