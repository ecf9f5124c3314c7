import Glibc
import Layout

/// What a run's exit code says; a contract with scripts.
enum ExitStatus: Int32 {
    case success = 0
    /// Errors in the edition, or warnings under `--deny-warnings`.
    case findings = 1
    /// The world failed: a font file, the disk, permissions.
    case environment = 4
    case usage = 64
    /// Our own mistake.
    case `internal` = 70
}

/// Why a command ends early.
struct Stop: Error {
    var status: ExitStatus
    /// nil when everything has been said already.
    var reason: Phrase?

    init(_ status: ExitStatus, _ reason: Phrase? = nil) {
        self.status = status
        self.reason = reason
    }

    init(_ failure: SystemFailure) {
        self.init(.environment, failure.sentence)
    }

    /// Says the reason on standard error, where anybody can hear, and ends the process.
    func leave() -> Never {
        if let reason {
            try? Descriptor.standardError.write(Array("press: \(reason[.current])\n".utf8))
        }
        exit(status.rawValue)
    }
}
