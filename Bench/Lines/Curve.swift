import Layout

/// The trade-offs: the dearer a squeezed sentence stop, the fewer of them and the more lines are stretched; the closer joints
/// may be drawn, the fewer of both; the dearer a stretch, the more marks are squeezed in its place.
func printCurve(_ prose: Prose, measure: Int) {
    Swift.print(Figures.head)
    func print(_ values: [Int], of name: String) {
        for value in values {
            var costs = LineCosts.standard
            guard costs.set(name, to: value) else { continue }
            Swift.print(prose.figures(measure: measure, costs: costs).row(label: "\(name)=\(value)"))
        }
    }
    print([0, 60, 120, 240, 500, 1000, 4000], of: "stop-touched")
    print([0, 10, 20, 30, 40, 50, 60], of: "tightest")
    print([1, 2, 3, 6, 12, 36, 100], of: "stretch-divisor")
}
