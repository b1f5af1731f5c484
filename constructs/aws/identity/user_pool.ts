import { CognitoRiskConfiguration } from "@cdktf/provider-aws/lib/cognito-risk-configuration";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { Construct } from "constructs";
import type { SignInEmail } from "../../../model/sign_in/declaration";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";

export interface UserPoolProps {
  /** Its name; AWS gives the id. */
  readonly name: string;

  /**
   * Who makes accounts: users themselves, or whoever may invite them.
   *
   * @default "invited"
   */
  readonly signUp?: "open" | "invited";

  /**
   * Whether each user must have a second factor, an app that shows codes, or may.
   *
   * @default "required"
   */
  readonly mfa?: "required" | "optional";

  /**
   * Characters of a password, 8 to 99; all four kinds of characters are asked for.
   *
   * @default 14 (CIS Password Policy Guide)
   */
  readonly passwordLength?: number;

  /**
   * What becomes of passwords that are known to have leaked and of sign-ins that are unlike the user's: they are refused, they are only logged, or nobody looks.
   * All but `off` is AWS's tier Plus.
   *
   * @default "enforced"
   */
  readonly threatProtection?: "enforced" | "audit" | "off";

  /**
   * From whom codes and invitations come, by SES. Who signs in unlike themselves is told and stopped only where it is said.
   *
   * @default - AWS's own address, which sends 50 a day at most
   */
  readonly email?: SignInEmail | undefined;

  /**
   * Let AWS refuse to delete the users.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Let Terraform refuse to destroy the users.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
}

const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 99;

/** How many of their last passwords a user cannot take again; AWS's most. */
const PASSWORDS_REMEMBERED = 24;

/** How long an invitation's password is good for. */
const INVITATION_DAYS = 3;

/**
 * The users of an environment. They are known by their mail address, in which upper and lower case are alike, and get a lost account back by
 * their proved address alone.
 */
export class UserPool extends Construct {
  readonly pool: CognitoUserPool;
  /** Undefined unless threats are stopped. */
  readonly risks: CognitoRiskConfiguration | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserPoolProps,
  ) {
    super(scope, id);
    const { passwordLength = 14 } = props;
    refuse(this, [
      !(passwordLength >= SHORTEST_PASSWORD && passwordLength <= LONGEST_PASSWORD) &&
        `expected passwords of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters, got ${passwordLength}`,
    ]);
    this.pool = this.makePool(passwordLength);
    this.risks = this.threatProtection === "enforced" ? this.stopThreats() : undefined;
  }

  /** Known after the first apply only. */
  get id(): string {
    return this.pool.id;
  }

  /** The `iss` of its tokens. */
  get issuer(): string {
    return `https://${this.pool.endpoint}`;
  }

  private get threatProtection() {
    return this.props.threatProtection ?? "enforced";
  }

  private makePool(passwordLength: number): CognitoUserPool {
    const { name, mfa = "required", signUp = "invited", email } = this.props;
    return new CognitoUserPool(this, MAIN, {
      name,
      usernameAttributes: ["email"],
      usernameConfiguration: { caseSensitive: false },
      autoVerifiedAttributes: ["email"],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ["email"] },
      accountRecoverySetting: { recoveryMechanism: [{ name: "verified_email", priority: 1 }] },
      adminCreateUserConfig: { allowAdminCreateUserOnly: signUp === "invited" },
      mfaConfiguration: mfa === "required" ? "ON" : "OPTIONAL",
      softwareTokenMfaConfiguration: { enabled: true },
      passwordPolicy: {
        minimumLength: passwordLength,
        requireLowercase: true,
        requireUppercase: true,
        requireNumbers: true,
        requireSymbols: true,
        passwordHistorySize: PASSWORDS_REMEMBERED,
        temporaryPasswordValidityDays: INVITATION_DAYS,
      },
      ...(email === undefined ? {} : { emailConfiguration: sentBy(email) }),
      ...this.protection(),
    });
  }

  /** Of users against others, and of the pool against its own people. */
  private protection() {
    const { deletionProtection = true, preventDestroy = false } = this.props;
    const mode = { audit: "AUDIT", enforced: "ENFORCED", off: undefined }[this.threatProtection];
    return {
      deletionProtection: deletionProtection ? "ACTIVE" : "INACTIVE",
      userPoolTier: mode === undefined ? "ESSENTIALS" : "PLUS",
      ...(mode === undefined ? {} : { userPoolAddOns: { advancedSecurityMode: mode } }),
      ...(preventDestroy ? { lifecycle: { preventDestroy: true } } : {}),
    };
  }

  /** A password that leaked opens nothing. The provider takes actions on unlike sign-ins only with an address that tells users of them. */
  private stopThreats(): CognitoRiskConfiguration {
    const { email } = this.props;
    return new CognitoRiskConfiguration(this, "risks", {
      userPoolId: this.pool.id,
      compromisedCredentialsRiskConfiguration: {
        eventFilter: ["PASSWORD_CHANGE", "SIGN_IN", "SIGN_UP"],
        actions: { eventAction: "BLOCK" },
      },
      ...(email === undefined ? {} : { accountTakeoverRiskConfiguration: takeoverOf(email) }),
    });
  }
}

const sentBy = ({ identity, from }: SignInEmail) => ({
  emailSendingAccount: "DEVELOPER",
  sourceArn: identity,
  fromEmailAddress: from,
});

const takeoverOf = ({ identity, from }: SignInEmail) => ({
  actions: {
    mediumAction: { eventAction: "MFA_REQUIRED", notify: true },
    highAction: { eventAction: "BLOCK", notify: true },
  },
  notifyConfiguration: { sourceArn: identity, from },
});
