import Foundation

/// The part of JSON Schema that our schemas use: says where a value breaks a schema; empty when it keeps to it.
struct SchemaCheck {
    let root: [String: Any]

    init(file: URL) throws {
        root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    func faults(of value: Any) -> [String] { faults(of: value, against: root, at: "") }

    private func faults(of value: Any, against schema: [String: Any], at place: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.drop { $0 != "/" }.dropFirst("/$defs/".count))
            let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
            guard let definition = definitions[name] else { return ["\(place): no \(reference)"] }
            return faults(of: value, against: definition, at: place)
        }
        var faults: [String] = []
        if let type = schema["type"] as? String, !isA(type, value) { return ["\(place) is no \(type)"] }
        if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
            faults.append("\(place) is none of \(allowed)")
        }
        if let constant = schema["const"] as? Bool, value as? Bool != constant {
            faults.append("\(place) is not \(constant)")
        }
        if let least = schema["minimum"] as? Double, let number = value as? Double, number < least {
            faults.append("\(place) is below \(least)")
        }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            faults.append("\(place) “\(text)” does not match")
        }
        if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
            for (index, item) in values.enumerated() {
                faults += self.faults(of: item, against: items, at: "\(place)/\(index)")
            }
        }
        guard let members = value as? [String: Any] else { return faults }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for name in schema["required"] as? [String] ?? [] where members[name] == nil {
            faults.append("\(place) lacks \(name)")
        }
        for (name, member) in members {
            if let property = properties[name] {
                faults += self.faults(of: member, against: property, at: "\(place)/\(name)")
            } else if schema["additionalProperties"] as? Bool == false {
                faults.append("\(place) has \(name)")
            }
        }
        return faults
    }

    private func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
        case "number": value is Double
        case "boolean": value is Bool
        default: false
        }
    }
}
