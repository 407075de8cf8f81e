/// Numbers with their nouns.
package enum Plural {
    /// `1 file`, `2 files`, `0 files`: for nouns that take an s.
    package static func count(_ number: Int, of noun: String) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
    }
}
