import Layout

/// The candidate that was most likely meant, if any comes near: by letters, or by what it means.
public func nearest(_ word: String, in candidates: [String]) -> String? {
    let lowered = word.lowercased()
    if let same = candidates.first(where: { $0.lowercased() == lowered }) { return same }
    if let meant = meanings[lowered], let found = candidates.first(where: { meant.contains($0) }) { return found }
    return nearestSpelling(of: word, in: candidates)
}

/// What people write for the keys of the format.
private let meanings: [String: [String]] = [
    "标题": ["headline"], "主题": ["headline"], "title": ["headline", "name"], "肩题": ["kicker"], "引题": ["kicker"],
    "副题": ["deck"], "副标题": ["deck"], "subtitle": ["deck"], "subhead": ["deck"], "subheadline": ["deck"],
    "电头": ["dateline"], "作者": ["byline"], "记者": ["byline"], "author": ["byline"], "authors": ["byline"],
    "署名": ["byline"], "版面": ["page", "pages"], "版": ["page", "pages"], "栏": ["columns"], "栏数": ["columns"],
    "行": ["rows"], "行数": ["rows"], "图片": ["pictures"], "picture": ["pictures"], "image": ["pictures", "art"],
    "images": ["pictures"], "photo": ["pictures"], "photos": ["pictures"], "图说": ["caption"], "摄影": ["credit"],
    "日期": ["date"], "期号": ["issue"], "number": ["issue"], "广告": ["ads"], "advertisements": ["ads"],
    "报名": ["name"], "名称": ["name"], "竖题": ["vertical", "head"], "横题": ["horizontal", "head"], "position": ["place"],
    "src": ["file"], "path": ["file"], "artwork": ["art"], "logo": ["art"], "font": ["family", "fonts"],
    "lines": ["rows"], "boxed": ["box"], "fill": ["filler"], "leading": ["pitch"], "gap": ["gutter"],
    "对开": ["broadsheet"], "四开": ["tabloid"],
]
