import { policyDocument, type Grant } from "../policy";

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_POLICY = 6_144;

/**
 * Grants in few policies, each in the first that has room for it.
 *
 * @throws when they are too long for so many
 */
export function packed(grants: readonly Grant[], most: number): string[] {
  const bins: Grant[][] = [[]];
  for (const grant of [...grants].sort((a, b) => (a.sid < b.sid ? -1 : 1))) {
    const roomy = bins.find((bin) => policyDocument([...bin, grant]).length <= LONGEST_POLICY);
    if (roomy) roomy.push(grant);
    else bins.push([grant]);
  }
  if (bins.length <= most) return bins.map((bin) => policyDocument(bin));
  throw new Error(
    `expected at most ${most} policies of ${LONGEST_POLICY} characters, got ${bins.length}; share resources between fewer stacks`,
  );
}
