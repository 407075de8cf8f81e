package import Addressing
import Foundation

/// Who makes network hardware, as the IEEE's public lists say that Debian's package `ieee-data` installs.
package struct HardwareVendors: Sendable {
    /// Where the package keeps the lists.
    package static let usualDirectory = "/usr/share/ieee-data"
    /// The lists, by the length of the assignments in them.
    private static let lists = [
        (digits: 9, file: "oui36.csv"), (digits: 7, file: "mam.csv"), (digits: 6, file: "oui.csv"),
    ]

    private var names: [String: String] = [:]

    /// Reads what the lists in a directory say about some hardware addresses; a list that is not there says nothing.
    package init(of addresses: Set<MACAddress>, directory: String = usualDirectory) {
        // An address that was made up here has no maker (IEEE 802, 8.4).
        let digits = addresses.filter { !$0.isLocal }.map(\.hexadecimal)
        guard !digits.isEmpty else { return }
        for list in Self.lists {
            let wanted = Set(digits.map { $0.prefix(list.digits) })
            guard let data = FileManager.default.contents(atPath: "\(directory)/\(list.file)") else { continue }
            for line in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline) {
                let fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
                guard fields.count == 3, wanted.contains(fields[1]) else { continue }
                names[String(fields[1])] = Self.firstField(of: fields[2])
            }
        }
    }

    /// Who made an address; nil if no list says so.
    package func vendor(of address: MACAddress) -> String? {
        let digits = address.hexadecimal
        return Self.lists.lazy.compactMap { names[String(digits.prefix($0.digits))] }.first
    }

    /// The text up to the next comma, which counts only outside quotes (RFC 4180).
    private static func firstField(of text: Substring) -> String {
        guard text.first == "\"" else { return String(text.prefix { $0 != "," }) }
        let parts = text.dropFirst().split(separator: "\"\"", omittingEmptySubsequences: false)
        var field: [Substring] = []
        for part in parts {
            let end = part.firstIndex(of: "\"")
            field.append(part[..<(end ?? part.endIndex)])
            if end != nil { break }
        }
        return field.joined(separator: "\"")
    }
}

extension MACAddress {
    /// Whether whoever runs the network made the address up, and no vendor.
    fileprivate var isLocal: Bool { bytes.first.map { $0 & 2 != 0 } ?? false }

    /// The twelve digits, in upper case.
    fileprivate var hexadecimal: String { description.replacing(":", with: "").uppercased() }
}
