// One builder at a time for a tool: two runs at once (an editor and a test run, say) must not build it twice.

const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** Longer than any build; an older lock belongs to nobody. */
const staleAfterMilliseconds = 2 * 60 * 60 * 1000;

/** Takes the lock, or says who holds it. The file appears whole: it is a link to one already written. */
function tryLock(file) {
  const draft = `${file}.${process.pid}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(draft, JSON.stringify({ pid: process.pid, host: os.hostname() }));
  try {
    fs.linkSync(draft, file);
    return undefined;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return readOwner(file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function readOwner(file) {
  try {
    const age = Date.now() - fs.statSync(file).mtimeMs;
    return { ...JSON.parse(fs.readFileSync(file, "utf8")), stale: age > staleAfterMilliseconds };
  } catch {
    return { pid: 0, host: "", stale: false };
  }
}

function isAlive(owner) {
  if (owner.stale) return false;
  if (owner.pid === 0 || owner.host !== os.hostname()) return true;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs `work` while holding the lock; waits for a living holder, takes over from a dead one.
 * @param {(owner: { pid: number }) => void} onWait called once, when there is somebody to wait for
 */
async function withLock(file, work, onWait) {
  let waiting = false;
  for (let owner = tryLock(file); owner; owner = tryLock(file)) {
    if (!isAlive(owner)) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!waiting) onWait(owner);
    waiting = true;
    await pause(500);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

module.exports = { withLock };
