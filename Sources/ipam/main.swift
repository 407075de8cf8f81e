import ArgumentParser
import Commands

// Bytes that are no UTF-8 arrive as U+FFFD, and so they would get into files.
if CommandLine.arguments.contains(where: { $0.unicodeScalars.contains("\u{fffd}") }) {
    IPAMCommand.exit(
        withError: ValidationError("An argument is not UTF-8, or holds U+FFFD, which stands for what is not."))
}
IPAMCommand.main()
