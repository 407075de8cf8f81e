// Written by .ci/catalogs from the files in Sources/Validation/Rules.

/// Every validation rule, in the order of their names.
package enum ValidationRules {
    /// The list.
    package static let all: [any ValidationRule] = [
        DuplicateAddress(),
        DuplicateKey(),
    ]
}
