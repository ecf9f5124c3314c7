import Layout

extension FileProblem {
    var code: DiagnosticCode {
        switch self {
        case .missing, .badPath: .fileMissing
        case .outside: .fileOutside
        case .special, .isFolder, .isFile, .unreadable: .fileUnreadable
        case .tooLarge: .fileTooLarge
        }
    }
}

func describe(_ problem: FileProblem, _ path: String) -> Phrase {
    let name = shortened(path)
    switch problem {
    case .missing: return Phrase(zh: "找不到文件 “\(name)”", en: "there is no file `\(name)`")
    case .outside:
        return Phrase(zh: "“\(name)” 在报纸的文件夹之外", en: "`\(name)` lies outside the newspaper's folder")
    case .special:
        return Phrase(zh: "“\(name)” 不是普通文件（是设备或管道）", en: "`\(name)` is not a file but a device or a pipe")
    case .isFolder: return Phrase(zh: "“\(name)” 是文件夹，不是文件", en: "`\(name)` is a folder, not a file")
    case .isFile: return Phrase(zh: "“\(name)” 是文件，不是文件夹", en: "`\(name)` is a file, not a folder")
    case .badPath: return Phrase(zh: "“\(name)” 不能作为文件路径", en: "`\(name)` cannot be the path of a file")
    case .tooLarge(let bytes, let limit):
        return Phrase(
            zh: "“\(name)” 太大：\(bytes) 字节，上限 \(limit) 字节",
            en: "`\(name)` is too large: \(bytes) bytes; the limit is \(limit)")
    case .unreadable(let reason):
        return Phrase(zh: "“\(name)” 读不了：\(reason)", en: "`\(name)` cannot be read: \(reason)")
    }
}

func hint(for problem: FileProblem, _ path: String) -> Phrase? {
    switch problem {
    case .missing where path.contains("\\"):
        return Phrase(zh: "路径用 / 分隔，不用 \\", en: "parts of a path are separated by /, not by \\")
    case .missing(let part, let siblings):
        guard let meant = nearest(part, in: siblings) else { return nil }
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if let at = parts.lastIndex(of: part) { parts[at] = meant }
        let whole = parts.joined(separator: "/")
        return Phrase(zh: "是否要写 “\(whole)”？", en: "did you mean `\(whole)`?")
    case .outside where path.contains("://"):
        return Phrase(
            zh: "press 不从网络取文件；先存到本期文件夹里",
            en: "nothing is fetched from a network; save the file in the issue's folder")
    case .outside:
        return Phrase(
            zh: "把文件放进本期的文件夹，用相对路径", en: "put the file into the issue's folder and give its path from there")
    default: return nil
    }
}

extension Desk {
    func report(_ problem: FileProblem, _ path: String, at place: SourcePlace?, as severity: Severity = .error) {
        let phrase = describe(problem, path)
        report(severity, problem.code, at: place, zh: phrase.zh, en: phrase.en, hint: hint(for: problem, path))
    }
}
