// Servers that the tests run and that nobody builds from source: taken from where the system keeps them.

/** @type {import("./catalogue").Tool[]} */
const servers = [
  {
    name: "postgres",
    version: "14",
    kind: "path",
    // Debian keeps each version in a folder of its own, off the PATH.
    folders: ["/usr/lib/postgresql/*/bin"],
    debian: "postgresql",
    fits: ">=14 <20",
    ask: ["--version"],
    needs: "a database for the tests of functions/checkout",
  },
  {
    // Redis 7.0 speaks what is used of Valkey, and Debian 12 has no other.
    name: "valkey",
    version: "7.0",
    kind: "path",
    binary: "valkey-server",
    alternatives: ["redis-server"],
    debian: "redis-server",
    fits: ">=7 <10",
    ask: ["--version"],
    needs: "a cache for the tests of functions/checkout",
  },
  {
    name: "openssl",
    version: "3.0",
    kind: "path",
    debian: "openssl",
    fits: ">=3 <5",
    ask: ["version"],
    needs: "certificates of that database and cache",
  },
];

module.exports = { servers };
