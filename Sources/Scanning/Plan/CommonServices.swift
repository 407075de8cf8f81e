package import Observations

/// The ports that a host is asked for when the user wants to know its services.
package enum CommonServices {
    /// Remote access, mail, web, names, files, printing and databases: a short list, because each costs probes.
    package static let probes: [ProbeName] =
        [21, 22, 23, 25, 53, 80, 110, 143, 443, 445, 631, 993, 3306, 3389, 5432, 8080].map { .tcp(port: $0) }
        + [53, 123, 161].map { .udp(port: $0) }
}
