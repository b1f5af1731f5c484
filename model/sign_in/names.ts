import { stackId } from "../names";

/** Names of an AWS environment's users and of where they sign in. */
export function awsSignInNames(environment: string) {
  const base = stackId(environment, "network");
  return {
    /** A pool's id is given by AWS; this is its name. */
    pool: `${base}-users`,
    client: (name: string) => `${base}-${name}`,
    /** The certificate of the pages' host, in us-east-1. */
    certificate: `${base}-sign-in`,
    /** Where the ids that AWS gave stand, for the stacks that are applied later. */
    contract: `/plinth/${environment}/sign-in`,
  };
}
