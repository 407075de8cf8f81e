// Writes an inventory of any size: the same options, the same bytes.

import Foundation

guard let options = Options(CommandLine.arguments.dropFirst()) else {
    FileHandle.standardError.write(Data("\(Options.usage)\n".utf8))
    exit(64)
}
try FileManager.default.createDirectory(at: options.directory, withIntermediateDirectories: true)
for (number, text) in InventoryMaker(options).files.enumerated() {
    let name = "part-" + String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number).yaml"
    try Data(text.utf8).write(to: options.directory.appending(path: name))
}
