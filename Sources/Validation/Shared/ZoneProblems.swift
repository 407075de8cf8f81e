import Findings
import InventoryModel
import ZoneData

extension ZoneProblem {
    /// The object as a finding is about it, named without a final dot.
    var subject: Subject {
        let name = self.name.count > 1 && self.name.hasSuffix(".") ? String(self.name.dropLast()) : self.name
        return Subject(kind.subjectKind, String(name.prefix(100)))
    }
}

extension ZoneProblem.Kind {
    fileprivate var subjectKind: Subject.Kind {
        switch self {
        case .invalidZone, .duplicateZone, .noNameserver: .zone
        case .pointerConflict: .address
        case .noReverseZone: .prefix
        default: .record
        }
    }

    /// Whether it is that something is absent, which may only be unreadable.
    fileprivate var isAbsence: Bool {
        [.targetWithoutAddress, .unplacedName, .danglingCNAME, .pointerMismatch, .noReverseZone].contains(self)
    }
}

/// What is wrong with the zones of an inventory, by kind.
struct ZoneProblems: Sendable {
    private let byKind: [ZoneProblem.Kind: [ZoneProblem]]

    /// Surveys the zones, if there are any.
    ///
    /// - Parameter isComplete: whether all that is declared could be read, so that what is absent is really absent.
    init(_ plan: AddressPlan, isComplete: Bool) {
        let all = plan.inventory.zones.isEmpty ? [] : ZoneSurvey(plan).problems
        byKind = Dictionary(grouping: all.lazy.filter { isComplete || !$0.kind.isAbsence }, by: \.kind)
    }

    /// The problems of one kind, in the order of the text.
    func ofKind(_ kind: ZoneProblem.Kind) -> [ZoneProblem] { byKind[kind] ?? [] }
}
