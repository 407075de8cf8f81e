/// A role that lets several claimants share an address, in NetBox's words.
package enum SharedRole: String, InventoryWord {
    case vip, anycast, vrrp, hsrp, glbp, carp
}
