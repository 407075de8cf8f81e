// Written by .ci/catalogs from the files in Sources/Drift/Rules.

/// Every drift rule, in the order of their names.
package enum DriftRules {
    /// The list.
    package static let all: [any DriftRule] = [
        DNSRecordDifferent(),
        DNSRecordExtra(),
        DNSRecordMissing(),
        DuplicateIP(),
        ExpiredInUse(),
        GatewaySilent(),
        MACMismatch(),
        MACMoved(),
        MissingDevice(),
        MissingService(),
        NameMismatch(),
        NeverScanned(),
        NeverSeen(),
        OutsideInventory(),
        PlannedInUse(),
        PoolFull(),
        PoolNearlyFull(),
        ProxyARPSuspect(),
        ReservedPoolInUse(),
        RetiredInUse(),
        RogueDHCPLease(),
        ScanSuspect(),
        StaleScan(),
        UnclaimedAddress(),
        UnexpectedService(),
    ]
}
