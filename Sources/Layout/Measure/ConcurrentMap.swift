/// Applies a pure function to every element, on as many threads as there are, and gives the results in the elements' order:
/// scheduling never changes them.
/// - Throws: the failure of the first element that fails.
public func concurrentMap<Element: Sendable, Output: Sendable, Failure: Error>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
) async throws(Failure) -> [Output] {
    let results = await withTaskGroup(of: (Int, Result<Output, Failure>).self) { group in
        for (index, element) in elements.enumerated() {
            group.addTask {
                (index, Result { () throws(Failure) in try transform(element) })
            }
        }
        var results: [Result<Output, Failure>?] = Array(repeating: nil, count: elements.count)
        for await (index, result) in group { results[index] = result }
        return results
    }
    var outputs: [Output] = []
    for case let result? in results { outputs.append(try result.get()) }
    return outputs
}
