// Finds a folder that already holds a Terraform provider in one of the two layouts of a filesystem mirror, below
// <mirror>/registry.terraform.io/hashicorp/aws: unpacked, 5.100.0/linux_amd64/terraform-provider-aws…, or packed (as
// "terraform providers mirror" makes it), terraform-provider-aws_5.100.0_linux_amd64.zip.

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { platform } = require("./cache");

const host = "registry.terraform.io";

/** Terraform's CLI configuration, or "" where there is none. */
function cliConfiguration(env) {
  const windows = path.join(env.APPDATA ?? os.homedir(), "terraform.rc");
  const usual = process.platform === "win32" ? windows : path.join(os.homedir(), ".terraformrc");
  const file = [env.TF_CLI_CONFIG_FILE, usual].find((name) => name && fs.existsSync(name));
  return file ? fs.readFileSync(file, "utf8") : "";
}

/** The paths of all `filesystem_mirror` blocks. */
function configuredMirrors(text) {
  const uncommented = text.replace(/^\s*(#|\/\/).*$/gm, "");
  const blocks = uncommented.matchAll(
    /filesystem_mirror\s*\{[^}]*?\bpath\s*=\s*"((?:[^"\\]|\\.)*)"/g,
  );
  return [...blocks].map(([, quoted]) => JSON.parse(`"${quoted}"`));
}

/** Where Terraform itself looks without any configuration ("implied local mirror directories"). */
function impliedMirrors(env) {
  const home = os.homedir();
  const dataHome = env.XDG_DATA_HOME || path.join(home, ".local", "share");
  const dataDirectories = (env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(
    path.delimiter,
  );
  const data = [dataHome, ...dataDirectories].map((each) =>
    path.join(each, "terraform", "plugins"),
  );
  const mac = path.join(home, "Library", "Application Support", "io.terraform", "plugins");
  return [path.join(home, ".terraform.d", "plugins"), mac, ...data];
}

/** Images bring their mirrors under various names in these folders; one and two levels down are looked at. */
function imageMirrors(roots = ["/opt", "/usr/local/share", "/usr/local/lib", "/var/lib"]) {
  const below = (folder) => folders(folder).map((name) => path.join(folder, name));
  const first = roots.flatMap(below);
  return [...first, ...first.flatMap(below)].filter((each) => fs.existsSync(path.join(each, host)));
}

function folders(directory) {
  try {
    const entries = fs.readdirSync(directory, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isFile())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

/** The paths that one provider can have below the folder of its host: unpacked, then packed. */
function packagePaths(source, version) {
  const packed = `terraform-provider-${path.basename(source)}_${version}_${platform()}.zip`;
  return [path.join(source, version, platform()), path.join(source, packed)];
}

/** The path, below the mirror's host folder, of a provider in a mirror; undefined when it is not there. */
function packageIn(mirror, source, version) {
  const present = (file) => fs.existsSync(path.join(mirror, host, file));
  return packagePaths(source, version).find(present);
}

/**
 * @returns {string | undefined} the first mirror that holds this provider for this machine
 * @throws {Error} when PLINTH_PROVIDER_MIRROR names a mirror that does not
 */
function findMirror(source, version, env = process.env) {
  const holds = (mirror) => packageIn(mirror, source, version) !== undefined;
  const named = env.PLINTH_PROVIDER_MIRROR;
  if (named && source === "hashicorp/aws" && !holds(named)) {
    const expected = path.join(host, packagePaths(source, version)[0]);
    throw new Error(`PLINTH_PROVIDER_MIRROR is ${named}, which holds no ${expected}`);
  }
  const lazily = [
    () => [named, env.TF_PLUGIN_CACHE_DIR].filter(Boolean),
    () => configuredMirrors(cliConfiguration(env)),
    () => impliedMirrors(env),
    () => imageMirrors(),
  ];
  for (const places of lazily) {
    const found = places().find(holds);
    if (found) return found;
  }
  return undefined;
}

module.exports = { findMirror, configuredMirrors, imageMirrors, packageIn, host };
