// swift-tools-version: 6.2
import PackageDescription

/// The settings every Swift target is built with: see ARCHITECTURE.md, "Package settings".
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// A Debian library behind a module map: nothing but names for Swift to import.
func library(_ name: String, pkgConfig: String?, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
    name: "press",
    products: [
        .library(name: "Layout", targets: ["Layout"]),
        .executable(name: "press", targets: ["press"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "Layout", swiftSettings: settings),
        .target(
            name: "Copydesk",
            dependencies: ["Layout", "CCmark", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings
        ),
        .target(
            name: "Render",
            dependencies: [
                "Layout", "CCairo", "CPango", "CHarfBuzz", "CRSVG", "CTurboJPEG", "CCrypto", "CHyphen",
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "press",
            dependencies: [
                "Layout", "Copydesk", "Render",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        // Measures line breaking: how well and how fast. Not shipped.
        .executableTarget(
            name: "line-bench", dependencies: ["Layout", "Render"], path: "Bench/Lines", swiftSettings: settings),
        // Measures what re-planning after an edit costs and moves. Not shipped.
        .executableTarget(
            name: "edit-bench", dependencies: ["Layout", "Copydesk", "Render"], path: "Bench/Edits",
            swiftSettings: settings),
        .testTarget(name: "LayoutTests", dependencies: ["Layout"], swiftSettings: settings),
        .testTarget(name: "CopydeskTests", dependencies: ["Copydesk", "Layout"], swiftSettings: settings),
        .testTarget(name: "RenderTests", dependencies: ["Render", "Layout"], swiftSettings: settings),
        .testTarget(name: "PressTests", dependencies: ["press", "Copydesk", "Layout"], swiftSettings: settings),
        .testTarget(name: "TidyTests", swiftSettings: settings),

        library("CCmark", pkgConfig: "libcmark-gfm", apt: "libcmark-gfm-dev"),
        library("CCairo", pkgConfig: "cairo-ft", apt: "libcairo2-dev"),
        library("CPango", pkgConfig: "pangoft2", apt: "libpango1.0-dev"),
        library("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
        library("CRSVG", pkgConfig: "librsvg-2.0", apt: "librsvg2-dev"),
        library("CTurboJPEG", pkgConfig: "libturbojpeg", apt: "libturbojpeg0-dev"),
        // It has no pkg-config file: its header and library lie where the compiler looks.
        library("CHyphen", pkgConfig: nil, apt: "libhyphen-dev"),
        library("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    ],
    swiftLanguageModes: [.v6]
)
