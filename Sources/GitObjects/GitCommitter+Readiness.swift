import ChildProcesses
import Foundation

// What has to hold before anything is changed that a commit is to be made of.
extension GitCommitter {
    /// What Git may be in the middle of, by the file or directory that says so.
    private static let underway: KeyValuePairs = [
        "MERGE_HEAD": "a merge", "CHERRY_PICK_HEAD": "a cherry-pick", "REVERT_HEAD": "a revert",
        "rebase-merge": "a rebase", "rebase-apply": "a rebase",
    ]

    /// The name of the branch that is checked out.
    ///
    /// - Throws: ``GitError`` if none is.
    package func currentBranch() throws(GitError) -> String {
        let ending = try repository.program.run(["symbolic-ref", "--quiet", "HEAD"])
        guard ending.status == 0, let name = ending.lines.first, name.hasPrefix(Self.branches) else {
            throw GitError(.missing, "no branch is checked out: switch to one, or begin one with --branch")
        }
        return String(name.dropFirst(Self.branches.count))
    }

    /// Refuses to begin what could not be ended: Git has to know who commits, and neither a person nor another process
    /// may be in the middle of something.
    ///
    /// - Throws: ``GitError`` that says what is in the way.
    package func requireReady() throws(GitError) {
        guard try output(["rev-parse", "--is-inside-work-tree"]) == "true" else {
            throw GitError(
                .failed, "this is no working tree, such as a bare repository has none: make the commit in a clone")
        }
        _ = try output(["var", "GIT_COMMITTER_IDENT"])
        for (name, title) in Self.underway where try isPresent(name) {
            throw GitError(
                .failed, "\(title) is under way in this repository: finish it, or `git status` says how to abort it")
        }
        guard try !isPresent("index.lock") else {
            let lock = try output(["rev-parse", "--git-path", "index.lock"])
            throw GitError(.failed, "another Git process is at work: wait for it, or remove '\(lock)' if there is none")
        }
    }

    private func isPresent(_ name: String) throws(GitError) -> Bool {
        let path = try output(["rev-parse", "--git-path", name])
        return FileManager.default.fileExists(atPath: repository.program.path(path))
    }

    /// Whether the settings ask for commits to be signed, which these are not.
    package func isToSign() throws(GitError) -> Bool {
        try repository.program.run(["config", "--type=bool", "--get", "commit.gpgSign"]).lines.first == "true"
    }

    /// Refuses a name that no branch may have, or that is taken: a branch stands in the way of all below its name too.
    ///
    /// - Throws: ``GitError`` that says which it is.
    package func requireNewBranch(_ name: String) throws(GitError) {
        try GitRevision.requireName(name)
        let check = try repository.program.run(["check-ref-format", "--branch", name])
        guard check.status == 0, !name.hasPrefix("-"), !name.hasPrefix("@") else {
            throw GitError(.malformedName, "'\(name)' cannot be the name of a branch")
        }
        let folder = name.split(separator: "/").first.map(String.init) ?? name
        let branches = try repository.program
            .require(["for-each-ref", "--format=%(refname:lstrip=2)", Self.branches + folder]).lines
        if branches.contains(name) {
            throw GitError(.malformedName, "there is a branch '\(name)' already: switch to it, or choose another name")
        }
        let rival = branches.first { name.hasPrefix("\($0)/") || $0.hasPrefix("\(name)/") }
        if let rival {
            throw GitError(
                .malformedName,
                "there is a branch '\(rival)', and Git has no room for '\(name)' beside it: choose another name")
        }
    }
}
