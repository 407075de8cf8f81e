import Addressing
import InternationalNames

/// The comment behind a record that says what its names are in letters beyond ASCII.
///
/// What stands in it are letters, marks and digits only, since nothing else makes a label: it ends no line.
struct InternationalComment {
    /// The comment with the blank in front of it.
    let text: String

    /// Nil for a record whose names are all that they seem.
    init?(_ record: ResourceRecord) {
        let owner = record.owner.international
        let target = record.data.target?.international
        guard owner != nil || target != nil else { return nil }
        let names = [owner, owner == target ? nil : target].compactMap(\.self)
        text = " ; " + names.joined(separator: ", ")
    }
}
