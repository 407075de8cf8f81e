package import Findings

/// Something about a change that neither inventory shows by itself.
package protocol ChangeRule: Rule {
    /// Reports every breach.
    func check(_ context: inout ChangeContext)
}
