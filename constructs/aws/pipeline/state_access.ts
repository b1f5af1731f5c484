import { stateKey } from "../../../model/names";
import { bucketArn, type Location } from "../arn";
import { via } from "../grants";
import type { Grant } from "../policy";

export interface States {
  readonly bucket: string;
  /** ARN of the key that encrypts them. */
  readonly keyArn: string;
  /** Ids of the stacks. */
  readonly stacks: readonly string[];
  readonly location: Location;
}

/**
 * Reads every stack's state and holds its lock, an object beside it.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export function readStates(states: States): Grant[] {
  const bucket = bucketArn(states.location.region, states.bucket);
  const locks = objects(states, ".tflock");
  return [
    { sid: "ListStates", actions: ["s3:ListBucket"], resources: [bucket] },
    { sid: "ReadStates", actions: ["s3:GetObject"], resources: objects(states) },
    {
      sid: "HoldLocks",
      actions: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
      resources: locks,
    },
    {
      sid: "UseStateKey",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [states.keyArn],
      conditions: via("s3", states.location),
    },
  ];
}

export const writeStates = (states: States): Grant => ({
  sid: "WriteStates",
  actions: ["s3:PutObject"],
  resources: objects(states),
});

const objects = ({ bucket, stacks, location }: States, ending = ""): string[] =>
  stacks.map((stack) => `${bucketArn(location.region, bucket)}/${stateKey(stack)}${ending}`);
