import ArgumentParser
import Foundation
import Scanning
import Workflows

/// A command of ipam: what it does, apart from how errors and exit codes reach the shell.
protocol SessionCommand: ParsableCommand {
    /// Where to work and how to talk.
    var common: CommonOptions { get }
    /// Whether it probes the network.
    static var scans: Bool { get }
    /// Does the work.
    func execute(in session: Session) throws(WorkflowError) -> ExitStatus
}

extension SessionCommand {
    static var scans: Bool { false }

    /// Runs the command, tells errors on stderr, and ends with the contract's exit code.
    mutating func run() throws {
        // Whoever reads may leave early: that must end neither a scan nor the writing of files half-way.
        signal(SIGPIPE, SIG_IGN)
        let channels = Self.scans ? ScanChannels.live() : nil
        let console = Console(common.talk)
        let status: ExitStatus
        do {
            status = try execute(in: try Session(common, channels, console))
        } catch {
            console.show(error)
            status = error.status
        }
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

/// What a command works with: the project, the world and the terminal.
struct Session {
    let project: Project
    let world: World
    let console: Console

    init(_ options: CommonOptions, _ channels: ScanChannels?, _ console: Console) throws(WorkflowError) {
        self.console = console
        try options.enterDirectory()
        let directory = FileManager.default.currentDirectoryPath
        guard !directory.isEmpty else {
            throw WorkflowError("the working directory is gone: go to another, or name one with -C")
        }
        var project = options.project
        project.directory = Project.directoryInRepository(directory)
        self.project = project
        world = try World.real(now: options.fixedMoment(), channels: channels, console)
        console.detail("inventory \(project.inventory), cache \(project.cache), as of \(world.now())")
    }
}
