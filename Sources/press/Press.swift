import Layout
import Copydesk
import Render
import ArgumentParser
@main struct Press: ParsableCommand { func run() { print("x") } }
