/// How many things are worked on side by side.
public enum Workers {
    /// At most so many in this task and those that it starts; nil: as many as there are threads. It changes how long work
    /// takes, never what comes of it.
    @TaskLocal public static var most: Int?
}

/// Applies a pure function to every element, on as many threads as there are, and gives the results in the elements' order:
/// scheduling never changes them.
/// - Throws: the failure of the first element that fails.
public func concurrentMap<Element: Sendable, Output: Sendable, Failure: Error>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) throws(Failure) -> Output
) async throws(Failure) -> [Output] {
    let most = Workers.most.map { max(1, $0) } ?? elements.count
    let results = await withTaskGroup(of: (Int, Result<Output, Failure>).self) { group in
        var results: [Result<Output, Failure>?] = Array(repeating: nil, count: elements.count)
        for (index, element) in elements.enumerated() {
            if index >= most, let (done, result) = await group.next() { results[done] = result }
            group.addTask {
                (index, Result { () throws(Failure) in try transform(element) })
            }
        }
        for await (index, result) in group { results[index] = result }
        return results
    }
    var outputs: [Output] = []
    for case let result? in results { outputs.append(try result.get()) }
    return outputs
}
