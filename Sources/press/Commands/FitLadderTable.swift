import Layout
import Render

/// The steps of copy-fitting for one place of a story.
struct LadderReport {
    var story: String
    var page: Int
    var placement: Placement
    var setting: StorySetting
    var steps: [FitStep]
}

/// One for each place: a story on two pages has two.
func ladders(of name: String, in job: TypesettingJob) throws -> [LadderReport] {
    let placed = job.typeset.plans.flatMap { plan in plan.modules.map { (plan.page, $0) } }
    let places = placed.filter { $0.1.subject == .story(name) }
    guard let story = job.edition.stories.first(where: { $0.name == name }), !places.isEmpty else {
        let known = job.typeset.fits.map(\.story).joined(separator: ", ")
        throw Stop(
            .usage,
            Phrase(zh: "没有排上的稿件“\(name)”；有：\(known)", en: "no story “\(name)” was placed; there are: \(known)"))
    }
    let measured = try measured(story, in: job.edition.paper, type: job.type)
    return places.compactMap { page, placement in
        guard let setting = placement.setting else { return nil }
        let steps = fitLadder(
            of: measured, in: placement.rect, setting: setting, on: job.edition.paper.grid,
            costs: job.edition.paper.costs.fill)
        return LadderReport(story: name, page: page, placement: placement, setting: setting, steps: steps)
    }
}

extension LadderReport {
    private var columns: Int { placement.rect.width }

    func text(in language: Language) -> String {
        let place = Phrase(
            zh: "\(story)：第 \(page) 版，\(columns) 栏 × \(placement.rect.height) 行",
            en: "\(story): page \(page), \(columns) columns × \(placement.rect.height) rows")
        let head = [
            Phrase(zh: "步骤", en: "step"), Phrase(zh: "长短", en: "fit"), Phrase(zh: "题", en: "head"),
            Phrase(zh: "图", en: "pictures"), Phrase(zh: "调整", en: "knobs"),
        ].map { $0[language] }
        let rows = steps.map { step in
            [step.rung.words[language], step.verdict[language]] + describe(step.setting)
        }
        let used = [Phrase(zh: "版上用的", en: "on the page")[language], fitWords(placement.fit)[language]]
        return place[language] + "\n" + textTable([head] + rows + [used + describe(setting)]) + closing[language]
            + "\n"
    }

    private func describe(_ setting: StorySetting?) -> [String] {
        guard let setting else { return ["", "", ""] }
        let pictures = setting.pictures.map { "\($0.columns.count)×\($0.rows.count)" }.joined(separator: " ")
        let knobs = setting.knobs(columns: columns).filter { $0.name != "headLines" && $0.name != "pictureColumns" }
        return [
            "\(setting.head.size.inPoints)/\(setting.head.lines)", pictures,
            knobs.map { "\($0.name) \($0.value)" }.joined(separator: ", "),
        ]
    }

    private var closing: Phrase {
        guard let last = steps.last else { return Phrase(zh: "这里排不下它的题", en: "its head finds no room here") }
        if last.isGood {
            return last.rung == .plain
                ? Phrase(zh: "原样就正好。", en: "It fits as it is.")
                : Phrase(zh: "到“\(last.rung.words.zh)”这一步正好。", en: "It fits with the step “\(last.rung.words.en)”.")
        }
        guard let fit = last.fit, fit.overset > 0 else {
            return Phrase(
                zh: "还空 \(last.fit?.white ?? 0) 行：稿件太短，再没有办法了。",
                en:
                    "\(last.fit?.white ?? 0) lines of white are left: the copy is too short, and nothing more helps."
            )
        }
        let lost = last.lostText.abridged
        return Phrase(
            zh: "不能再压：多 \(fit.overset) 行（\(last.lostCharacters) 字）。先要删的是：“\(lost)”",
            en:
                "refused: \(fit.overset) lines (\(last.lostCharacters) characters) over. The first to go: “\(lost)”"
        )
    }

    var json: JSONValue {
        func knobs(_ setting: StorySetting?) -> JSONValue? {
            setting.map { setting in
                .object(
                    [("headSize", .number(setting.head.size.scaled / Length.unitsPerPoint))]
                        + setting.knobs(columns: columns).map { ($0.name, .number($0.value)) })
            }
        }
        let refused = steps.last.flatMap { step -> JSONValue? in
            guard !step.isGood, let fit = step.fit, fit.overset > 0 else { return nil }
            return .object([
                ("lines", .number(fit.overset)), ("characters", .number(step.lostCharacters)),
                ("text", .string(step.lostText)),
            ])
        }
        return .object([
            ("story", .string(story)), ("page", .number(page)), ("columns", .number(columns)),
            ("rows", .number(placement.rect.height)),
            (
                "steps",
                .array(
                    steps.map { step in
                        .object([
                            ("step", .string(step.rung.rawValue)), ("fits", .bool(step.isGood)),
                            ("over", step.fit.map { .number($0.overset) }),
                            ("white", step.fit.map { .number($0.white) }), ("knobs", knobs(step.setting)),
                        ])
                    })
            ),
            ("refused", refused), ("used", knobs(setting)),
        ])
    }
}

private func fitWords(_ fit: Placement.Fit?) -> Phrase {
    guard let fit else { return Phrase(zh: "", en: "") }
    if fit.overset > 0 { return Phrase(zh: "多 \(fit.overset) 行", en: "\(fit.overset) over") }
    return fit.white > 0
        ? Phrase(zh: "空 \(fit.white) 行", en: "\(fit.white) of white") : Phrase(zh: "正好", en: "fits")
}

extension String {
    /// Its beginning and its end, where it is long.
    fileprivate var abridged: String {
        count > 100 ? "\(prefix(40))……\(suffix(40))" : self
    }
}

extension FitStep {
    fileprivate var verdict: Phrase {
        fit == nil ? Phrase(zh: "题排不下", en: "no room for the head") : fitWords(fit)
    }
}

extension Length {
    /// In whole points.
    fileprivate var inPoints: Int { scaled / Length.unitsPerPoint }
}

extension FitRung {
    fileprivate var words: Phrase {
        switch self {
        case .plain: Phrase(zh: "原样", en: "as it is")
        case .crop: Phrase(zh: "裁图", en: "crop")
        case .picture: Phrase(zh: "图宽窄", en: "picture's width")
        case .optional: Phrase(zh: "可省部分、引语", en: "optional parts")
        case .head: Phrase(zh: "题", en: "head")
        case .inner: Phrase(zh: "破栏", en: "inner columns")
        case .looseness: Phrase(zh: "松紧", en: "looseness")
        case .rows: Phrase(zh: "加空行", en: "rows")
        case .cut: Phrase(zh: "删尾", en: "cut")
        case .jump: Phrase(zh: "转版", en: "jump")
        }
    }
}
