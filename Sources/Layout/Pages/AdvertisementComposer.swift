extension FurnitureComposer {
    /// An advertisement in the space that was sold; where its file cannot be used, the space is kept and marked.
    func advertisement(_ advertisement: Advertisement, in rect: GridRect) throws(M.Failure) -> PageModule {
        let frame = frame(of: rect)
        var passages: [Passage] = []
        if let artwork = advertisement.artwork {
            let place = fitted(width: artwork.width, height: artwork.height, into: frame)
            passages.append(
                Passage(
                    .figure(alternative: "广告 \(advertisement.name)"),
                    marks: [.picture(PlacedArtwork(path: artwork.path, frame: place))]))
        } else {
            let thin = Length.points(1, 2)
            let border = frame.inset(x: thin / 2, y: thin / 2)
            let label = "广告位 \(advertisement.name) \(rect.width) 栏 × \(rect.height) 行"
            let plate = Rect(
                x: frame.minX + frame.size.width / 8, y: frame.minY + frame.size.height / 2 - grid.pitch,
                width: frame.size.width * 3 / 4, height: grid.pitch * 2)
            passages.append(
                Passage(
                    .ornament,
                    marks: [
                        .frame(border, thickness: thin, .solidBlack),
                        .rule(
                            Rule(
                                from: border.origin, to: Point(x: border.maxX, y: border.maxY),
                                thickness: .points(1, 4), ink: .black(400))),
                        .rule(
                            Rule(
                                from: Point(x: border.maxX, y: border.minY),
                                to: Point(x: border.minX, y: border.maxY),
                                thickness: .points(1, 4), ink: .black(400))),
                        .tint(plate, .paper),
                    ]))
            passages.append(
                Passage(
                    .text(.advertisementMark, paragraph: 0),
                    marks: try line(label, .advertisementMark, in: plate, .centre, size: grid.body)))
        }
        return PageModule(kind: .advertisement, name: advertisement.name, frame: frame, passages: passages)
    }
}
