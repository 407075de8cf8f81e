// Written by .ci/catalogs from the files in Sources/Exports/Formats.

/// Every export format, in the order of their names.
package enum ExportFormats {
    /// The list.
    package static let all: [any ExportFormat] = [
        AnsibleExport(),
        BINDExport(),
        CSVExport(),
        DnsmasqExport(),
        HostsExport(),
        JSONExport(),
        KeaExport(),
        NetBoxExport(),
        OctoDNSExport(),
        PrometheusExport(),
    ]
}
