package import Addressing
package import Chronology
import Findings
package import Observations

/// How one subnet is scanned once everything it inherits is counted in.
package struct EffectiveScan: Sendable {
    /// Whether to scan it; false anywhere above holds.
    package let isEnabled: Bool
    /// How often; the nearest that says so.
    package let every: TimeSpan
    /// The most probes a second that any level allows.
    package let rate: Int
    /// Ways of probing; the nearest list that says so.
    package let probes: [ProbeName]
    /// Addresses never to probe, over all levels.
    package let exclude: AddressSet

    /// What holds where nothing is said.
    package static let defaultEvery = TimeSpan.hours(1)
    /// What holds where nothing is said.
    package static let defaultRate = 1000
    /// What holds where nothing is said.
    package static let defaultProbes: [ProbeName] = [.icmp]
}

/// How the drift of one subnet is judged once everything it inherits is counted in.
package struct EffectiveDrift: Sendable {
    /// What becomes of drift.
    package let mode: DriftMode
    /// How long a device may be silent before it is missing.
    package let missingAfter: TimeSpan
    /// How old the last complete scan may be.
    package let staleAfter: TimeSpan

    /// What holds where nothing is said.
    package static let defaultMissingAfter = TimeSpan.days(7)
    /// What holds where nothing is said.
    package static let defaultStaleAfter = TimeSpan.days(2)
}

extension AddressPlan {
    /// How a subnet is scanned, settings and enclosing subnets counted in.
    package func effectiveScan(of subnet: Subnet) -> EffectiveScan {
        let levels =
            [inventory.settings?.scan] + subnets(covering: subnet.prefix.value, vrf: subnet.vrfName).map(\.scan)
        let said = levels.compactMap(\.self)
        return EffectiveScan(
            isEnabled: said.allSatisfy { $0.enabled != false },
            every: said.last { $0.every != nil }?.every ?? EffectiveScan.defaultEvery,
            rate: said.compactMap(\.rate?.value).min() ?? EffectiveScan.defaultRate,
            probes: said.last { !$0.probes.isEmpty }?.probes ?? EffectiveScan.defaultProbes,
            exclude: AddressSet(said.flatMap(\.exclude).map(\.value))
        )
    }

    /// How a subnet's drift is judged, settings and enclosing subnets counted in.
    package func effectiveDrift(of subnet: Subnet) -> EffectiveDrift {
        effectiveDrift(along: subnets(covering: subnet.prefix.value, vrf: subnet.vrfName).map(\.drift))
    }

    /// How drift is judged where no subnet is declared: as the settings say.
    package var effectiveDriftOutsideSubnets: EffectiveDrift { effectiveDrift(along: []) }

    private func effectiveDrift(along levels: [DriftPolicy?]) -> EffectiveDrift {
        let said = ([inventory.settings?.drift] + levels).compactMap(\.self)
        return EffectiveDrift(
            mode: said.last { $0.mode != nil }?.mode ?? .report,
            missingAfter: said.last { $0.missingAfter != nil }?.missingAfter ?? EffectiveDrift.defaultMissingAfter,
            staleAfter: said.last { $0.staleAfter != nil }?.staleAfter ?? EffectiveDrift.defaultStaleAfter
        )
    }
}
