import ArgumentParser
import Copydesk
import Layout

/// Reads an option that takes one of a few words. What is none of them is answered with all of them, and the nearest first.
func oneOf<Value: RawRepresentable & CaseIterable & SendableMetatype>(
    _ type: Value.Type
) -> @Sendable (String) throws -> Value where Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    return { argument in
        if let value = Value(rawValue: argument) { return value }
        throw ValidationError(unknown(argument, among: names))
    }
}

/// `no “gb2”; did you mean “gb”? There are: none, basic, gb, strict`
func unknown(_ word: String, among known: [String]) -> String {
    let near = nearest(word, in: known)
    let list = known.joined(separator: ", ")
    return say(
        "没有“\(word)”" + (near.map { "，是不是“\($0)”？" } ?? "；") + "有：\(list)",
        "there is no “\(word)”" + (near.map { "; did you mean “\($0)”? " } ?? ". ") + "There are: \(list)")
}

/// Reads a length in em: `13em`, `1/4em`, `0.25`.
@Sendable func ems(_ argument: String) throws -> Fraction {
    guard let quantity = Quantity(argument), ["", "em"].contains(quantity.unit), quantity.number.numerator >= 0
    else {
        throw ValidationError(
            say(
                "“\(argument)”不是以 em 计的长度，如 13em、1/4em、0.25em",
                "“\(argument)” is no length in em, such as 13em, 1/4em, 0.25em"))
    }
    return quantity.number
}

/// The same, where nothing would fit into none.
@Sendable func someEms(_ argument: String) throws -> Fraction {
    let number = try ems(argument)
    guard number.numerator > 0 else {
        throw ValidationError(say("长度要大于 0", "the length is more than 0"))
    }
    return number
}
