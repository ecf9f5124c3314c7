/// JSON as it is written: members keep their order, so that the same findings give the same bytes.
indirect enum JSONValue {
    case string(String)
    case number(Int)
    /// A number with a fraction, in its digits.
    case decimal(String)
    case bool(Bool)
    case array([JSONValue])
    case object([(String, JSONValue?)])

    /// On one line, or indented by two spaces a level. Members without a value are left out.
    func text(indented: Bool = false) -> String {
        var result = ""
        write(to: &result, indent: indented ? 0 : nil)
        return result
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .string(let value): JSONValue.quote(value, to: &out)
        case .number(let value): out += String(value)
        case .decimal(let digits): out += digits
        case .bool(let value): out += value ? "true" : "false"
        case .array(let values):
            JSONValue.list(values, "[", "]", to: &out, indent: indent) { value, out, indent in
                value.write(to: &out, indent: indent)
            }
        case .object(let members):
            let present = members.compactMap { name, value in value.map { (name, $0) } }
            JSONValue.list(present, "{", "}", to: &out, indent: indent) { member, out, indent in
                JSONValue.quote(member.0, to: &out)
                out += indent == nil ? ":" : ": "
                member.1.write(to: &out, indent: indent)
            }
        }
    }

    private static func list<Item>(
        _ items: [Item], _ open: String, _ close: String, to out: inout String, indent: Int?,
        _ write: (Item, inout String, Int?) -> Void
    ) {
        let inner = indent.map { $0 + 2 }
        func newLine(_ indent: Int?) -> String { indent.map { "\n" + String(repeating: " ", count: $0) } ?? "" }
        out += open
        for (index, item) in items.enumerated() {
            out += (index > 0 ? "," : "") + newLine(inner)
            write(item, &out, inner)
        }
        out += (items.isEmpty ? "" : newLine(indent)) + close
    }

    static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        out += "\""
    }
}
