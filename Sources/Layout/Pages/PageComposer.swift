/// Sets one page after its plan.
struct PageComposer<M: TextMeasurer> {
    let edition: Edition
    let stories: [MeasuredStory]
    let plans: [PagePlan]
    let known: KnownLines
    let measurer: M

    func compose(_ plan: PagePlan) throws(M.Failure) -> Warned<(page: Page, fits: [StoryFit])> {
        let furniture = FurnitureComposer(edition: edition, pageCount: plans.count, measurer: measurer)
        var modules: [PageModule] = []
        var fits: [StoryFit] = []
        var diagnostics: [Diagnostic] = []
        for placement in plan.modules {
            switch placement.subject {
            case .nameplate: modules.append(try furniture.nameplate(in: placement.rect))
            case .contents:
                modules.append(try furniture.contents(contents(after: plan.page), in: placement.rect))
            case .pageHead: modules.append(try furniture.pageHead(of: plan.page, in: placement.rect))
            case .briefs: modules.append(try furniture.briefsHead(in: placement.rect))
            case .colophon: modules.append(try furniture.colophon(in: placement.rect))
            case .advertisement(let name):
                guard let advertisement = edition.advertisements.first(where: { $0.name == name }) else { continue }
                modules.append(try furniture.advertisement(advertisement, in: placement.rect))
            case .story(let name):
                guard let whole = stories.first(where: { $0.story.name == name }), let setting = placement.setting
                else { continue }
                let story = whole.version(setting.extent, from: firstPage(of: name)) ?? whole
                if let diagnostic = whole.diagnostic(of: setting.extent, on: plan.page) {
                    diagnostics.append(diagnostic)
                }
                let module = StoryComposer(
                    story: story, rect: placement.rect, setting: setting, grid: edition.paper.grid,
                    origin: furniture.origin, house: edition.paper.house, known: known
                ).compose(page: plan.page)
                modules.append(module.output.module)
                if let fit = module.output.fit { fits.append(fit) }
                diagnostics += module.diagnostics
            }
        }
        let framed = plan.modules.filter { $0.setting?.isBoxed ?? false }.map(\.subject.name)
        let boxed = Set(stories.filter(\.story.isBoxed).map(\.story.name) + framed)
        let fillers = Set(stories.filter(\.story.isFiller).map(\.story.name))
        let rules = PageRules(
            plan: plan, grid: edition.paper.grid, origin: furniture.origin, boxed: boxed, fillerNames: fillers)
        modules.append(rules.module())
        return Warned((Page(number: plan.page, size: edition.paper.page, modules: modules), fits), diagnostics)
    }

    /// The page on which a story begins that goes on on another.
    private func firstPage(of name: String) -> Int? {
        plans.first { plan in
            plan.modules.contains {
                $0.subject == .story(name) && !($0.setting?.extent.isContinued ?? false)
            }
        }?.page
    }
}
