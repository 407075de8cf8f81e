/// What `ipam init` writes, each file as it stands in `Templates`; they are part of the executable.
enum StarterFiles {
    /// Where the workflows take ipam from when nobody says where it is.
    static let placeholder = ToolSource(repository: "OWNER/ipam", revision: "COMMIT")

    /// All files but the schema, by path.
    static func files(from source: ToolSource) -> [OutputFile] {
        let fixed: [(path: String, bytes: [UInt8])] = [
            (".gitignore", PackageResources.gitignore),
            (".pre-commit-config.yaml", PackageResources.pre_commit_config_yaml),
            (".vscode/extensions.json", PackageResources.vscode_extensions_json),
            (".vscode/settings.json", PackageResources.vscode_settings_json),
            ("inventory/lan.yaml", PackageResources.lan_yaml),
            ("inventory/loopback.yaml", PackageResources.loopback_yaml),
            ("inventory/settings.yaml", PackageResources.settings_yaml),
        ]
        let workflows = [
            ("comment", PackageResources.comment_workflow_yml),
            ("drift", PackageResources.drift_workflow_yml),
            ("inventory", PackageResources.inventory_workflow_yml),
        ]
        return fixed.map { OutputFile(path: $0.path, bytes: $0.bytes) }
            + workflows.map { name, bytes in
                OutputFile(path: ".github/workflows/\(name).yml", text: source.filled(into: bytes))
            }
    }
}
