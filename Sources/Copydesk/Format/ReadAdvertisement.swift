import Layout

/// Reads one advertisement. Its space was sold, so it is kept even when its file cannot be used; nil when its
/// space is not known.
func readAdvertisement(_ fields: inout Fields, in folder: String, on grid: PageGrid, pages: Int) -> Advertisement? {
    fields.require("file", zh: "广告的文件", en: "the advertisement's file")
    fields.require("page", zh: "广告在第几版", en: "the page it stands on")
    fields.require("columns", zh: "广告占几个基本栏", en: "how many basic columns it takes")
    fields.require("rows", zh: "广告占多少行", en: "how many rows it takes")
    let path = fields.text("file")
    let artwork = path.flatMap {
        readArtwork($0, from: folder, for: .advertisement, named: fields.place(of: "file"), at: fields.desk)
    }
    let corner: Advertisement.Corner? = fields.choice("place")
    let page = fields.integer("page", 1...96)
    let columns = fields.integer("columns", 1...grid.columns)
    let rows = fields.integer("rows", 1...grid.rows)
    guard let page, let columns, let rows else { return nil }
    if pages > 0, page > pages {
        fields.desk.report(
            .error, .advertisementPlace, at: fields.place(of: "page"), zh: "广告在第 \(page) 版，而本期只有 \(pages) 版",
            en: "the advertisement stands on page \(page), but the edition has \(pages)")
        return nil
    }
    let file = path?.split(separator: "/").last.map(String.init) ?? "ad"
    return Advertisement(
        name: withoutEnding(file), artwork: artwork, page: page, columns: columns, rows: rows,
        corner: corner ?? .bottom, place: fields.place)
}

/// Adds a number to names that occur again.
func nameApart(_ advertisements: inout [Advertisement]) {
    var taken: Set<String> = []
    for index in advertisements.indices {
        let name = advertisements[index].name
        var number = 1
        while !taken.insert(advertisements[index].name).inserted {
            number += 1
            advertisements[index].name = "\(name)-\(number)"
        }
    }
}

/// A file's name without its ending.
func withoutEnding(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}
