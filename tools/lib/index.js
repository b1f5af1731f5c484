// What find.ts and setup.mjs use; plain JavaScript and the standard library only, so that it runs before any build.

const { cacheDirectory, cached, link } = require("./cache");
const { toolNamed, tools } = require("./catalogue");
const { install, prefetch } = require("./install");
const { locate } = require("./locate");
const { findMirror } = require("./mirror");
const { problems } = require("./prerequisites");
const { aws, googleProvider, linkBuiltProvider, writeCliConfiguration } = require("./providers");

module.exports = {
  aws,
  cacheDirectory,
  cached,
  findMirror,
  googleProvider,
  install,
  link,
  linkBuiltProvider,
  locate,
  prefetch,
  problems,
  toolNamed,
  tools,
  writeCliConfiguration,
};
