import Addressing
import Allocation
import ArgumentParser
import JSONShapes
import Workflows

struct Next: SessionCommand {
    /// How the result is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case human, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Name the next free address or prefix.",
        discussion: """
            Free is what nobody claims and no reservation keeps, outside dhcp and reserved pools, neither gateway nor \
            network nor broadcast address, and what nobody was seen to use lately. Prefixes are taken from containers.
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Subnets (by prefix or name), static pools, sites or tags; site:NAME says which is meant.",
            valueName: "source"))
    var sources: [String]

    @Option(help: "How many, 1 to 1024.")
    var count = 1

    @Option(help: "Family: 4 or 6.")
    var family: UInt8?

    @Option(help: "Name prefixes of this length instead of addresses.")
    var prefixLength: Int?

    @Option(help: "Which of several: lowest, highest or sparse, which leaves room to grow.")
    var strategy = AllocationStrategy.lowest

    @Option(name: [.customShort("o"), .customLong("output")], help: "Format: human, one a line, or json.")
    var format = Format.human

    @Flag(help: "Print YAML to paste into a file of the inventory.")
    var yaml = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if sources.isEmpty { throw ValidationError("say where: a subnet, a pool, a site or a tag") }
        if yaml, format == .json { throw ValidationError("--yaml and -o json are two formats: choose one") }
        if !(1...1024).contains(count) { throw ValidationError("--count takes 1 to 1024") }
        if let family, AddressFamily(rawValue: family) == nil { throw ValidationError("--family takes 4 or 6") }
        let longest = family == AddressFamily.v4.rawValue ? AddressFamily.v4.width : AddressFamily.v6.width
        if let prefixLength, !(1...longest).contains(prefixLength) {
            throw ValidationError("--prefix-length takes 1 to \(longest)")
        }
    }

    func execute(in session: Session) throws(WorkflowError) -> ExitStatus {
        var options = NextWorkflow.Options()
        options.count = count
        options.family = family.flatMap(AddressFamily.init(rawValue:))
        options.strategy = strategy
        if let prefixLength {
            let offer = try NextWorkflow.prefixes(
                length: prefixLength, from: sources, options, session.project, in: session.world)
            for effect in offer.effects { session.console.tellUnlessQuiet("note: \(effect.sentence)") }
            try session.console.write(yaml ? offer.yaml : offer.text(as: format))
        } else {
            let offer = try NextWorkflow.addresses(from: sources, options, session.project, in: session.world)
            for skipped in offer.skipped { session.console.notify(skipped.sentence) }
            try session.console.write(yaml ? offer.yaml : offer.text(as: format))
        }
        return .done
    }
}

extension AllocationStrategy: ExpressibleByArgument {}

extension AddressOffer {
    fileprivate func text(as format: Next.Format) -> String {
        switch format {
        case .human: addresses.map { "\($0.address)\n" }.joined()
        case .json: Self.shape.json(self).text()
        }
    }

    fileprivate var yaml: String {
        "devices:\n" + addresses.enumerated().map { $1.stanza(number: $0 + 1) }.joined()
    }
}

extension AddressOffer.Offered {
    /// A device to rename, which has the address.
    fileprivate func stanza(number: Int) -> String {
        let vrf = vrf == "default" ? "" : "        vrf: \(JSON.string(vrf).text(.compact))\n"
        return """
              - name: new-\(number)
                interfaces:
                  - name: eth0
            \(vrf)        addresses: [\(address.family == .v6 ? "\"\(address)\"" : "\(address)")]

            """
    }
}

extension AddressOffer.Skipped {
    /// Why it was skipped, without a full stop.
    fileprivate var sentence: String {
        let who = [mac?.description, name].compactMap(\.self).joined(separator: ", ")
        return "\(address) is free in the inventory, but a host answered there at \(lastSeen)"
            + (who.isEmpty ? "" : " (\(who))")
    }
}

extension PrefixOffer {
    fileprivate func text(as format: Next.Format) -> String {
        switch format {
        case .human: prefixes.map { "\($0.prefix)\n" }.joined()
        case .json: Self.shape.json(self).text()
        }
    }

    fileprivate var yaml: String { "subnets:\n" + prefixes.map(\.stanza).joined() }
}

extension PrefixOffer.Offered {
    /// A subnet to name.
    fileprivate var stanza: String {
        let text = prefix.family == .v6 ? "\"\(prefix)\"" : "\(prefix)"
        return "  - prefix: \(text)\n" + (vrf == "default" ? "" : "    vrf: \(JSON.string(vrf).text(.compact))\n")
    }
}

extension PrefixOffer.Effect {
    /// How the container's free space changes, without a full stop.
    fileprivate var sentence: String { "\(container): before \(before.words), after \(after.words)" }
}

extension Fragmentation {
    fileprivate var words: String {
        guard let largest else { return "no free block" }
        return blocks == 1 ? "one free block, \(largest)" : "\(blocks) free blocks, the largest \(largest)"
    }
}
