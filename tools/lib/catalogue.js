// The tools that contributors need, in the order in which the tests need them. A tool's version is written here and in
// its go.mod or requirements.txt; test/tools/catalogue.test.ts keeps the two equal.

const path = require("node:path");
const { servers } = require("./servers");

const toolsDirectory = path.dirname(require.resolve("../setup.mjs"));

/** Where Prometheus and Alertmanager read their own version from. */
const prometheusVersion = "github.com/prometheus/common/version.Version";

/**
 * @typedef {object} Tool
 * @property {string} name Name on the command line of `tools/setup.mjs`, and of the binary unless `binary` says otherwise.
 * @property {string} version The version that is built.
 * @property {"go" | "python" | "path"} kind Built from a Go module, installed from PyPI, or only ever taken from the PATH.
 * @property {string} [binary] File to run.
 * @property {string[]} [alternatives] Other files that do as well, such as a fork's.
 * @property {string[]} [folders] Where it may be beside the PATH; one part of a folder may be `*`.
 * @property {string} [debian] Debian's package of it, which is installed as root.
 * @property {string} [module] Folder under tools/ that holds go.mod, or requirements.txt.
 * @property {string} [package] Go package to build.
 * @property {string} [pin] What go.mod or requirements.txt must say.
 * @property {string} [stamp] Linker settings (-X) that give the binary its version.
 * @property {string} [fits] Range of versions accepted from the PATH; none: never taken from the PATH.
 * @property {string[]} [ask] Arguments that make it print its version.
 * @property {string} needs What for, for `--list`.
 * @property {number} [seconds] Measured time of a cold build on 2 cores.
 * @property {string} [source] Go file beside go.mod that is what is built.
 * @property {true} [onDemand] Not for `npm test`: built when asked for by name.
 * @property {string} [provider] Provider source, when the binary is a Terraform provider.
 */

/** @type {Tool[]} */
const tools = [
  {
    name: "terraform",
    version: "1.11",
    kind: "path",
    fits: ">=1.11 <2",
    ask: ["version"],
    needs: "plans and applies in the tests",
  },
  {
    name: "opa",
    version: "1.22.0",
    kind: "go",
    module: "opa",
    package: "github.com/open-policy-agent/opa",
    pin: "github.com/open-policy-agent/opa v1.22.0",
    fits: ">=1.22 <1.23",
    ask: ["version"],
    needs: "policy tests, and the compiled policies",
    seconds: 130,
  },
  {
    name: "moto",
    version: "5.2.5",
    kind: "python",
    binary: "moto_server",
    module: "moto",
    pin: "moto==5.2.5",
    needs: "emulator of AWS (EC2, IAM, CloudWatch)",
    seconds: 75,
  },
  {
    name: "ministack",
    version: "1.5.33",
    kind: "python",
    module: "ministack",
    pin: "ministack==1.5.33",
    needs: "emulator of AWS (SQS, Lambda, DynamoDB, S3)",
    seconds: 20,
  },
  {
    name: "tofu",
    version: "1.10.10",
    kind: "go",
    module: "tofu",
    package: "github.com/opentofu/opentofu/cmd/tofu",
    pin: "github.com/opentofu/opentofu v1.10.10",
    stamp: "-X github.com/opentofu/opentofu/version.dev=no",
    fits: ">=1.10 <2",
    ask: ["version"],
    needs: "the same plans and applies with OpenTofu",
    seconds: 310,
  },
  {
    name: "promtool",
    version: "3.15.0",
    kind: "go",
    module: "prometheus",
    package: "github.com/prometheus/prometheus/cmd/promtool",
    pin: "github.com/prometheus/prometheus v0.315.0",
    stamp: `-X ${prometheusVersion}=3.15.0`,
    fits: ">=3.15 <4",
    ask: ["--version"],
    needs: "rules and their generated tests",
    seconds: 700,
  },
  {
    name: "google-provider",
    version: "7.0.1",
    kind: "go",
    binary: "terraform-provider-google_v7.0.1",
    module: "google-provider",
    package: "github.com/hashicorp/terraform-provider-google",
    pin: "github.com/hashicorp/terraform-provider-google v1.20.1-0.20250827192824-325dc3e8de13",
    stamp: "-X github.com/hashicorp/terraform-provider-google/version.ProviderVersion=7.0.1",
    provider: "hashicorp/google",
    needs: "plans of the Google stacks where no registry can be reached",
    seconds: 480,
  },
  {
    name: "amtool",
    version: "0.31.1",
    kind: "go",
    module: "alertmanager",
    package: "github.com/prometheus/alertmanager/cmd/amtool",
    pin: "github.com/prometheus/alertmanager v0.31.1",
    stamp: `-X ${prometheusVersion}=0.31.1`,
    fits: ">=0.31 <1",
    ask: ["--version"],
    needs: "Alertmanager configuration",
    seconds: 145,
  },
  {
    // Never from the PATH: the pinned CloudWatch client (see its go.mod) is what the emulators understand.
    name: "yace",
    version: "0.67.0",
    kind: "go",
    module: "yace",
    package: "github.com/prometheus-community/yet-another-cloudwatch-exporter/cmd/yace",
    pin: "github.com/prometheus-community/yet-another-cloudwatch-exporter v0.67.0",
    stamp: `-X ${prometheusVersion}=0.67.0`,
    ask: ["version"],
    needs: "exporter configuration for CloudWatch",
    seconds: 150,
  },
  {
    name: "oslo",
    version: "0.13.0",
    kind: "go",
    module: "oslo",
    package: "github.com/OpenSLO/oslo/cmd/oslo",
    pin: "github.com/OpenSLO/oslo v0.13.0",
    needs: "OpenSLO documents",
    seconds: 30,
  },
  {
    name: "pint",
    version: "0.87.0",
    kind: "go",
    module: "pint",
    package: "github.com/cloudflare/pint/cmd/pint",
    pin: "github.com/cloudflare/pint v0.87.0",
    stamp: "-X main.version=0.87.0",
    fits: ">=0.87 <1",
    ask: ["version"],
    needs: "mistakes in rules that promtool does not see",
    seconds: 120,
  },
  {
    name: "conftest",
    version: "0.71.1",
    kind: "go",
    module: "conftest",
    package: "github.com/open-policy-agent/conftest",
    pin: "github.com/open-policy-agent/conftest v0.71.1",
    stamp: "-X github.com/open-policy-agent/conftest/internal/version.Version=0.71.1",
    fits: ">=0.71 <1",
    ask: ["--version"],
    needs: "cross-check of the gate",
    seconds: 165,
  },
  {
    name: "checkov",
    version: "3.3.30",
    kind: "python",
    module: "checkov",
    pin: "checkov==3.3.30",
    needs: "proof that the coverage table misses none of its checks, and the bench",
    seconds: 70,
  },
  {
    name: "awscli",
    version: "1.46.3",
    kind: "python",
    binary: "aws",
    module: "awscli",
    pin: "awscli==1.46.3",
    needs: "the commands of the runbooks",
    seconds: 15,
  },
  ...servers,
  {
    name: "cmarkgfm",
    version: "2025.10.22",
    kind: "python",
    binary: "python",
    module: "cmarkgfm",
    pin: "cmarkgfm==2025.10.22",
    needs: "GitHub's Markdown renderer, for the pull request comment",
    seconds: 15,
  },
  {
    name: "compose-spec",
    version: "2.16.2",
    kind: "go",
    module: "compose",
    package: "github.com/compose-spec/compose-go/v2/cmd",
    pin: "github.com/compose-spec/compose-go/v2 v2.16.2",
    needs: "the compose file",
    seconds: 10,
  },
  {
    name: "oasdiff",
    version: "1.38.0",
    kind: "go",
    module: "oasdiff",
    package: "github.com/oasdiff/oasdiff",
    pin: "github.com/oasdiff/oasdiff v1.38.0",
    stamp: "-X github.com/oasdiff/oasdiff/build.Version=1.38.0",
    fits: ">=1.38 <2",
    ask: ["--version"],
    needs: "what breaks an OpenAPI document",
    seconds: 65,
  },
  {
    name: "buf",
    version: "1.75.0",
    kind: "go",
    module: "buf",
    package: "github.com/bufbuild/buf/cmd/buf",
    pin: "github.com/bufbuild/buf v1.75.0",
    fits: ">=1.75 <2",
    ask: ["--version"],
    needs: "what breaks a Protobuf contract",
    seconds: 200,
  },
  {
    name: "prometheus",
    version: "3.15.0",
    kind: "go",
    module: "prometheus",
    package: "github.com/prometheus/prometheus/cmd/prometheus",
    pin: "github.com/prometheus/prometheus v0.315.0",
    stamp: `-X ${prometheusVersion}=3.15.0`,
    fits: ">=3.15 <4",
    ask: ["--version"],
    needs: "a server that runs the rules",
    seconds: 100,
  },
  {
    name: "alertmanager",
    version: "0.31.1",
    kind: "go",
    module: "alertmanager",
    package: "github.com/prometheus/alertmanager/cmd/alertmanager",
    pin: "github.com/prometheus/alertmanager v0.31.1",
    stamp: `-X ${prometheusVersion}=0.31.1`,
    fits: ">=0.31 <1",
    ask: ["--version"],
    needs: "a server that sends the alerts",
    seconds: 10,
  },
  {
    name: "sloth",
    version: "0.16.0",
    kind: "go",
    module: "sloth",
    package: "github.com/slok/sloth/cmd/sloth",
    pin: "github.com/slok/sloth v0.16.0",
    stamp: "-X github.com/slok/sloth/internal/info.Version=v0.16.0",
    fits: ">=0.16 <0.17",
    ask: ["version"],
    needs: "the other side of `npm run bench -- slo`",
    seconds: 150,
    onDemand: true,
  },
  {
    name: "pyrra",
    version: "0.10.1",
    kind: "go",
    module: "pyrra",
    package: ".",
    pin: "github.com/pyrra-dev/pyrra v0.10.1",
    stamp: "-X main.version=0.10.1",
    source: "main.go",
    ask: ["--version"],
    needs: "the other side of `npm run bench -- slo`",
    seconds: 200,
    onDemand: true,
  },
  {
    name: "otelcol",
    version: "0.161.0",
    kind: "go",
    module: "otelcol",
    package: ".",
    pin: "go.opentelemetry.io/collector/otelcol v0.161.0",
    stamp: "-X main.version=0.161.0",
    source: "main.go",
    ask: ["--version"],
    needs: "`npm run collector:prove`: a collector that runs the generated configuration",
    seconds: 300,
    onDemand: true,
  },
];

/** @param {string} name @returns {Tool} */
function toolNamed(name) {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool) return tool;
  throw new Error(`unknown tool "${name}"; known: ${tools.map((each) => each.name).join(", ")}`);
}

module.exports = { tools, toolNamed, toolsDirectory };
