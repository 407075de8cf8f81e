/// The parser's complaints in the words of someone who wants to mend the file.
struct SyntaxWording {
    /// What is wrong.
    let message: String
    /// What to do about it.
    var help: String?
    /// What to say about the place where the parser began on the construct that it could not finish.
    var beginning: String?
    /// Whether that place, and not the one where the parser stopped, is the one to mend.
    var isAboutBeginning = false

    /// The wording of a complaint about the character `byte`.
    static func wording(of complaint: SyntaxComplaint, at byte: UInt8?) -> SyntaxWording {
        let character = byte.map { String(UnicodeScalar($0)) } ?? ""
        switch complaint.problem {
        case "mapping values are not allowed in this context":
            return SyntaxWording(
                message: "a ':' that can belong to no key",
                help: "quote a text that holds ': ', or check the indentation of this line")
        case "could not find expected ':'":
            return SyntaxWording(
                message: "a line without 'key: value' inside a mapping",
                help: "add the ':' and a space behind the key, or indent a continued text deeper",
                isAboutBeginning: true)
        case "did not find expected key":
            return SyntaxWording(
                message: "this is no key of the mapping above it",
                help: "check the indentation, and quotes that end too early", beginning: "the mapping begins here")
        case "did not find expected '-' indicator":
            return SyntaxWording(
                message: "this is no item of the list above it", help: "check the indentation",
                beginning: "the list begins here")
        case "block sequence entries are not allowed in this context":
            return SyntaxWording(
                message: "a '- ' item cannot begin here", help: "put the list on lines of its own below its key")
        case "did not find expected ',' or ']'":
            return SyntaxWording(message: "expected ',' or ']'", beginning: "this '[' is still open")
        case "did not find expected ',' or '}'":
            return SyntaxWording(message: "expected ',' or '}'", beginning: "this '{' is still open")
        case "did not find expected node content":
            return SyntaxWording(message: "a value is missing here")
        case "did not find expected <document start>":
            return SyntaxWording(
                message: "this belongs to nothing above it",
                help: "check the indentation, and quotes that end too early")
        case "found unexpected end of stream", "found unexpected document indicator":
            return SyntaxWording(message: "a quote that is never closed", isAboutBeginning: true)
        case "found unknown escape character":
            return SyntaxWording(
                message: "an unknown escape in double quotes",
                help: "write '\\\\' for a backslash, or use single quotes")
        case "did not find expected alphabetic or numeric character":
            return SyntaxWording(
                message: complaint.context.hasSuffix("alias") ? "a '*' begins an alias" : "a '&' begins an anchor",
                help: "quote a text that begins with it", isAboutBeginning: true)
        case "found character that cannot start any token":
            return SyntaxWording(message: "a text cannot begin with '\(character)'", help: "quote it")
        default:
            let context = complaint.context.isEmpty ? "" : "\(complaint.context), "
            return SyntaxWording(message: "not YAML: \(context)\(complaint.problem)")
        }
    }
}
