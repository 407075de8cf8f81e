/// When to use colour.
package enum ColourChoice: String, CaseIterable, Sendable {
    case auto, always, never

    /// Whether a stream gets colour, in the order that users of other programs expect: the option, `NO_COLOR`,
    /// `FORCE_COLOR` and `CLICOLOR_FORCE`, a dumb terminal, whether it is a terminal at all, a CI system that shows
    /// colours in its log.
    package func isOn(isTerminal: Bool, environment: [String: String]) -> Bool {
        func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        func isForced(_ name: String) -> Bool { isSet(name) && environment[name] != "0" }
        switch self {
        case .always: return true
        case .never: return false
        case .auto:
            if isSet("NO_COLOR") { return false }
            if isForced("FORCE_COLOR") || isForced("CLICOLOR_FORCE") { return true }
            if environment["TERM"] == "dumb" { return false }
            return isTerminal || isSet("CI") && (isSet("GITHUB_ACTIONS") || isSet("GITLAB_CI"))
        }
    }
}
