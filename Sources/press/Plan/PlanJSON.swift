import Copydesk
import Layout

/// Plans as data for `press plan --format json`: the keys of the text, with what is so anyway written out.
func planJSON(_ plans: [PagePlan]) -> JSONValue { JSONValue(planNode(of: plans)) }

extension JSONValue {
    fileprivate init(_ node: PlanNode) {
        switch node {
        case .text(let text): self = .string(text)
        case .number(let number): self = .number(number)
        case .decimal(let digits): self = .decimal(digits)
        case .flag(let flag): self = .bool(flag)
        case .span(let range): self = span(range)
        case .list(let items): self = .array(items.map(JSONValue.init))
        case .map(let members): self = .object(members.map { ($0.key, JSONValue($0.value)) })
        case .word(_, let meaning): self = JSONValue(meaning)
        }
    }
}
