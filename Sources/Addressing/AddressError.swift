/// Why a text is not an address, prefix, range, MAC address or domain name, in words that a message can end with.
package struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as a clause without a full stop: `octet '010' has a leading zero`.
    package let reason: String
    /// The text that was probably meant, when there is exactly one.
    package let suggestion: String?

    /// Makes an error from its reason and, where there is one, the likely intention.
    package init(_ reason: String, suggestion: String? = nil) {
        self.reason = reason
        self.suggestion = suggestion
    }

    package var description: String { reason }
}
