package import JSONShapes

/// What ipam has to work with on this machine.
package struct DoctorReport: Sendable {
    /// One thing that was looked at.
    package struct Check: Hashable, Sendable {
        /// How well it is.
        package enum Status: String, Sendable, CaseIterable {
            /// As it should be.
            case ok
            /// Something cannot be done without it, and nothing is wrong.
            case absent
            /// Something is wrong.
            case problem
        }

        /// What it belongs to: `versions`, `privileges`, `inventory`, `cache`, `programs`.
        package let area: String
        /// What was looked at.
        package let name: String
        /// How well it is.
        package let status: Status
        /// What was found.
        package let detail: String
        /// What to do, or what it would be good for; nil if nothing is to be done.
        package let remedy: String?

        init(_ area: String, _ name: String, _ status: Status, _ detail: String, remedy: String? = nil) {
            self.area = area
            self.name = name
            self.status = status
            self.detail = detail
            self.remedy = remedy
        }
    }

    /// All that was looked at, by area.
    package let checks: [Check]

    /// Whether something is wrong.
    package var hasProblems: Bool { checks.contains { $0.status == .problem } }

    /// The JSON of `doctor`.
    package static let shape = JSONShape<DoctorReport>(
        "What ipam has to work with on this machine.",
        [
            .init("format_version", .integer().with("const", 1), "The version of this format.") { _ in 1 },
            .init("checks", listOf: check, "All that was looked at.") { $0.checks },
        ])

    private static let check = JSONShape<Check>(
        "One thing that was looked at.",
        [
            .init("area", .string, "What it belongs to.") { .string($0.area) },
            .init("name", .string, "What it is.") { .string($0.name) },
            .init("status", .oneOf(Check.Status.allCases.map(\.rawValue)), "How well it is.") {
                .string($0.status.rawValue)
            },
            .init("detail", .string, "What was found.") { .string($0.detail) },
            .init("remedy", .nullable(.string), "What to do, or what it would be good for.") { JSON($0.remedy) },
        ])
}
