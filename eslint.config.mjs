import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

const barrel = (name) => ({
  name,
  message: `Import one folder (${name}/lib/sqs-queue): the barrel costs 2.5 s and 500 MB.`,
});

const restricted = (...extra) => [
  "error",
  { paths: [barrel("@cdktf/provider-aws"), barrel("@cdktf/provider-google"), ...extra] },
];

const cdktf = {
  name: "cdktf",
  message: "Import from constructs/tf: cdktf is isolated behind one module.",
};

export default tseslint.config(
  { ignores: ["**/dist/", "cdktf.out/", "out/", "node_modules/", "coverage/"] },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-restricted-imports": restricted(cdktf),
      complexity: ["error", 10],
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
      "max-lines": ["error", { max: 300, skipComments: true, skipBlankLines: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  {
    files: ["constructs/tf.ts"],
    rules: { "no-restricted-imports": restricted() },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": ["error", { max: 500, skipComments: true, skipBlankLines: true }],
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        Buffer: "readonly",
        module: "readonly",
        require: "readonly",
        setTimeout: "readonly",
        URL: "readonly",
      },
    },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // CloudFront calls it.
    files: ["functions/edge/*.js"],
    rules: { "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^handler$" }] },
  },
);
