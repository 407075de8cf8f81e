/// Numbers with their nouns.
package enum Plural {
    /// `1 file`, `2 files`, `0 files`; a noun that does not just take an s brings its plural along.
    package static func count(_ number: Int, of noun: String, plural: String? = nil) -> String {
        number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
    }
}
