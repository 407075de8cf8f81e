/// Makes the text of every file.
struct InventoryMaker {
    /// Devices in one /24; the addresses above are free for those that are to stand elsewhere.
    private static let devicesPerSubnet = 200

    private let options: Options
    private let devicesPerFile: Int
    private let subnetsPerFile: Int

    init(_ options: Options) {
        self.options = options
        devicesPerFile = (options.devices + options.files - 1) / options.files
        subnetsPerFile = (devicesPerFile + Self.devicesPerSubnet - 1) / Self.devicesPerSubnet
    }

    /// The files' texts, in the order of their names.
    var files: some Sequence<String> {
        (0..<options.files).lazy.map { text(ofFile: $0) }
    }

    private func text(ofFile file: Int) -> String {
        let devices = file * devicesPerFile..<min((file + 1) * devicesPerFile, options.devices)
        var text = file == 0 ? preamble : ""
        text += "subnets:\n"
        for subnet in 0..<(devices.count + Self.devicesPerSubnet - 1) / Self.devicesPerSubnet {
            text += """
                  - prefix: \(address(file, subnet, host: 0))/24
                    name: net-\(file)-\(subnet)
                    scan: {enabled: false}\(options.hasZones ? "\n    zone: example.net" : "")

                """
        }
        text += "devices:\n"
        for device in devices { text += self.text(ofDevice: device, file, place: device - devices.lowerBound) }
        return text
    }

    private var preamble: String {
        guard options.hasZones else { return "" }
        return """
            settings:
              dns: {contact: hostmaster@example.net, nameservers: [ns.example.org]}
            zones:
              - name: example.net
              - reverse: 10.0.0.0/8

            """
    }

    private func text(ofDevice device: Int, _ file: Int, place: Int) -> String {
        var random = SplitMix64(options.seed, device)
        let role = ["server", "switch", "printer", "camera", "database"][Int(random.next() % 5)]
        let owner = ["team-platform", "team-network", "team-office", "team-data"][Int(random.next() % 4)]
        let (subnet, rank) = place.quotientAndRemainder(dividingBy: Self.devicesPerSubnet)
        // At most fifty devices of a /24 stand elsewhere: that many addresses are left.
        let isMoved = isChanged(device) && rank < 50
        let host = isMoved ? Self.devicesPerSubnet + 2 + rank : rank + 2
        return """
              - name: host-\(device)
                role: \(role)
                owner: \(owner)
                interfaces:
                  - name: eth0
                    mac: \(mac(random.next(), device))
                    addresses: [\(address(file, subnet, host: host))]

            """
    }

    /// Whether a device is one of those that stand elsewhere: the first of as many files as there are changes, and so on.
    private func isChanged(_ device: Int) -> Bool {
        let (file, place) = device.quotientAndRemainder(dividingBy: devicesPerFile)
        return place * options.files + file < options.changes
    }

    private func address(_ file: Int, _ subnet: Int, host: Int) -> String {
        let number = file * subnetsPerFile + subnet
        return "10.\(number >> 8 & 255).\(number & 255).\(host)"
    }

    /// A local hardware address: the device's number, which no other has, behind two seeded bytes.
    private func mac(_ random: UInt64, _ device: Int) -> String {
        let bits = 0x0200_0000_0000 | (random & 0xff) << 32 | UInt64(device)
        return stride(from: 40, through: 0, by: -8).map { shift in
            let byte = String(bits >> UInt64(shift) & 0xff, radix: 16)
            return byte.count == 1 ? "0" + byte : byte
        }.joined(separator: ":")
    }
}

/// Steele, Lea and Flood's generator: good enough to vary text, and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64, _ stream: Int) {
        state = seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(stream) &* 0xbf58_476d_1ce4_e5b9
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
}
