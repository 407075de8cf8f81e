// Written by .ci/catalogs from the files in Sources/Imports/Formats.

/// Every import format, in the order of their names.
package enum ImportFormats {
    /// The list.
    package static let all: [any ImportFormat] = [
        CSVImport(),
        DnsmasqImport(),
        HostsImport(),
        InfobloxImport(),
        JSONImport(),
        KeaImport(),
        NetBoxImport(),
        NmapImport(),
        PHPIPAMImport(),
    ]
}
