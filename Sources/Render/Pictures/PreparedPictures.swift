public import Layout

/// An edition's pictures, decoded for a PDF ahead of painting: on another thread, while pages are being set.
///
/// It is handed from the thread that made it to the one that paints; two never use it at once.
public struct PreparedPictures: @unsafe @unchecked Sendable {
    let store: PictureStore
}

/// Decodes pictures and drawings, and checks that drawings can be painted. What is wrong with one is said when it is painted.
public func preparePictures(_ artworks: [String: Artwork], type: TypeCase) -> PreparedPictures {
    let store = PictureStore(artworks, type: type, target: .document)
    store.decodeAll()
    return PreparedPictures(store: store)
}
