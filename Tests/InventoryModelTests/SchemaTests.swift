import InventoryModel
import JSONShapes
import Testing

@Suite("the JSON Schema of inventory files")
struct SchemaTests {
    private let document = InventorySchema.document

    @Test("it comes out the same every time")
    func isStable() {
        #expect(document.text() == InventorySchema.document.text())
    }

    @Test("it is draft-07, which editors support")
    func draft() {
        #expect(document["$schema"] == "http://json-schema.org/draft-07/schema#")
    }

    @Test("the lists stand in the order in which they are documented")
    func topLevelKeys() {
        guard case .object(let members)? = document["properties"] else {
            Issue.record("no properties")
            return
        }
        #expect(
            members.map(\.key) == [
                "settings", "sites", "vrfs", "subnets", "devices", "reservations", "zones", "waivers",
            ])
    }

    @Test("every property has a description, since that is what people see when they hover")
    func descriptions() {
        let bare = properties.filter { property in
            guard case .string(let text)? = property.schema["description"] else { return true }
            return text.isEmpty || !text.hasSuffix(".")
        }
        #expect(properties.count > 80)
        #expect(bare.map(\.path) == [])
    }

    @Test("no object takes keys that are not declared")
    func closedObjects() {
        let open = schemas.filter { $0.schema["type"] == "object" && $0.schema["additionalProperties"] != false }
        #expect(open.map(\.path) == [])
    }

    @Test("every required key is a property")
    func requiredKeys() {
        for (path, schema) in schemas {
            guard case .array(let required)? = schema["required"], let properties = schema["properties"] else {
                continue
            }
            for case .string(let key) in required {
                #expect(properties[key] != nil, "\(path)")
            }
        }
    }

    /// Every schema within the document, the document included.
    private var schemas: [(path: String, schema: JSON)] {
        var found: [(path: String, schema: JSON)] = []
        var pending = [(path: "", schema: document)]
        while let (path, schema) = pending.popLast() {
            found.append((path, schema))
            if case .object(let members)? = schema["properties"] {
                pending += members.map { ("\(path)/\($0.key)", $0.value) }
            }
            if let items = schema["items"] { pending.append(("\(path)[]", items)) }
            if case .array(let choices)? = schema["anyOf"] { pending += choices.map { (path, $0) } }
        }
        return found
    }

    /// Every property of every object.
    private var properties: [(path: String, schema: JSON)] {
        schemas.flatMap { path, schema -> [(path: String, schema: JSON)] in
            guard case .object(let members)? = schema["properties"] else { return [] }
            return members.map { ("\(path)/\($0.key)", $0.value) }
        }
    }
}
