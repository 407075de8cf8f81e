import Addressing
import InternationalNames

extension DomainName {
    /// The name that a text of a file means, if a host may have it; letters beyond ASCII are read as in an inventory.
    init?(ofHost text: String) {
        guard let name = try? DomainName(declared: text), name.isHostname else { return nil }
        self = name
    }
}
