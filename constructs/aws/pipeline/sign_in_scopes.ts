import { iamArn } from "../arn";
import { regional, tagged, type Scope } from "./reach";

/** The service for which Cognito sends by SES, and after which its role is called. */
const SENDER = "email.cognito-idp.amazonaws.com";

/** Users and what they sign in to. */
export const SIGN_IN_SCOPES = {
  /** Which AWS writes and nobody widens. */
  senderRoles: {
    resources: ({ location }) => [iamArn(location, `role/aws-service-role/${SENDER}/*`)],
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": SENDER } }),
  },
  /** AWS names them, and their tag tells whose they are. */
  userPools: { resources: regional("cognito-idp", "userpool/*"), conditions: tagged },
} as const satisfies Readonly<Record<string, Scope>>;
