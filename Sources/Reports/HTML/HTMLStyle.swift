/// The look of the HTML report, and the filters that work without a script.
enum HTMLStyle {
    /// The style sheet for a page that lists findings of so many rules.
    static func sheet(rules: Int) -> String {
        look + filters(rules: rules)
    }

    /// A checkbox hides the rows of its severity; a radio button hides the rows of all other rules.
    private static func filters(rules: Int) -> String {
        var sheet = ""
        for severity in ["error", "warning", "note"] {
            sheet += "body:has(#show-\(severity):not(:checked)) tr.\(severity) { display: none }\n"
        }
        for rule in 0..<rules {
            sheet += "body:has(#rule-\(rule):checked) tr.finding:not(.rule-\(rule)) { display: none }\n"
        }
        return sheet
    }

    private static let look = """
        :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #57606a; --line: #d0d7de;
          --shade: #f6f8fa; --error: #b3141d; --warning: #7d5200; --note: #0a5ec2 }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --paper: #0d1117; --soft: #9198a1; --line: #3d444d; --shade: #161b22;
            --error: #ff8b86; --warning: #e3b341; --note: #79b8ff }
        }
        body { margin: 0 auto; max-width: 90rem; padding: 1rem; color: var(--ink); background: var(--paper);
          font: 1rem/1.5 system-ui, sans-serif }
        h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
        code, pre { font: .9em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap }
        pre { margin: .25rem 0; padding: .25rem .5rem; background: var(--shade) }
        fieldset { border: 1px solid var(--line); margin: 1rem 0; padding: .25rem .75rem }
        label { display: inline-block; margin-right: 1rem }
        :focus-visible { outline: 2px solid var(--note); outline-offset: 2px }
        table { width: 100%; border-collapse: collapse }
        caption { text-align: left; color: var(--soft) }
        th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
        thead th { background: var(--shade) }
        tr.error .severity { color: var(--error) } tr.warning .severity { color: var(--warning) }
        tr.note .severity { color: var(--note) } .severity { font-weight: 600 }
        tr.waived { opacity: .75 } td ul { margin: .25rem 0; padding-left: 1.25rem; color: var(--soft) }
        dt { font-weight: 600; margin-top: .75rem } dd { margin: 0 }

        """
}
