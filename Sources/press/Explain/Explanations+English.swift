import Layout

extension DiagnosticCode {
    /// In English; the switch is exhaustive, so that no new code is forgotten.
    var englishExplanation: String {
        switch self {
        case .fileMissing:
            """
            A folder or a file is not there. Check the spelling of the path and its case; a file is named \
            relative to the folder of the YAML file or story that names it.
            """
        case .fileOutside:
            """
            The file lies outside the newspaper's folder, through .., an absolute path or a symbolic link. press \
            reads nothing from outside, so that an issue can be moved and archived whole. Copy the file in.
            """
        case .fileUnreadable:
            "The file is there but cannot be read: permissions are missing, or it is not an ordinary file."
        case .fileTooLarge:
            """
            The file is larger than press accepts. Usually it is the wrong file; else make the picture smaller \
            or split the story.
            """
        case .encodingConverted:
            """
            The file is not UTF-8 and was converted from GB 18030. What is set is right; save the file as UTF-8 \
            so that other tools read it too.
            """
        case .encodingBroken:
            """
            The file is neither UTF-8 nor GB 18030; bytes that could not be read became U+FFFD. Fetch the copy \
            from its source again.
            """
        case .characterStray:
            """
            The file holds invisible control characters, which are left out. They usually come with text pasted \
            from another program.
            """
        case .fileIgnored:
            "This file in the folder stories is not a story and was not read. Stories end in .md."
        case .findingsCut:
            "The file has so many findings that the rest is not listed. Mend those that are and run again."
        case .editionEmpty:
            "The issue has no stories. Put at least one Markdown file with a headline into its folder stories."
        case .yamlSyntax:
            """
            The YAML cannot be read from here on. Usual causes: no space after a colon, uneven indentation, an \
            open quotation mark, a tab.
            """
        case .keyUnknown:
            """
            There is no such key, and its value has no effect. The message names the nearest spelling; press \
            schema lists all keys.
            """
        case .keyRepeated:
            "The same key stands twice. Only one value can count: delete the other."
        case .keyMissing:
            "A key that is required is missing."
        case .valueType:
            "The value is of the wrong type: text for a number, say, or one word where a list is wanted."
        case .valueUnknown:
            "The key takes one of a few values, and this is none of them. The message lists them."
        case .valueRange:
            "The number lies outside the range that is allowed."
        case .dateInvalid:
            """
            There is no such day, or the date is not written year-month-day as in 2026-11-23. Weekday and lunar \
            date are computed from it, so it has to be right.
            """
        case .formatUnsupported:
            "The file's format is newer than this press knows. Use a newer press, or format: 1."
        case .valueEmpty:
            """
            A key has no value, or a list an empty item; what is empty counts as not written. A value with # or \
            a colon in it needs quotation marks.
            """
        case .headlineMissing:
            "The story has no headline. Every story needs the key headline in its front matter."
        case .copyEmpty:
            "The story has no body."
        case .markupUnsupported:
            "Newspaper pages have no form for this piece of Markdown. Its text is set, its markup left out."
        case .keyIgnored:
            "The copy asks for something that this press cannot do yet. The story is set without it."
        case .quoteStrange:
            """
            A pull quote is a sentence of the story's own text (its marks may differ). It is left out where it does not \
            fill, so what stands only in it may not reach the reader; most likely the text was changed since.
            """
        case .storyPageMissing:
            """
            The story asks for a page that the issue does not have. Check page or jump, or add a page under \
            pages in edition.yaml.
            """
        case .pictureFormat:
            """
            The picture is not a JPEG, PNG or SVG, or its content is not what its name says. Save it as one of \
            these.
            """
        case .pictureBroken:
            "The picture's file is damaged and cannot be decoded. Fetch it from its source again."
        case .pictureTooLarge:
            """
            The picture has more pixels than press decodes. Scale it to what the page needs: about 8 pixels a \
            millimetre (200 dpi) is enough for newsprint.
            """
        case .pictureCoarse:
            """
            At this size the picture has too few pixels and will print soft. Use a larger original or fewer \
            columns.
            """
        case .pictureUnplaced:
            """
            The picture found no room in its story's place. Give the story more columns or rows, or fewer \
            pictures.
            """
        case .advertisementFormat:
            "The advertisement's file is of no usable format; its space is kept on the page."
        case .advertisementPlace:
            """
            The advertisement does not fit where it was sold: it leaves the type area, overlaps another, or its \
            page does not exist.
            """
        case .advertisementMark:
            "An advertisement has to be recognisable by the mark “广告” (Advertising Law of China, article 14)."
        case .glyphMissing:
            """
            No font has this character, and a box stands in its place. Check for a slip; if it is a rare \
            character, add a font that has it to the fonts folder.
            """
        case .glyphFallback:
            """
            The chosen face lacks this character, and a fallback face supplied it. Its weight may differ from \
            its neighbours': have a look.
            """
        case .fontUnknown:
            "There is no font of this name. press fonts lists those there are."
        case .lineRuleBroken:
            """
            The column is so narrow that a run of three marks or more had to be parted, and a line begins with a closing \
            mark. Reword the sentence or use a wider column.
            """
        case .lineOverfull:
            """
            A line is wider than its column, because of a long word or address that cannot be broken. Reword the \
            sentence or use a wider column. A table that is too wide is set in smaller type, down to 7 pt; then its \
            words and figures are parted anywhere, and that is said here.
            """
        case .headlineOverfull:
            "The headline does not fit even in its smallest size. Shorten it or give it more columns."
        case .headlineStop:
            "Headlines have no full stop at their end; this one is left out. Question marks, exclamation marks and ellipses stay."
        case .storyOverset:
            """
            The story is too long for its place, and its end is not set. Cut the lines that the message counts, \
            give it more room, or allow a cut from the bottom with keep.
            """
        case .storyUnplaced:
            """
            The story stands on no page. The message gives the reason: there was no room, or columns, pin and \
            page could not all be met.
            """
        case .partLeftOut:
            """
            A part that the story lets go (a deck or a picture under `optional:`) or its pull quote (`quote:`) does not \
            stand: with it the page would be too full, or have white. To have it, take it out of `optional:`, or give the \
            story another place in the plan; there `quote: N` puts the quote over its Nth paragraph.
            """
        case .storyCut:
            """
            The story was made shorter from its last sentences, as `keep` allows, because the page has no room for all \
            of it. The message holds what was cut. To keep the whole text take `keep` away, or cut another story.
            """
        case .storyJumped:
            """
            The story goes on on another page, as `jump` allows, because its own has no room for all of it. A line at \
            the end of the first part and one over the second say so.
            """
        case .pageOverfull:
            """
            More copy was given to the page than it holds. The message says by how many lines and characters; the hint \
            names stories to cut and by how much. The page is made as well as it can be all the same.
            """
        case .pageHole:
            """
            A part of the page is empty. Add a story with filler: true, or allow the stories near it more \
            columns.
            """
        case .planInvalid:
            """
            The plan cannot be read or does not match the issue: it may name a story that is not there. Make it \
            anew with press plan, then edit it.
            """
        case .planOverlap:
            "Two modules of the plan overlap."
        case .planOutdated:
            """
            plan.yaml in the edition's folder no longer covers the edition: the grid is another one, or new stories need \
            another page. The pages were planned anew; to keep the new plan, write it with press plan -o.
            """
        case .planMoved:
            """
            Modules of the plan that is kept were moved: copy changed, came or went, or the plan was edited so that it does \
            not fit. The note says for whose sake, and which; press plan --since says where to. To follow a plan to the \
            letter, use --plan; a module with pin: true is not moved.
            """
        case .planTree:
            """
            The tree: of a page of the plan is wrong, or has its modules otherwise than their columns and rows. Where all modules \
            have columns and rows, these count, and the tree may be left out; where some have none, press finds the best cuts \
            for the tree. It names every module of the page once: / parts above from below, | left from right, and brackets \
            keep together, such as "nameplate / (a | (b / c))".
            """
        case .planMisfit:
            """
            A module of the plan does not fit as it is written: its text is too long or too short for its rectangle, or \
            its head, columns or pictures cannot be had so. Change its columns, rows or setting in the plan (a module \
            without head: is set by press), or change the copy.
            """
        case .headsButting:
            """
            Two heads of like size stand side by side at one height and read as one. Set them apart in size or height, put \
            a picture or a box between them, or stand one on end.
            """
        case .pageSeam:
            """
            A straight line crosses the whole page in its middle: the page falls into two. Let one module reach over it.
            """
        case .headHierarchy:
            """
            A lesser story has a larger head than a more important one on the same page. Give the important one more \
            columns, or the lesser one a smaller head (prefer: { head: … }).
            """
        case .formName:
            """
            The paper's name has to be the largest text on page 1 (rules for errors of form in newspapers, 2020: four \
            points). Give the nameplate more room, or page 1 smaller heads.
            """
        case .formFact:
            """
            A newspaper has to carry its date, total issue number, number of pages, CN number, responsible unit, address, \
            printer, distribution and price at fixed places. What is named here is not on the page: give it in paper.yaml \
            (colophon) or edition.yaml (date, issue).
            """
        case .formFolio:
            "Each page carries its number in its head, in the same place on every page."
        case .pinUnmet:
            """
            The story could not stand where its pin wants it, or, where a plan is kept, over the columns that it \
            allows now.
            """
        }
    }
}
