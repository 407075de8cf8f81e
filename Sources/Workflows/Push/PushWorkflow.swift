import Addressing
import Changes
import Chronology
import Findings
import InternationalNames
import InventoryModel
import Technitium
import ZoneData

/// Brings the records of a DNS server in line with the inventory.
package enum PushWorkflow {
    /// A plan that is ready to be shown, and to be carried out.
    package struct Prepared: Sendable {
        private let push: Push
        private let plan: PushPlan
        private let token: AccessToken
        private let allowedRemovals: Int?
        private let limits: SafetyLimits
        /// What is to change and what is in the way, for people.
        package let text: String
        private let location: ServerLocation

        fileprivate init(
            _ push: Push, _ plan: PushPlan, _ options: PushOptions, _ limits: SafetyLimits, token: AccessToken,
            location: ServerLocation
        ) {
            self.push = push
            self.plan = plan
            self.token = token
            self.limits = limits
            allowedRemovals = options.allowedRemovals
            self.location = location
            text = PushText(plan, to: location).lines { token.redacted($0) }
        }

        /// Whether the server has all that it should.
        package var isInLine: Bool { plan.isEmpty && plan.complaints.isEmpty }

        /// What is to change and what is in the way, for scripts.
        ///
        /// - Parameter made: how many changes were made; nil if nothing was tried.
        package func report(made: Int?) -> PushReport {
            PushReport(plan, to: location, stops: reasons, made: made) { token.redacted($0) }
        }

        /// The limits that the plan exceeds, one sentence each without a full stop.
        package var reasons: [String] { PushLimits.reasons(plan, limits) }

        /// Carries the plan out, reads back what the server has then, and mends what it did besides.
        ///
        /// - Returns: how many changes were made, and whether all that is declared is there.
        /// - Throws: ``WorkflowError`` if more would be removed than may be, and then nothing is changed; or if the server
        ///   fails, and then nothing further is.
        package func apply() throws(WorkflowError) -> (changes: Int, isWhole: Bool) {
            guard reasons.isEmpty || allowedRemovals == plan.removals else {
                throw WorkflowError(
                    "nothing was changed, since this would remove more than it may:\n"
                        + "\(reasons.joined(separator: "\n"))\nif that is meant, say --allow-removals \(plan.removals)",
                    status: .safetyStop)
            }
            var (next, changes) = (plan, 0)
            for _ in 0..<Self.rounds where !next.isEmpty {
                do {
                    try push.apply(next)
                } catch {
                    throw stopped(
                        after: changes + error.done, of: changes + next.newZones.count + next.steps.count, error.error)
                }
                changes += next.newZones.count + next.steps.count
                next = try readBack(after: changes)
            }
            guard next.isEmpty else { throw differs(next) }
            return (changes, next.complaints.isEmpty)
        }

        /// A server may do more than it was told, such as to delete a PTR record with the address. Such things are mended
        /// in a further round.
        private static let rounds = 3

        private func readBack(after changes: Int) throws(WorkflowError) -> PushPlan {
            let seen: PushPlan
            do {
                seen = try push.plan()
            } catch {
                throw WorkflowError(
                    "\(changes) changes were made, and could not be read back: \(token.redacted(error.message))\n"
                        + "run it again to see what is there")
            }
            // Whatever was to go has gone, within the limits. More than that nobody has seen.
            guard !seen.steps.contains(where: \.isDeletion) else { throw differs(seen) }
            return seen
        }

        private func differs(_ plan: PushPlan) -> WorkflowError {
            WorkflowError(
                "the server took all changes, and has something else: \(plan.newZones.count + plan.steps.count) differences are left\n"
                    + "somebody else may be at work there; run it again to see them")
        }

        private func stopped(after done: Int, of all: Int, _ error: ServerError) -> WorkflowError {
            WorkflowError(
                "stopped after \(done) of \(all) changes: \(token.redacted(error.message))\n"
                    + "nothing further was changed; run it again to go on from there")
        }
    }

    /// Reads the inventory and the server, and plans. Changes nothing.
    ///
    /// - Throws: ``WorkflowError`` if the inventory is broken, or the server does not answer as it should.
    package static func prepare(
        _ options: PushOptions, _ project: Project, in world: World
    ) throws(WorkflowError) -> Prepared {
        let location = try options.location(in: world)
        let token = try options.token(in: world)
        let loaded = try LoadedInventory.load(project, today: world.now().day)
        try loaded.requireSound(for: .names)
        let zones = try chosen(options.zones, of: ZoneSet(loaded.plan).zones)
        do {
            let transport = try CurlTransport(
                to: location, authorities: options.authorities, environment: world.environment)
            let push = Push(
                to: TechnitiumServer(over: transport, token: token, seconds: options.seconds), zones: zones,
                comment: Push.comment(for: loaded.inventory.settings?.name), makesZones: options.makesZones)
            return Prepared(
                push, try push.plan(), options, SafetyLimits(loaded.inventory.settings), token: token,
                location: location)
        } catch {
            throw WorkflowError("nothing was changed: \(token.redacted(error.message))")
        }
    }

    private static func chosen(_ names: [String], of zones: [ZoneContent]) throws(WorkflowError) -> [ZoneContent] {
        guard !zones.isEmpty else {
            throw WorkflowError("the inventory declares no zone with a name server, so there is nothing to push")
        }
        guard !names.isEmpty else { return zones }
        let wanted = Set(names.compactMap { try? DomainName(declared: $0) })
        for name in names {
            guard let domain = try? DomainName(declared: name), zones.contains(where: { $0.name == domain }) else {
                let known = zones.map { $0.name.labels.joined(separator: ".") }
                let hint = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                throw WorkflowError(
                    "the inventory declares no zone '\(name)'; \(hint ?? "there are \(known.joined(separator: ", "))")",
                    status: .usage)
            }
        }
        return zones.filter { wanted.contains($0.name) }
    }
}
