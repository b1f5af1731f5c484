import { byRegion, type Reach } from "./reach";
import { scopeOf, type ScopeName } from "./scopes";

/**
 * The scope of what an endpoint of inference reaches beyond the environment: an image of AWS's, topics of the account. Undefined: nothing,
 * so that a boundary holds neither where no endpoint takes it.
 *
 * @param resources - ARNs of one statement, which may hold references of Terraform
 */
export function beyondEnvironment(
  action: string,
  resources: readonly string[],
  reach: Reach,
): ScopeName | undefined {
  if (action.startsWith("ecr:") && resources.some((one) => isOfAnother(one, reach)))
    return "servingImages";
  if (action === "sns:Publish" && resources.some((one) => !isOwnTopic(one, reach)))
    return "accountTopics";
  return undefined;
}

/** Whether an ARN names an account, and not the environment's. */
function isOfAnother(arn: string, { location }: Reach): boolean {
  const account = /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/.exec(arn)?.[1];
  return account !== undefined && account !== location.account;
}

/** Whether an ARN is of a topic of the environment; a reference of Terraform is to what the environment makes. */
const isOwnTopic = (arn: string, reach: Reach): boolean =>
  !arn.startsWith("arn:") ||
  arn.includes("${") ||
  byRegion(reach)
    .flatMap(scopeOf("topics").resources)
    .some((pattern) => matches(pattern, arn));

/** As IAM compares: `*` is any text, `?` any character. */
const matches = (pattern: string, text: string): boolean => {
  const expression = pattern.replaceAll(".", "\\.").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${expression}$`).test(text);
};
