// swift-tools-version: 6.2

// The architecture, enforced: targets stand in the order in which data flows, and each depends only on
// targets above it. `swift build --explicit-target-dependency-import-check error` refuses any other import.

import PackageDescription

let package = Package(
    name: "ipam",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ipam", targets: ["ipam"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Values that everything speaks in.
        .target(name: "Chronology"),
        .target(name: "Addressing"),
        .target(name: "InternationalNames", dependencies: ["Addressing"]),
        .target(name: "JSONShapes"),
        .target(name: "Findings", dependencies: ["Addressing", "Chronology", "JSONShapes"]),
        .target(name: "Observations", dependencies: ["Addressing", "Chronology", "JSONShapes"]),

        // Files: text in, text out, and nothing half written.
        .target(name: "FileStore"),
        .target(name: "ChildProcesses"),
        .target(name: "GitObjects", dependencies: ["ChildProcesses", "FileStore"]),

        // YAML in.
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "YAMLSyntax", dependencies: ["CLibYAML", "Findings"]),
        .target(
            name: "InventoryModel",
            dependencies: [
                "Addressing", "Chronology", "Findings", "InternationalNames", "JSONShapes", "Observations",
                "YAMLSyntax",
            ]
        ),
        .target(name: "Formatting", dependencies: ["Findings", "InventoryModel", "JSONShapes", "YAMLSyntax"]),
        .target(
            name: "ZoneData",
            dependencies: ["Addressing", "Chronology", "Findings", "InternationalNames", "InventoryModel"]),
        .target(
            name: "Validation",
            dependencies: ["Addressing", "Chronology", "Findings", "InternationalNames", "InventoryModel", "ZoneData"]
        ),
        .target(name: "Technitium", dependencies: ["Addressing", "ChildProcesses", "ZoneData"]),

        // The network in.
        .target(name: "CLinuxSockets"),
        .target(name: "Packets", dependencies: ["Addressing"]),
        .target(name: "ServedZones", dependencies: ["Addressing", "Packets", "ZoneData"]),
        .target(
            name: "Scanning",
            dependencies: ["Addressing", "Chronology", "CLinuxSockets", "Observations", "Packets"]
        ),
        .target(name: "Intake", dependencies: ["Addressing", "Chronology", "Observations"]),
        .target(
            name: "Storage",
            dependencies: [
                "Addressing", "Chronology", "JSONShapes", "Observations", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),

        // What the two say about each other.
        .target(
            name: "Drift",
            dependencies: [
                "Addressing", "Chronology", "Findings", "InternationalNames", "InventoryModel", "Observations",
                "ServedZones", "ZoneData",
            ]
        ),
        .target(
            name: "Changes",
            dependencies: ["Addressing", "Chronology", "Findings", "InventoryModel", "Observations", "ZoneData"]
        ),

        .target(
            name: "Allocation",
            dependencies: ["Addressing", "Chronology", "Findings", "InventoryModel", "JSONShapes", "Observations"]
        ),

        .target(
            name: "Edits", dependencies: ["Addressing", "Findings", "Formatting", "InventoryModel", "YAMLSyntax"]),

        .target(
            name: "Declarations",
            dependencies: ["Addressing", "Edits", "Findings", "InventoryModel", "JSONShapes", "YAMLSyntax"]),

        // Text out.
        .target(name: "Reports", dependencies: ["Addressing", "Chronology", "Findings", "JSONShapes", "Observations"]),
        .target(name: "ChangeReports", dependencies: ["Addressing", "Changes", "Findings", "JSONShapes", "Reports"]),
        .target(
            name: "Exports",
            dependencies: [
                "Addressing", "Chronology", "Declarations", "Findings", "InternationalNames", "InventoryModel",
                "JSONShapes", "Observations", "Reports", "ZoneData",
            ]
        ),

        .target(
            name: "Imports",
            dependencies: [
                "Addressing", "Chronology", "Declarations", "Edits", "Findings", "Intake", "InternationalNames",
                "InventoryModel",
                "Observations", "YAMLSyntax", "ZoneData",
            ]
        ),
        .target(
            name: "Listings",
            dependencies: [
                "Addressing", "Chronology", "Exports", "Findings", "InventoryModel", "JSONShapes", "Observations",
                "Reports", "ZoneData",
            ]
        ),

        // The use cases and their two faces.
        .target(
            name: "Workflows",
            dependencies: [
                "Addressing", "Allocation", "ChangeReports", "Changes", "ChildProcesses", "Chronology", "Drift",
                "Edits",
                "Exports", "FileStore", "Findings", "Formatting", "GitObjects", "Imports", "Intake",
                "InternationalNames", "InventoryModel",
                "JSONShapes", "Listings", "Observations", "Reports", "Scanning", "ServedZones", "Storage", "Technitium",
                "Validation", "YAMLSyntax", "ZoneData",
            ],
            resources: [.embedInCode("Templates")]
        ),
        .target(
            name: "Commands",
            dependencies: [
                "Addressing", "Allocation", "ChangeReports", "Chronology", "Exports", "FileStore", "Findings",
                "Imports", "InventoryModel", "JSONShapes", "Listings", "Observations", "Reports", "Scanning", "Storage",
                "Workflows",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "ipam", dependencies: ["Commands"]),

        // Tests, one target per module; TestSupport first.
        .target(name: "TestSupport", dependencies: ["Chronology"], path: "Tests/TestSupport"),
        .testTarget(name: "ChronologyTests", dependencies: ["Chronology"]),
        .testTarget(name: "AddressingTests", dependencies: ["Addressing", "TestSupport"]),
        .testTarget(
            name: "InternationalNamesTests", dependencies: ["Addressing", "InternationalNames", "TestSupport"]),
        .testTarget(name: "JSONShapesTests", dependencies: ["JSONShapes"]),
        .testTarget(name: "FindingsTests", dependencies: ["Chronology", "Findings", "JSONShapes"]),
        .testTarget(name: "FileStoreTests", dependencies: ["FileStore", "TestSupport"]),
        .testTarget(name: "ChildProcessesTests", dependencies: ["ChildProcesses", "TestSupport"]),
        .testTarget(name: "GitObjectsTests", dependencies: ["FileStore", "GitObjects", "TestSupport"]),
        .testTarget(name: "YAMLSyntaxTests", dependencies: ["Findings", "TestSupport", "YAMLSyntax"]),
        .testTarget(
            name: "InventoryModelTests",
            dependencies: ["Addressing", "Chronology", "Findings", "InventoryModel", "JSONShapes", "TestSupport"]
        ),
        .testTarget(
            name: "FormattingTests",
            dependencies: ["Findings", "Formatting", "TestSupport", "YAMLSyntax"]
        ),
        .testTarget(
            name: "ValidationTests",
            dependencies: [
                "Addressing", "Chronology", "Findings", "InventoryModel", "TestSupport", "Validation", "YAMLSyntax",
                "ZoneData",
            ]
        ),
        .testTarget(name: "PacketsTests", dependencies: ["Addressing", "Packets", "TestSupport"]),
        .testTarget(
            name: "ServedZonesTests",
            dependencies: [
                "Addressing", "Findings", "InventoryModel", "Packets", "ServedZones", "TestSupport", "ZoneData",
            ]
        ),
        .testTarget(
            name: "ScanningTests",
            dependencies: ["Addressing", "Chronology", "Observations", "Packets", "Scanning", "TestSupport"]
        ),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Addressing", "Chronology", "Intake", "Observations", "TestSupport"],
            resources: [.copy("Recordings")]
        ),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Addressing", "Chronology", "JSONShapes", "Observations", "Storage", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "DriftTests",
            dependencies: [
                "Addressing", "Chronology", "Drift", "Findings", "InventoryModel", "Observations", "ServedZones",
                "TestSupport", "ZoneData",
            ]
        ),
        .testTarget(
            name: "ZoneDataTests",
            dependencies: ["Addressing", "Chronology", "Findings", "InventoryModel", "TestSupport", "ZoneData"]
        ),
        .testTarget(
            name: "TechnitiumTests",
            dependencies: [
                "Addressing", "Findings", "InventoryModel", "Technitium", "TestSupport", "ZoneData",
            ]
        ),
        .testTarget(
            name: "ChangesTests",
            dependencies: [
                "Addressing", "Changes", "Chronology", "Findings", "InventoryModel", "Observations", "TestSupport",
            ]
        ),
        .testTarget(
            name: "AllocationTests",
            dependencies: [
                "Addressing", "Allocation", "Chronology", "Findings", "InventoryModel", "Observations", "TestSupport",
            ]
        ),
        .testTarget(
            name: "EditsTests",
            dependencies: ["Edits", "Findings", "Formatting", "InventoryModel", "TestSupport", "YAMLSyntax"]
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Addressing", "Chronology", "Findings", "JSONShapes", "Observations", "Reports", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ChangeReportsTests",
            dependencies: [
                "ChangeReports", "Changes", "Findings", "InventoryModel", "JSONShapes", "Reports", "TestSupport",
            ]
        ),
        .testTarget(
            name: "ExportsTests",
            dependencies: [
                "Addressing", "Chronology", "Exports", "Findings", "InventoryModel", "JSONShapes", "Observations",
                "TestSupport", "ZoneData",
            ]
        ),
        .testTarget(name: "WorkflowsTests", dependencies: ["Addressing", "TestSupport", "Workflows"]),
        .testTarget(
            name: "ImportsTests",
            dependencies: [
                "Addressing", "Chronology", "Exports", "Findings", "Imports", "InventoryModel", "JSONShapes",
                "TestSupport", "ZoneData",
            ]
        ),
        .testTarget(
            name: "Scenarios",
            dependencies: ["TestSupport", "ipam"],
            exclude: ["Cases", "GitHub", "Technitium"]
        ),
        .executableTarget(
            name: "measure-drift",
            dependencies: [
                "Addressing", "Chronology", "Drift", "InventoryModel", "Observations", "Storage", "Workflows",
            ],
            path: "Tests/Benchmarks/MeasureDrift"
        ),
        .executableTarget(
            name: "measure-next",
            dependencies: ["Allocation", "Chronology", "Findings", "InventoryModel", "Observations", "Workflows"],
            path: "Tests/Benchmarks/MeasureNext"
        ),
        .testTarget(name: "Lab", dependencies: ["Addressing", "Observations", "Storage", "TestSupport", "ipam"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .treatWarning("DeprecatedDeclaration", as: .warning),
    ]
}
