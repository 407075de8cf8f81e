import InventoryModel

extension ValidationContext {
    /// The nearest way out for an address that somebody else has: one that nobody has.
    ///
    /// - Returns: nil if none is free there.
    func freeAddressHelp(_ free: inout FreeAddresses, near claim: Claim) -> String? {
        free.next(near: claim.address, vrf: claim.vrf).map { "\($0) is free" }
    }
}
