import Edits

/// A value of any kind in JSON, as what it says in an inventory file. What is null is not said.
struct DeclaredJSON: Decodable {
    let value: YAMLValue?

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let text = try? single.decode(String.self) {
            value = .text(text)
        } else if let members = try? single.decode([String: DeclaredJSON].self) {
            value = .mapping(members.compactMap { key, member in member.value.map { .init(key, $0) } })
        } else if let elements = try? single.decode([DeclaredJSON].self) {
            value = .list(elements.compactMap(\.value))
        } else if let flag = try? single.decode(Bool.self) {
            value = .flag(flag)
        } else if let number = try? single.decode(Int.self) {
            value = .number(number)
        } else {
            value = single.decodeNil() ? nil : .text(String(try single.decode(Double.self)))
        }
    }
}
