import Reports
import Testing

@Suite("When to use colour")
struct ColourChoiceTests {
    @Test(
        "each rule wins over those below it",
        arguments: [
            (.never, true, ["FORCE_COLOR": "1"], false),
            (.always, false, ["NO_COLOR": "1"], true),
            (.auto, true, ["NO_COLOR": "1", "FORCE_COLOR": "1"], false),
            (.auto, true, ["NO_COLOR": ""], true),
            (.auto, false, ["FORCE_COLOR": "1", "TERM": "dumb"], true),
            (.auto, false, ["CLICOLOR_FORCE": "1"], true),
            (.auto, false, ["FORCE_COLOR": "0"], false),
            (.auto, false, ["CLICOLOR_FORCE": "0"], false),
            (.auto, true, ["TERM": "dumb"], false),
            (.auto, false, ["TERM": "dumb", "CI": "true", "GITHUB_ACTIONS": "true"], false),
            (.auto, true, [:], true),
            (.auto, false, [:], false),
            (.auto, false, ["CI": "true"], false),
            (.auto, false, ["CI": "true", "GITHUB_ACTIONS": "true"], true),
            (.auto, false, ["CI": "true", "GITLAB_CI": "true"], true),
        ] as [(ColourChoice, Bool, [String: String], Bool)])
    func order(choice: ColourChoice, isTerminal: Bool, environment: [String: String], isOn: Bool) {
        #expect(choice.isOn(isTerminal: isTerminal, environment: environment) == isOn)
    }
}
