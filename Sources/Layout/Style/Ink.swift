/// What is printed, as the press knows it. Colour becomes RGB only where a page is painted.
public enum Ink: Hashable, Sendable {
    /// Black ink only, in thousandths of full tone.
    case black(Int)
    /// Process inks, in thousandths.
    case process(cyan: Int, magenta: Int, yellow: Int, black: Int)
    /// A named ink with the process inks that stand in for it, and its tone in thousandths.
    case spot(name: String, cyan: Int, magenta: Int, yellow: Int, black: Int, tone: Int)
    /// No ink: the white of the paper, knocked out of what lies below.
    case paper

    public static let solidBlack = Ink.black(1000)
}
