import Glibc
import Layout

/// A system call that failed on a file.
struct SystemFailure: Error, Equatable {
    var path: String
    var code: CInt

    /// `code` is by default that of the call just made.
    init(_ path: String, code: CInt = errno) {
        self.path = path
        self.code = code
    }

    var sentence: Phrase {
        let english = unsafe String(cString: strerror(code))
        return Phrase(zh: "\(path)：\(chinese ?? english)", en: "\(path): \(english)")
    }

    private var chinese: String? {
        switch code {
        case ENOSPC: "磁盘已满"
        case EDQUOT: "超出磁盘配额"
        case EIO: "磁盘读写出错"
        case EFBIG: "文件太大"
        case EACCES, EPERM: "没有权限"
        case EROFS: "文件系统只读"
        case ENOENT: "没有这个文件或文件夹"
        case ENOTDIR: "路径中有一段不是文件夹"
        case EISDIR: "这是一个文件夹"
        case EPIPE: "读的一方已关闭管道"
        case ENAMETOOLONG: "文件名太长"
        case ELOOP: "符号链接成环"
        default: nil
        }
    }
}
