import Addressing

/// Zones as BIND's configuration names them, to be included in `named.conf`.
package enum ServerConfiguration {
    /// The name of the file.
    package static let fileName = "named.conf"

    /// What its text begins with.
    package static let mark = "// ipam: "

    /// A statement a zone; the files are relative to the `directory` option of the server.
    package static func text(_ zones: [ZoneContent]) -> String {
        let head =
            mark + "written from the inventory, do not edit; names of files are relative to `directory`\n"
        return zones.reduce(into: head) { text, zone in
            let name = zone.name.isRoot ? "." : String(zone.name.description.dropLast())
            text += "zone \"\(name)\" { type primary; file \"\(ZoneFile.name(of: zone.name))\"; };\n"
        }
    }
}
