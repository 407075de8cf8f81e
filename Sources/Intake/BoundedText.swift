extension String {
    /// The beginning of a text that came over the network: as much as a DNS name may have.
    ///
    /// What is in it stays as it is: each output escapes what is special to it.
    var bounded: String { String(unicodeScalars.prefix(255)) }
}
