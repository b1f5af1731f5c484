import { stackId } from "../../names";

/** Names of what sends requests to the cells of an environment on AWS. */
export function awsRouterNames(environment: string) {
  const router = `${stackId(environment, "edge")}-router`;
  return {
    /** Of the code and of its key-value store; unique in an account. */
    router,
    /** In us-east-1; CloudFront writes there what the code says. */
    logGroup: `/aws/cloudfront/function/${router}`,
    keyAlias: `alias/${router}-logs`,
  };
}
