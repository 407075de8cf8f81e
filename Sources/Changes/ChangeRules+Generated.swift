// Written by .ci/catalogs from the files in Sources/Changes/Rules.

/// Every rule about changes, in the order of their names.
package enum ChangeRules {
    /// The list.
    package static let all: [any ChangeRule] = [
        ClaimedAddressInUse(),
        ClaimedElsewhere(),
    ]
}
