import type { ScopeName } from "../scopes";

/** What a type of resource takes of whoever plans and applies it. Reads are called at each plan, the rest by an apply alone. */
export interface Needs {
  /** What the actions reach unless they are in `elsewhere`. */
  readonly on: ScopeName;
  /** Called to refresh. */
  readonly read: readonly string[];
  /** Called to make and to remove. */
  readonly write: readonly string[];
  /**
   * Called to change, or asked for by AWS without a call of their own: tags of what is made, a key's grant.
   *
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
   */
  readonly also?: readonly string[];
  /** Actions that reach something else. */
  readonly elsewhere?: Readonly<Record<string, readonly ScopeName[]>>;
  /**
   * Where the calls are from: "seen" when the provider made them, against the emulators; "reference" when no emulator takes
   * the type, from the provider's documentation and AWS's reference.
   */
  readonly source: "seen" | "reference";
}

/** By Terraform type. */
export type NeedsByType = Readonly<Record<string, Needs>>;

export const anywhere = (actions: readonly string[]): Record<string, readonly ScopeName[]> =>
  Object.fromEntries(actions.map((action) => [action, ["anywhere"]]));

/** Logs that AWS delivers itself: no resource can be named. That they may be written is said by the bootstrap stack. */
export const LOG_DELIVERY = [
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:UpdateLogDelivery",
];

/** AWS makes the roles with which its own services act, once in an account, for whoever first needs one. */
export const LINKED_ROLE = "iam:CreateServiceLinkedRole";

export const LINKED: Readonly<Record<string, readonly ScopeName[]>> = {
  [LINKED_ROLE]: ["serviceLinkedRoles"],
};

/** A key is used for what is made with it, by the service that makes it. */
export const KEY_OF_WHAT_IS_MADE = [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:Encrypt",
  "kms:GenerateDataKey",
];

export const SERVED: Readonly<Record<string, readonly ScopeName[]>> = Object.fromEntries(
  KEY_OF_WHAT_IS_MADE.map((action) => [action, ["servedKeys"]]),
);
