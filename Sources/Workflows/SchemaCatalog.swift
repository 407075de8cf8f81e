import Allocation
import ChangeReports
import Exports
import InventoryModel
package import JSONShapes
import Listings
import Reports
import Storage

/// The JSON Schemas of everything that is read or printed, each made from the declarations that read or print it.
package enum SchemaCatalog {
    private static let schemas: [(name: String, document: @Sendable () -> JSON)] = [
        ("addresses", { ExportSchemas.addresses }),
        ("cache-status", { CacheStatus.shape.schema.document(title: "ipam cache status") }),
        ("doctor", { DoctorReport.shape.schema.document(title: "ipam doctor") }),
        ("drift", { ReportSchemas.drift }),
        ("findings", { ReportSchemas.findings }),
        ("history", { AddressHistory.shape.schema.document(title: "ipam history") }),
        ("import", { ImportOutcome.shape.schema.document(title: "ipam import") }),
        ("inventory", { InventorySchema.document }),
        ("list-addresses", { ListKind.addresses.schema }),
        ("list-devices", { ListKind.devices.schema }),
        ("list-pools", { ListKind.pools.schema }),
        ("list-subnets", { ListKind.subnets.schema }),
        ("next-addresses", { AddressOffer.shape.schema.document(title: "Addresses of ipam next") }),
        ("next-prefixes", { PrefixOffer.shape.schema.document(title: "Prefixes of ipam next") }),
        ("plan", { ChangeReportSchema.document }),
        ("push", { PushReport.shape.schema.document(title: "ipam push") }),
        ("rules", { JSONSchema.array(of: RuleCatalog.shape.schema).document(title: "ipam rules") }),
        ("show", { ShowWorkflow.Outcome.shape.schema.document(title: "ipam show") }),
        ("status", { StatusReport.shape.schema.document(title: "ipam status") }),
    ]

    /// The names of the schemas, sorted.
    package static var names: [String] { schemas.map(\.name) }

    /// A schema as a draft-07 document.
    package static func schema(named name: String) -> JSON? {
        schemas.first { $0.name == name }?.document()
    }

    /// Writes every schema as `NAME.schema.json` into a directory, or only compares.
    ///
    /// - Throws: ``WorkflowError`` if a file cannot be read or written.
    package static func write(
        to directory: String, of project: Project, check: Bool
    ) throws(WorkflowError) -> WrittenFiles {
        let files = schemas.map { OutputFile(path: "\($0.name).schema.json", text: $0.document().text()) }
        return try OutputDirectory(directory, of: project).write(files, check: check)
    }
}
