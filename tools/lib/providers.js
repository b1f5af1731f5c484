// Which providers the tests run with, and from where.

const fs = require("node:fs");
const path = require("node:path");
const { cached, cacheDirectory, link, platform, storeDirectory } = require("./cache");
const { toolNamed } = require("./catalogue");
const { findMirror, host, packageIn } = require("./mirror");

const aws = { source: "hashicorp/aws", version: "5.100.0" };
/** The version that the stacks pin. */
const google = { source: "hashicorp/google", version: "6.50.0" };

/** Each tool looks a bare "hashicorp/aws" up under its own host. */
const hosts = [host, "registry.opentofu.org"];

/** Where a provider comes from: a file or folder to link to (`target`, at `below` its host), or the registry. */
function fromMirror({ source, version }, env) {
  const mirror = findMirror(source, version, env);
  if (!mirror) return undefined;
  const below = packageIn(mirror, source, version);
  return { source, version, from: "mirror", target: path.join(mirror, host, below), below };
}

/**
 * The Google provider of this machine: the pinned 6.50.0 from a mirror, or from the registry where the AWS provider has
 * to come from there too; else 7.0.1, built from its Go module, which holds no 6.x.
 */
function googleProvider(env = process.env) {
  const mirrored = fromMirror(google, env);
  if (mirrored) return mirrored;
  if (!fromMirror(aws, env)) return { ...google, from: "registry" };
  const tool = toolNamed("google-provider");
  const below = path.join(tool.provider, tool.version, platform());
  return {
    source: tool.provider,
    version: tool.version,
    from: "build",
    target: storeDirectory(tool, env),
    below,
  };
}

/** Links the built Google provider into <cache>/providers, a filesystem mirror of its own. */
function linkBuiltProvider(env = process.env) {
  const tool = toolNamed("google-provider");
  if (!cached(tool, env)) return;
  const below = path.join(tool.provider, tool.version, platform());
  for (const each of hosts) {
    link(storeDirectory(tool, env), path.join(cacheDirectory(env), "providers", each, below));
  }
}

/** Links providers into a mirror under both hosts; a link at the level of the platform is what OpenTofu follows. */
function linkMirror(directory, providers) {
  for (const { target, below } of providers) {
    for (const each of hosts) link(target, path.join(directory, each, below));
  }
}

/** A CLI configuration that takes these sources from the mirror and everything else from the registries. */
function cliConfiguration(directory, sources) {
  const names = hosts.flatMap((each) => sources.map((source) => `${each}/${source}`));
  const list = names.map((name) => `      ${JSON.stringify(name)},`).join("\n");
  const installation = `provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(directory)}
    include = [
${list}
    ]
  }
  direct {
    exclude = [
${list}
    ]
  }
}
`;
  return `disable_checkpoint = true\n${sources.length > 0 ? installation : ""}`;
}

/**
 * Writes the mirror and the CLI configuration of Terraform and OpenTofu into a folder; safe to repeat and in parallel.
 * @returns {string} the path of the configuration file
 */
function writeCliConfiguration(directory, env = process.env) {
  const wanted = [fromMirror(aws, env), googleProvider(env)];
  const found = wanted.filter((each) => each?.target && fs.existsSync(each.target));
  const mirror = path.join(directory, "mirror");
  fs.mkdirSync(directory, { recursive: true });
  linkMirror(mirror, found);
  const file = path.join(directory, "cli.tfrc");
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(
    draft,
    cliConfiguration(
      mirror,
      found.map((each) => each.source),
    ),
  );
  fs.renameSync(draft, file);
  return file;
}

module.exports = { aws, googleProvider, linkBuiltProvider, writeCliConfiguration };
