import Glibc

/// The error number that a system call left behind.
struct SystemError: Error, Hashable, CustomStringConvertible {
    let number: Int32

    /// Takes the calling thread's present error number.
    init() {
        number = errno
    }

    init(number: Int32) {
        self.number = number
    }

    var code: FileError.Code { number == ENOENT ? .missing : .system }

    /// The system's own words, such as `Permission denied`.
    var description: String {
        // Safe: strerror returns a NUL-terminated string that is copied at once.
        unsafe String(cString: strerror(number))
    }

    /// Repeats `call` for as long as signals interrupt it; throws if it returns a negative number.
    @discardableResult
    static func check<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
        while true {
            let result = call()
            if result >= 0 { return result }
            if errno != EINTR { throw SystemError() }
        }
    }
}
