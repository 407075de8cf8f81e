import Addressing
import Chronology
import Findings
import InventoryModel
import Observations
import Reports
import Workflows

/// What is known about addresses, for people: one in full, several as a table.
struct AddressText {
    let now: Timestamp

    func text(_ outcome: ShowWorkflow.Outcome) -> String {
        if outcome.isSingle { return outcome.addresses.map(full).joined(separator: "\n") }
        guard !outcome.addresses.isEmpty else { return "nothing is claimed, leased or in use there\n" }
        var table = TextTable(["ADDRESS", "VERDICT", "DECLARED", "SEEN", "NAME", "WHY"].map { .init($0) })
        for view in outcome.addresses {
            table.add([
                title(view), view.verdict.rawValue,
                view.declarations.map(\.name).joined(separator: ", ").orDash,
                view.observed.max { $0.latest.at < $1.latest.at }.map { "\($0.latest.verdict) \(age($0.latest.at))" }
                    ?? "-",
                view.names.first ?? "-",
                view.findings.filter { $0.waiver == nil }.map(\.rule.name).joined(separator: ", ").orDash,
            ])
        }
        return table.text()
    }

    private func full(_ view: AddressView) -> String {
        let parts: [(String, [String])] = [
            ("verdict", [view.verdict.rawValue]),
            ("finding", view.findings.map(finding)),
            ("declared", view.declarations.isEmpty ? ["by nobody"] : view.declarations.map(declaration)),
            ("subnet", [view.network.map(network) ?? "none"]),
            ("dns", view.names + (view.pointer.map { ["PTR \($0)"] } ?? [])),
            ("dhcp", (view.reservedFor.map { ["kept for \($0)"] } ?? []) + view.leases.map(lease)),
            ("observed", view.observed.isEmpty ? ["never"] : view.observed.map { state($0, view.vendors) }),
            ("service", view.observed.flatMap(\.latest.services).map(service)),
        ]
        let lines = parts.flatMap { label, texts in
            texts.enumerated().map { index, text in
                let head = index == 0 ? label : ""
                return "  \(head)" + String(repeating: " ", count: 10 - head.count) + TerminalText.escaped(text)
            }
        }
        return ([TerminalText.escaped(title(view))] + lines).joined(separator: "\n") + "\n"
    }

    private func title(_ view: AddressView) -> String {
        Subject(.address, view.address, vrf: view.vrf).id
    }

    private func finding(_ finding: Finding) -> String {
        let waiver = finding.waiver.map { " (waived until \($0.expires))" } ?? ""
        return "\(finding.severity): \(finding.message) [\(finding.rule)]\(waiver)"
    }

    private func declaration(_ declaration: AddressView.Declaration) -> String {
        let details = [
            declaration.status?.rawValue, declaration.interface.map { "interface \($0)" },
            declaration.mac?.description, declaration.role.map { "shared as \($0)" },
            declaration.expires.map { "until \($0)" },
        ].compactMap(\.self)
        let clause = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
        return "\(declaration.kind) \(declaration.name)\(clause), \(place(declaration.place))"
    }

    private func network(_ network: AddressView.Network) -> String {
        let details = [
            network.subnet.name?.value, network.subnet.site.map { "site \($0.value)" },
            network.subnet.vlan.map { "vlan \($0.value)" },
            network.pool.map { "\($0.purpose.rawValue) pool \($0.name.value)" },
        ].compactMap(\.self)
        return ([network.subnet.prefix.value.description] + details + [place(network.place)]).joined(separator: ", ")
    }

    private func lease(_ lease: DHCPLease) -> String {
        let holder = [lease.mac?.description, lease.name].compactMap(\.self).joined(separator: " ")
        let end = lease.expires.map { "until \($0)" } ?? "for ever"
        return "leased to \(holder.isEmpty ? "somebody" : holder) \(end), \(lease.tool) at \(lease.vantage)"
    }

    private func state(_ state: AddressState, _ vendors: [MACAddress: String]) -> String {
        func station(_ mac: MACAddress) -> String { vendors[mac].map { "\(mac) (\($0))" } ?? "\(mac)" }
        let evidence = state.latest.evidence.map { "\($0.probe): \($0.outcome)" }.joined(separator: "; ")
        let details = [
            evidence.isEmpty ? nil : evidence,
            state.latest.mac.map {
                "mac " + ([$0] + state.latest.rivals).map(station).joined(separator: " and ")
            },
            state.latest.name.map { "name \($0)" },
            state.latest.verdict == .alive ? nil : state.lastSeen.map { "last seen \(age($0))" },
            state.firstSeen.map { "first seen \(age($0))" },
        ].compactMap(\.self)
        return "\(state.latest.verdict) \(age(state.latest.at)) from \(state.vantage)"
            + (details.isEmpty ? "" : ", " + details.joined(separator: ", "))
    }

    private func service(_ service: ObservedService) -> String {
        [service.port, service.state, service.product].compactMap(\.self).joined(separator: " ")
    }

    private func place(_ location: SourceLocation) -> String {
        "\(location.path):\(location.line):\(location.column)"
    }

    private func age(_ moment: Timestamp) -> String {
        let span = now.since(moment)
        return span.seconds < 0 ? "at \(moment)" : "\(span.rounded) ago"
    }
}

extension String {
    fileprivate var orDash: String { isEmpty ? "-" : self }
}
