// Written by .ci/catalogs from the files in Sources/Drift/Rules.

/// Every drift rule, in the order of their names.
package enum DriftRules {
    /// The list.
    package static let all: [any DriftRule] = [
        ExpiredInUse(),
        GatewaySilent(),
        MACMismatch(),
        MissingDevice(),
        NeverScanned(),
        NeverSeen(),
        OutsideInventory(),
        PlannedInUse(),
        ReservedPoolInUse(),
        RetiredInUse(),
        StaleScan(),
        UnclaimedAddress(),
    ]
}
