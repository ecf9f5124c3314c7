# make demo | test | test-editions | lint | bench | bench-lines | bench-edits | clean | setup

edition := samples/dongcheng/2026-11-23
press   := .build/release/press

.PHONY: demo test test-editions lint bench bench-lines bench-edits clean setup release

# The sample newspaper, from a fresh clone to pages.
demo: release
	mkdir -p out
	$(press) build $(edition) -o out/dongcheng.pdf --png out/png --dpi 100
	@echo
	@echo "Look at out/dongcheng.pdf, or at the pages in out/png:"
	@ls out/png/*.png

test: setup lint
	swift test

# Two hundred random editions, and two hundred of everything that copy may hold, in release mode: some minutes.
# `make test-editions editions=17-17 suite=mixedEditions` sets one of them again.
editions ?= 200
suite    ?= NewspaperTests
test-editions: setup
	PRESS_EDITIONS=$(editions) swift test -c release -Xswiftc -enable-testing --scratch-path .build/editions --filter '$(suite)'

lint:
	swift format lint --strict -r Sources Tests Package.swift

# press against a bare program that shapes and paints the same text.
bench: release
	Scripts/bench $(edition)

# How well and how fast lines are broken (docs/line-breaking.md).
bench-lines: setup
	swift build -c release --product line-bench
	.build/release/line-bench quality Bench/prose/*.txt
	.build/release/line-bench curve Bench/prose/*.txt
	.build/release/line-bench speed Bench/prose/*.txt

# What re-planning after a small edit costs and moves.
bench-edits: setup
	swift build -c release --product edit-bench
	.build/release/edit-bench

clean:
	swift package clean
	rm -rf out

release: setup
	swift build -c release --product press --static-swift-stdlib

setup:
	@Scripts/setup
