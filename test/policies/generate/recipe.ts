import fc from "fast-check";
import { addressIn, pieceNames } from "./pieces";

/** How a plan is made: plain data, so that one that differs can be shown and made smaller. */
export interface Recipe {
  /** Resources of the fixtures. */
  readonly pieces: readonly string[];
  /** In this order. */
  readonly edits: readonly Edit[];
  readonly around: Around;
}

export interface Edit {
  readonly kind: (typeof KINDS)[number];
  /** Which resource and, of its attributes, which: counted round. */
  readonly on: number;
  readonly at: number;
  /** Which other resource is referred to. */
  readonly other: number;
  readonly value: unknown;
}

/** What a plan says beside its resources. */
export interface Around {
  readonly module: string | null;
  readonly configuration: boolean;
  readonly complete: boolean;
  readonly checks: readonly string[];
}

export const KINDS = [
  ...["drop", "null", "set", "unknown", "computed", "variable", "sensitive", "text"],
  ...["same", "refer", "actions", "replace", "count", "each", "deposed", "moved", "data", "twice"],
] as const;

const DOCUMENT = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });

const VALUES: readonly unknown[] = [
  ...["", "*", "orders", "ORDERS", "arn:aws:iam::123456789012:root", "a`b|<i>\"'\n%s${x}é😀"],
  ...["allUsers", "roles/owner", "roles/editor", "public-read", "TLS1_0", "NONE", "{}", "{"],
  ...[0, 1, -1, 5, 29, 30, 31, 90, 364, 365, 901, 1000, 3653, 1.5, 1e9],
  ...[true, false, [], {}, [{}], ["*"], ["allUsers", "user:a@b.c"], [{ enabled: false }]],
  DOCUMENT({ Effect: "Allow", Action: "*", Resource: "*", Principal: "*" }),
  DOCUMENT({ Effect: "Allow", NotAction: ["sqs:*"], Resource: ["arn:aws:s3:::b/*"] }),
  DOCUMENT({
    ...{ effect: "Deny", Principal: { AWS: ["*"] }, action: "s3:*", resource: "*" },
    condition: { Bool: { "aws:SecureTransport": false } },
  }),
  ...["true1", "0x", "01", "null null", '{"Statement":[1,]}', "{}{}", '{"Statement":"\\ud800"}'],
  JSON.stringify({ deadLetterTargetArn: "arn:orders", maxReceiveCount: 3 }),
  ...[
    '[{"name":"a","privileged":true}]',
    '[{"name":"a"},]',
    ' [ {"name":"\\ud800"}]',
    "[{",
    "[1,]",
  ],
];

const ACTIONS: readonly (readonly string[])[] = [
  ...[["no-op"], ["create"], ["read"], ["update"], ["delete"], ["forget"], ["shred"], []],
  ...[
    ["delete", "create"],
    ["create", "delete"],
    ["create", "forget"],
    ["update", "shred"],
  ],
];

const small = fc.nat(999);

const edit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    ...{ on: small, at: small, other: small, value: small },
  })
  .map((one) => ({ ...one, value: valueOf(one) }));

function valueOf({ kind, value }: { kind: Edit["kind"]; value: number }): unknown {
  const values = kind === "actions" ? ACTIONS : VALUES;
  return values[value % values.length];
}

export const recipes: fc.Arbitrary<Recipe> = fc.record({
  pieces: fc.uniqueArray(fc.constantFrom(...pieceNames), {
    ...{ minLength: 1, maxLength: 4, selector: addressIn },
  }),
  edits: fc.array(edit, { maxLength: 6 }),
  around: fc.record({
    module: fc.constantFrom(
      null,
      null,
      null,
      "module.m",
      'module.m["a.b[0]"]',
      "module.m.module.n[0]",
    ),
    configuration: fc.nat(9).map((n) => n > 0),
    complete: fc.nat(9).map((n) => n > 0),
    checks: fc.array(fc.constantFrom("pass", "fail", "error", "unknown"), { maxLength: 1 }),
  }),
});
