import Foundation
import Testing

@Suite struct CommandTests {
    static let commands = [
        "build", "check", "plan", "fit", "render", "inspect", "new", "fonts", "explain", "schema",
    ]

    @Test(arguments: commands)
    func helpIsShortAndHasAnExample(command: String) throws {
        let run = try PressRun("help", command)
        #expect(run.status == 0)
        #expect(run.output.contains("Example: press \(command)"))
        #expect(run.output.split(separator: "\n").count <= 45)
    }

    @Test func helpListsEveryCommandAndSpeaksChinese() throws {
        let english = try PressRun("--help")
        let chinese = try PressRun("--help", environment: ["LC_ALL": "zh_CN.UTF-8"])
        for command in CommandTests.commands {
            #expect(english.output.contains("\n  \(command) "))
            #expect(chinese.output.contains("\n  \(command) "))
        }
        #expect(english.output.unicodeScalars.first { !$0.isASCII } == nil)
        #expect(chinese.output.contains("把一期报纸的文件夹排成版面。"))
    }

    @Test(arguments: [
        ["nonsense"], ["build"], ["build", ".", "--dpi", "7"], ["build", ".", "--pages", "4-2"],
        ["build", ".", "--pages", "0"], ["build", ".", "--profile", "screen"],
        ["build", ".", "--message-format", "xml"],
        ["render", "."], ["explain", "no-such-code"], ["new"], ["new", "x", "--date", "2026-02-30"],
        ["check", ".", "--lang", "fr"], ["check", ".", "--nonsense"],
    ])
    func usageErrorsAre64(arguments: [String]) throws {
        let run = try PressRun(arguments)
        #expect(run.status == 64)
        #expect(run.output == "")
        #expect(!run.messages.isEmpty)
    }

    @Test(arguments: ["build", "plan", "fit"])
    func anEditionThatIsNotThereIsAFinding(command: String) throws {
        let run = try PressRun(command, "no-such-edition")
        #expect(run.status == 1)
        #expect(run.output == "")
        #expect(run.messages.contains("file-missing"))
        #expect(run.messages.contains("no-such-edition"))
        #expect(run.messages.hasSuffix("1 error, 0 warnings\n"))
    }

    @Test func findingsAreTheResultOfCheck() throws {
        let run = try PressRun("check", "no-such-edition", "--message-format", "json")
        #expect(run.status == 1)
        #expect(run.messages == "")
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(object["code"] as? String == "file-missing")
    }

    @Test func messagesFollowTheLocaleUnlessTold() throws {
        func messages(_ environment: [String: String], _ more: [String] = []) throws -> String {
            try PressRun(["build", "no-such-edition"] + more, environment: environment).messages
        }
        #expect(try messages(["LC_ALL": "zh_CN.UTF-8"]).contains("错误"))
        #expect(try messages(["LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "de_DE"]).contains("错误"))
        #expect(try messages(["LC_ALL": "C", "LANG": "zh_CN.UTF-8"]).contains("error"))
        #expect(try messages(["LANG": "zh_CN.UTF-8"], ["--lang", "en"]).contains("error"))
        #expect(try messages([:], ["--lang", "zh"]).contains("错误"))
    }

    @Test func resultsThatCannotBeWrittenAreReported() throws {
        let full = try PressRun("explain", prelude: "exec > /dev/full")
        #expect(full.status == 4)
        #expect(full.messages == "press: standard output: No space left on device\n")
        let closed = try PressRun("explain", prelude: "exec >&-")
        #expect(closed.status == 4)
    }

    @Test func explainKnowsEveryCodeInBothLanguages() throws {
        let english = try PressRun("explain", "story-overset")
        let chinese = try PressRun("explain", "story-overset", "--lang", "zh")
        #expect(english.status == 0 && english.output.contains("too long"))
        #expect(chinese.status == 0 && chinese.output.contains("太长"))
        #expect(try PressRun("explain").output.contains("story-overset\n"))
    }

    @Test func newPapersAreCompleteAndNeverOverwritten() throws {
        let folder = try TemporaryFolder()
        let run = try PressRun("new", "东城晚讯", "--date", "2026-11-23", in: folder.url)
        #expect(run.status == 0)
        #expect(run.output == "press build 东城晚讯/2026-11-23\n")
        #expect(folder.text(of: "东城晚讯/paper.yaml")?.contains("name: \"东城晚讯\"") == true)
        #expect(folder.text(of: "东城晚讯/2026-11-23/edition.yaml")?.contains("date: 2026-11-23") == true)
        let again = try PressRun("new", "东城晚讯", "--date", "2026-11-24", in: folder.url)
        #expect(again.status == 1)
        #expect(folder.text(of: "东城晚讯/2026-11-24/edition.yaml") == nil)
    }

    @Test func versionIsPrinted() throws {
        #expect(try PressRun("--version").output.hasPrefix("press "))
    }
}
