import Addressing

extension Array {
    /// Slices of what is sorted by VRF and address: cut where the VRF changes or addresses lie far apart, so that none
    /// makes us read what it needs not from a large cache.
    func neighbourhoods(_ key: (Element) -> (vrf: String, address: IPAddress)) -> [ArraySlice<Element>] {
        var slices: [ArraySlice<Element>] = []
        var start = startIndex
        guard var previous = first.map(key) else { return [] }
        for index in indices.dropFirst() {
            let next = key(self[index])
            defer { previous = next }
            let isNear =
                previous.vrf == next.vrf && previous.address.family == next.address.family
                && next.address.bits - previous.address.bits <= 1024
            guard !isNear else { continue }
            slices.append(self[start..<index])
            start = index
        }
        slices.append(self[start...])
        return slices
    }
}
