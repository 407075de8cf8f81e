// swift-tools-version: 6.2

// Made to measure ipam beside its peers; `compare` runs it all. It sees ipam only as a program, as users do.

import PackageDescription

let package = Package(
    name: "benchmarks",
    targets: [
        .executableTarget(name: "walk", linkerSettings: [.linkedLibrary("yaml")]),
        .executableTarget(name: "make-inventory"),
    ],
    swiftLanguageModes: [.v6]
)
