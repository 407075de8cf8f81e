/// Where workflows take ipam from: a repository on the same forge, at a commit, tag or branch.
package struct ToolSource: Hashable, Sendable {
    let repository: String
    let revision: String

    init(repository: String, revision: String) {
        self.repository = repository
        self.revision = revision
    }

    /// Parses `OWNER/NAME@COMMIT`; nil for anything that could mean something else inside a workflow.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let names = parts.first?.split(separator: "/", omittingEmptySubsequences: false) ?? []
        let words = names + parts.dropFirst().flatMap { $0.split(separator: "/", omittingEmptySubsequences: false) }
        guard parts.count == 2, names.count == 2, words.allSatisfy(Self.isWord) else { return nil }
        repository = String(parts[0])
        revision = String(parts[1])
    }

    private static func isWord(_ part: Substring) -> Bool {
        !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
    }

    /// A workflow with this source in place of the placeholder.
    func filled(into bytes: [UInt8]) -> String {
        let placeholder = StarterFiles.placeholder
        return String(decoding: bytes, as: UTF8.self)
            .replacing(placeholder.repository, with: repository)
            .replacing("@\(placeholder.revision)", with: "@\(revision)")
    }
}
