import Addressing
import Foundation
import ZoneData

extension RecordData {
    /// The fields by which the API tells one record from the others of its name and type.
    ///
    /// - Parameter new: what it is to say from now on; nil if it only is to be named.
    func fields(becoming new: RecordData? = nil) -> Form {
        switch self {
        case .address(let address):
            var form: Form = ["ipAddress": "\(address)"]
            if case .address(let next)? = new { form.append(["newIpAddress": "\(next)"]) }
            return form
        case .ns(let host): return pair("nameServer", "newNameServer", host, new?.host)
        case .ptr(let name):
            if case .ptr(let next)? = new { return pair("ptrName", "newPtrName", name, next) }
            return pair("ptrName", "newPtrName", name, nil)
        case .cname(let target):
            // There is only one: it is not told by what it says, but given what it is to say.
            if case .cname(let next)? = new { return ["cname": next.wire] }
            return ["cname": target.wire]
        case .mx(let preference, let exchange):
            var form: Form = ["preference": "\(preference)", "exchange": exchange.wire]
            if case .mx(let nextPreference, let next)? = new {
                form.append(["newPreference": "\(nextPreference)", "newExchange": next.wire])
            }
            return form
        case .srv(let priority, let weight, let port, let target):
            var form: Form = [
                "priority": "\(priority)", "weight": "\(weight)", "port": "\(port)", "target": target.wire,
            ]
            if case .srv(let priority, let weight, let port, let target)? = new {
                form.append([
                    "newPriority": "\(priority)", "newWeight": "\(weight)", "newPort": "\(port)",
                    "newTarget": target.wire,
                ])
            }
            return form
        case .txt(let texts):
            var form: Form = ["characterStringsBase64": texts.base64]
            if case .txt(let next)? = new { form.append(["newCharacterStringsBase64": next.base64]) }
            return form
        case .caa(let flags, let tag, let value):
            var form: Form = ["flags": "\(flags)", "tag": tag, "value": value.text]
            if case .caa(let flags, let tag, let value)? = new {
                form.append(["newFlags": "\(flags)", "newTag": tag, "newValue": value.text])
            }
            return form
        case .sshfp(let algorithm, let type, let fingerprint):
            var form = Self.sshFields(algorithm, type, fingerprint, prefix: "sshfp")
            if case .sshfp(let algorithm, let type, let fingerprint)? = new {
                form.append(Self.sshFields(algorithm, type, fingerprint, prefix: "newSshfp"))
            }
            return form
        case .opaque(_, let data):
            var form: Form = ["rdata": data.hex]
            if case .opaque(_, let next)? = new { form.append(["newRData": next.hex]) }
            return form
        }
    }

    private func pair(_ key: String, _ newKey: String, _ old: DomainName, _ new: DomainName?) -> Form {
        new.map { [key: old.wire, newKey: $0.wire] } ?? [key: old.wire]
    }

    private static func sshFields(_ algorithm: UInt8, _ type: UInt8, _ fingerprint: Octets, prefix: String) -> Form {
        [
            "\(prefix)Algorithm": SSHWords.algorithms.word(for: algorithm),
            "\(prefix)FingerprintType": SSHWords.fingerprints.word(for: type),
            "\(prefix)Fingerprint": fingerprint.hex,
        ]
    }

    /// Whether the API takes such data as it is: of types without a name those for private use (RFC 6895, 3.1). The
    /// others have names and fields of their own there.
    var canBePushed: Bool {
        switch self {
        case .opaque(let type, _): (65280...65534).contains(type)
        case .caa(_, _, let value): value.isText
        default: true
        }
    }
}

extension RecordType {
    /// The type as the API has it: a word, or the number alone.
    var technitiumName: String {
        if case .other(let number) = self { return "\(number)" }
        return description
    }
}

extension CharacterStrings {
    /// Each string in Base64, with commas between them.
    fileprivate var base64: String { strings.map { Data($0.bytes).base64EncodedString() }.joined(separator: ",") }
}

extension Octets {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
    fileprivate var isText: Bool { Array(text.utf8) == bytes }
}
