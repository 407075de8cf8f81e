/// What a client has to know of a service before it connects (RFC 9460).
extension OctetReader {
    private enum Key {
        static let mandatory = 0
        static let protocols = 1
        static let noDefaultProtocol = 2
        static let port = 3
        static let hintsIPv4 = 4
        static let encryptedHello = 5
        static let hintsIPv6 = 6
        static let pathOfDNS = 7
        static let obliviousHTTP = 8
        static let invalid = 65_535
    }

    /// Parameters, if any, to the end: in the order of their keys, none twice (RFC 9460, 2.2).
    mutating func serviceParameters() -> Bool {
        var keys: [Int] = []
        var mandatory: [Int] = []
        while let key = number() {
            guard key > keys.last ?? -1, key != Key.invalid, let length = number(), let value = part(length) else {
                return false
            }
            keys.append(key)
            var reader = OctetReader(value)
            if key == Key.mandatory {
                guard let numbers = reader.increasingNumbers() else { return false }
                mandatory = numbers
            } else if !reader.holdsValue(of: key) {
                return false
            }
        }
        // The list of what a client must understand names itself never, and nothing that is not there (RFC 9460, 8).
        return isAtEnd && mandatory.allSatisfy { $0 != Key.mandatory && keys.contains($0) }
            && (!keys.contains(Key.noDefaultProtocol) || keys.contains(Key.protocols))
    }

    private mutating func increasingNumbers() -> [Int]? {
        var numbers: [Int] = []
        while let number = number() {
            guard number > numbers.last ?? -1 else { return nil }
            numbers.append(number)
        }
        return isAtEnd && !numbers.isEmpty ? numbers : nil
    }

    /// Whether all of this is a value of a key; that of an unknown one may be anything.
    private mutating func holdsValue(of key: Int) -> Bool {
        let count = remaining
        switch key {
        case Key.protocols: return nonEmptyStrings()
        case Key.noDefaultProtocol, Key.obliviousHTTP: return isAtEnd
        case Key.port: return count == 2
        case Key.hintsIPv4: return count > 0 && count.isMultiple(of: 4)
        case Key.hintsIPv6: return count > 0 && count.isMultiple(of: 16)
        case Key.encryptedHello: return count > 0
        case Key.pathOfDNS: return pathTemplate()
        default: return true
        }
    }

    private mutating func nonEmptyStrings() -> Bool {
        repeat {
            guard string(atLeast: 1) else { return false }
        } while !isAtEnd
        return true
    }

    /// A path with a place for the question, such as `/dns-query{?dns}` (RFC 9461, 5; RFC 6570).
    private mutating func pathTemplate() -> Bool {
        guard let octets = part(remaining), let path = String(validating: octets, as: UTF8.self), path.first == "/"
        else { return false }
        let expressions = path.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
        return expressions.allSatisfy { $0.contains("}") && $0.first != "}" }
            && expressions.contains { Self.variables(of: $0).contains("dns") }
    }

    /// The names in an expression, whose opening brace has been taken off.
    private static func variables(of expression: Substring) -> [Substring] {
        expression.prefix { $0 != "}" }.drop { "+#./;?&".contains($0) }.split(separator: ",").map { variable in
            variable.prefix { $0 != ":" && $0 != "*" }
        }
    }
}
