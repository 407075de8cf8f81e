// Written by .ci/catalogs from the files in Sources/Validation/Rules.

/// Every validation rule, in the order of their names.
package enum ValidationRules {
    /// The list.
    package static let all: [any ValidationRule] = [
        AddressInDHCPPool(),
        AddressInReservation(),
        AddressInReservedPool(),
        AddressOutsideSubnets(),
        AmbiguousVRF(),
        DuplicateAddress(),
        DuplicateDHCPID(),
        DuplicateKey(),
        DuplicateMAC(),
        DuplicateName(),
        DuplicateSubnet(),
        ExpiredWaiver(),
        FileLimit(),
        GatewayOutsideSubnet(),
        InvalidAddress(),
        InvalidHostname(),
        InvalidMAC(),
        InvalidPrefix(),
        InvalidRange(),
        MissingKey(),
        NetworkOrBroadcastAddress(),
        OverlappingPools(),
        OverlappingSubnets(),
        PoolOutsideSubnet(),
        SpecialPurposeAddress(),
        UnknownKey(),
        UnknownRule(),
        UnknownSite(),
        UnknownVRF(),
        UnknownZone(),
        UnsafeFile(),
        VLANConflict(),
        WaiverTooLong(),
        WrongType(),
        YAMLFeature(),
        YAMLSyntaxFault(),
    ]
}
