import Findings
import Formatting

/// A text as it is laid out; nil if it is refused.
func formatted(_ text: String) -> String? {
    switch InventoryFormatter.format(SourceFile(path: "a.yaml", bytes: Array(text.utf8)), index: 0) {
    case .unchanged: text
    case .changed(let bytes): String(decoding: bytes, as: UTF8.self)
    case .refused: nil
    }
}
