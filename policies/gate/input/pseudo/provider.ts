import { asArray } from "../../json";
import type { Json, JsonObject } from "../../types";
import type { Pseudo } from "./node";

/** A provider as it is configured, whichever the input. */
export interface Provider {
  /** `provider.aws`, `provider.aws.west`. */
  readonly address: string;
  readonly name: string;
  /** `hashicorp/aws`. */
  readonly source: string;
  readonly version: string | undefined;
  /** Names of what is set. */
  readonly set: readonly string[];
  /** The value of an argument where it is written out. */
  readonly literal: (argument: string) => Json | undefined;
}

/** Arguments that hold what proves who is calling. */
const CREDENTIALS = [
  ...["access_key", "access_token", "api_key", "api_token", "auth", "client_secret"],
  ...["credentials", "password", "private_key", "secret_key", "token"],
];

/** Arguments that turn off the check of the other end's certificate. */
const UNCHECKED = ["insecure", "insecure_skip_verify", "skip_tls_verify", "tls_insecure"];

/** Names alone: no value of a provider leaves this function but its version. */
export function providerPseudo(provider: Provider): Pseudo {
  const { address, name, source, version, set, literal } = provider;
  const after: JsonObject = {
    name,
    source,
    ...(version === undefined ? {} : { version }),
    set: [...set].sort(),
    credentials: CREDENTIALS.filter((argument) => isSecret(literal(argument))),
    unchecked: UNCHECKED.filter((argument) => literal(argument) === true),
    accounts: asArray(literal("allowed_account_ids")).length > 0 || isOpen(provider),
  };
  return { type: "terraform_provider", address, after };
}

/** A path to a file is none. */
function isSecret(value: Json | undefined): boolean {
  return typeof value === "string" && value !== "" && !/^[~./]|\.json$/.test(value);
}

/** The accounts come from elsewhere: they are bound, whichever they are. */
function isOpen({ set, literal }: Provider): boolean {
  return set.includes("allowed_account_ids") && literal("allowed_account_ids") === undefined;
}
