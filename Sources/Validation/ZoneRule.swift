/// A rule whose breaches are found while the zones are derived; what is left to it is to explain them.
///
/// Its id is the raw value of the kind of `ZoneProblem` that it is about.
package protocol ZoneRule: ValidationRule {}

extension ZoneRule {
    package func check(_ context: inout ValidationContext) {
        context.reportZoneProblems()
    }
}
