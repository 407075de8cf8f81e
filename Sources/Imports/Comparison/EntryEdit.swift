package import Edits

/// A difference between what an entry of an inventory file says and what it is to say.
package struct EntryEdit: Sendable {
    /// A step from a value to a part of it.
    package enum Step: Hashable, Sendable {
        /// To what stands under a key.
        case key(String)
        /// To an item of a list, counted from 0.
        case item(Int)
    }

    /// What becomes of the value at the end of the path.
    package enum Action: Sendable {
        /// A key of it gets a value.
        case set(key: String, YAMLValue)
        /// The list under a key of it gets more items.
        case add([YAMLValue], list: String)
        /// It becomes another value.
        case replace(YAMLValue)
    }

    /// From the entry to the value that changes.
    package let path: [Step]
    /// How it changes.
    package let action: Action
}
