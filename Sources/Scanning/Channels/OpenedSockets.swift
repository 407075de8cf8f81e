import Addressing
import CLinuxSockets
import Glibc

/// The sockets that take privileges, opened once, so that the privileges can be given up before anything else happens.
///
/// They stay open to the end of the process. Each run works on duplicates; what an earlier run has left in them carries
/// another run's tags.
struct OpenedSockets: Sendable {
    /// A descriptor, or the error number of opening it.
    private let echo: [AddressFamily: Result<EchoDescriptor, SystemError>]
    private let link: [LinkProtocol: Result<Int32, SystemError>]

    /// A socket for echoes and of which kind it is.
    struct EchoDescriptor: Sendable {
        let descriptor: Int32
        let isUnprivileged: Bool
    }

    /// Opens all that there are.
    init() {
        var echo: [AddressFamily: Result<EchoDescriptor, SystemError>] = [:]
        for family in AddressFamily.allCases { echo[family] = Self.openEcho(family) }
        self.echo = echo
        link = [.arp: Self.result(linux_open_link()), .neighbours: Self.result(linux_open_link())]
    }

    /// The unprivileged kind where the system permits it, else a raw one; the error of the raw kind if neither is.
    private static func openEcho(_ family: AddressFamily) -> Result<EchoDescriptor, SystemError> {
        let unprivileged = linux_open_echo(Int32(family.rawValue), 0)
        if unprivileged >= 0 {
            return .success(EchoDescriptor(descriptor: unprivileged, isUnprivileged: true))
        }
        return result(linux_open_echo(Int32(family.rawValue), 1)).map {
            EchoDescriptor(descriptor: $0, isUnprivileged: false)
        }
    }

    private static func result(_ descriptor: Int32) -> Result<Int32, SystemError> {
        descriptor >= 0 ? .success(descriptor) : .failure(SystemError(errno: -descriptor))
    }

    /// A duplicate of the socket for echoes of a family, which the caller has to close.
    func takeEcho(_ family: AddressFamily) throws(SystemError) -> EchoDescriptor {
        guard let opened = try echo[family]?.get() else { throw SystemError(errno: EAFNOSUPPORT) }
        return EchoDescriptor(descriptor: try Self.duplicate(opened.descriptor), isUnprivileged: opened.isUnprivileged)
    }

    /// A duplicate of a socket below IP, which the caller has to close.
    func takeLink(_ linkProtocol: LinkProtocol) throws(SystemError) -> Int32 {
        guard let opened = try link[linkProtocol]?.get() else { throw SystemError(errno: EAFNOSUPPORT) }
        return try Self.duplicate(opened)
    }

    private static func duplicate(_ descriptor: Int32) throws(SystemError) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw SystemError(errno: errno) }
        return copy
    }
}
