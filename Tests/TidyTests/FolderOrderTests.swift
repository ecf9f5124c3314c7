import Testing

@Suite struct FolderOrderTests {
    @Test func layoutKeepsTheOrderOfItsFolders() {
        let found = breaches(of: layoutLevels, in: Checkout.sources(of: "Layout"), under: "Sources/Layout/")
        #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
    }

    @Test func everyFolderOfLayoutHasItsPlace() {
        let known = layoutLevels.flatMap { $0 }
        let folders = Checkout.sources(of: "Layout").compactMap { file -> String? in
            let parts = file.path.split(separator: "/")
            return parts.count > 3 ? String(parts[2]) : nil
        }
        for folder in Set(folders).sorted() {
            #expect(known.contains(folder), "say in layoutLevels where \(folder) stands")
        }
    }

    @Test func breachesAreFound() {
        let files = [
            SourceFile(path: "L/Early/A.swift", text: "struct A { var b: B; var own: A.Kind }\n// C in a comment"),
            SourceFile(path: "L/Early/D.swift", text: "let text = \"C \\(f(\"C\")) C\"; let member = A.C()"),
            SourceFile(path: "L/Late/Data.swift", text: "struct Data {}"),
            SourceFile(path: "L/Early/E.swift", text: "let data: Data; let b: B"),
            SourceFile(path: "L/Late/B.swift", text: "enum B { struct Kind {}\n case a(A) }\nfinal class C {}"),
        ]
        #expect(
            breaches(of: [["Early", "Late/Data.swift"], ["Late"]], in: files, under: "L/")
                == ["A", "E"].map { OrderBreach(path: "L/Early/\($0).swift", type: "B", declaredIn: "Late") })
    }

    @Test(arguments: [
        ("a // b\nc", "a     \nc"),
        ("a /* b\nc */ d", "a     \n  */ d"),
        (##"f("x \" y") z"##, ##"f("      ") z"##),
        (##"f("x \(g("y")) z") w"##, ##"f("             ") w"##),
        (###"f(#"x "y" \#(z) "#) w"###, ###"f(#"            "#) w"###),
        ("\"\"\"\na \"b\"\n\"\"\" c", "\"\"\"\n     \n\"\"\" c"),
    ])
    func commentsAndStringsAreNotCode(text: String, code: String) {
        #expect(codeOnly(text) == code)
    }
}
