# METADATA
# title: Functions run on a runtime that is maintained
# description: "A runtime past its end gets no fixes, and some months later no deployment either: not even that of an urgent fix."
# custom:
#   id: GCP-FUNCTIONS-004
#   severity: high
#   types: [google_cloudfunctions2_function, google_cloudfunctions_function]
#   stages: [synth, plan]
#   aliases: []
#   controls: [NIST-SI-2]
#   fix: "Set `build_config.runtime` to a version that Google maintains, such as `nodejs22`."
#   unknown: defer
package google.functions.runtime

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs on {runtime}, which Google no longer maintains") if {
	types[input.type]
	some runtime in runtimes
	ended[runtime]
}

runtimes contains input.after.build_config[0].runtime

runtimes contains input.after.runtime

# Deprecated before August 2026: https://cloud.google.com/functions/docs/runtime-support
ended := {"dotnet3", "dotnet6", "go111", "go113", "go116", "go118", "go119", "go120", "go121", "go122", "java11", "java8", "nodejs10", "nodejs12", "nodejs14", "nodejs16", "nodejs18", "nodejs20", "nodejs6", "nodejs8", "php74", "php81", "python37", "python38", "python39", "ruby26", "ruby27", "ruby30", "ruby32"}

types := {"google_cloudfunctions2_function", "google_cloudfunctions_function"}
