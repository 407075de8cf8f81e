package import Findings

/// A difference between inventory and network.
package protocol DriftRule: Rule {
    /// Reports every such difference.
    func check(_ context: inout DriftContext)
}
