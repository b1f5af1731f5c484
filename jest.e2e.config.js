/** The whole lifecycle against emulators of AWS: `npm run e2e`. */
const base = require("./jest.config.js");

/** @type {import("jest").Config} */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/e2e/**/*.e2e.ts"],
  testTimeout: 300_000,
  // Each has emulators of its own. The provider sleeps until a record or a distribution is everywhere: they wait far more than they compute.
  maxWorkers: 3,
};
