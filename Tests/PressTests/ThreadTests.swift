import Foundation
import Testing

@Suite struct ThreadTests {
    /// The same edition gives the same plan and the same bytes, whatever the number of threads.
    @Test func bytesDoNotHangOnThreads() throws {
        let folder = try TemporaryFolder()
        let edition = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "samples/tabloid").path(percentEncoded: false)
        var plans: [String?] = []
        var pages: [Data?] = []
        for threads in ["1", "2", "4"] {
            let environment = ["PRESS_THREADS": threads]
            let plan = try PressRun(
                "plan", edition, "-o", "plan-\(threads).yaml", in: folder.url, environment: environment)
            #expect(plan.status <= 1, "\(plan.messages)")
            let build = try PressRun(
                "build", edition, "--replan", "-o", "\(threads).pdf", in: folder.url, environment: environment)
            #expect(build.status <= 1, "\(build.messages)")
            plans.append(folder.text(of: "plan-\(threads).yaml"))
            pages.append(FileManager.default.contents(atPath: folder.file("\(threads).pdf")))
        }
        #expect(plans[0] != nil && plans[1] == plans[0] && plans[2] == plans[0])
        #expect(pages[0] != nil && pages[1] == pages[0] && pages[2] == pages[0])
    }
}
