public import Layout

/// An edition's pictures, decoded for a PDF ahead of painting: on other threads, while pages are being set.
///
/// Nothing in it changes any more, so that threads may share it; but a drawing may be used by one of them at a time only.
public struct PreparedPictures: @unsafe @unchecked Sendable {
    private let contents: [String: Result<PictureContent, PictureTrouble>]

    init(_ contents: [String: Result<PictureContent, PictureTrouble>]) { self.contents = contents }

    subscript(path: String) -> Result<PictureContent, PictureTrouble> { contents[path] ?? .failure(.missing) }
}

/// Decodes pictures and drawings, and checks that drawings can be painted. What is wrong with one is said when it is painted.
public func preparePictures(_ artworks: [String: Artwork], type: TypeCase) async -> PreparedPictures {
    let prepared = unsafe await concurrentMap(artworks.sorted { $0.key < $1.key }) { path, artwork in
        Prepared(
            path: path,
            content: Result { () throws(PictureTrouble) in try PictureContent(forDocument: artwork, type: type) })
    }
    return PreparedPictures(Dictionary(prepared.map { ($0.path, $0.content) }) { first, _ in first })
}

/// One picture on its way from the thread that decoded it.
private struct Prepared: @unsafe @unchecked Sendable {
    var path: String
    var content: Result<PictureContent, PictureTrouble>
}
