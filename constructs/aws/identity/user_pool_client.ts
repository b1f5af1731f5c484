import { CognitoUserPoolClient as Client } from "@cdktf/provider-aws/lib/cognito-user-pool-client";
import { Construct, type IDependable } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";

export interface UserPoolClientProps {
  /** Its name; AWS gives the id. */
  readonly name: string;

  /** The pool whose users sign in. */
  readonly userPoolId: string;

  /** The addresses that users come back to with a code. */
  readonly callbacks: readonly string[];

  /**
   * The addresses that users come back to when they have signed out.
   *
   * @default - the callbacks
   */
  readonly logouts?: readonly string[];

  /**
   * What its tokens may be good for; those of other APIs than the pool's own need a resource server each.
   *
   * @default ["openid", "email", "profile"]
   */
  readonly scopes?: readonly string[];

  /**
   * Seconds for which a token opens an API, 300 to 86400.
   *
   * @default 900
   */
  readonly accessTokenSeconds?: number;

  /**
   * Seconds for which a user stays signed in, 3600 to 315360000.
   *
   * @default 604800 - 7 days
   */
  readonly refreshTokenSeconds?: number;

  /**
   * What has to be there before: the resource servers of its scopes.
   *
   * @default []
   */
  readonly after?: readonly IDependable[];
}

/** The provider counts validity in a unit of its own for each token. */
const UNITS = { accessToken: "seconds", idToken: "seconds", refreshToken: "seconds" };

/** A refresh token is void when it has been used, but for as long as a lost answer is asked for again; 60 at most. */
const RETRY_SECONDS = 30;

/**
 * A site or an app to which the users of a pool sign in: by the code flow alone, without a secret, which a browser could not keep. Refresh
 * tokens are used once, so that of a stolen one somebody hears; signing out voids them.
 */
export class UserPoolClient extends Construct {
  readonly client: Client;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserPoolClientProps,
  ) {
    super(scope, id);
    const { accessTokenSeconds = 900, refreshTokenSeconds = 604_800 } = props;
    refuse(this, [
      outside("an access token", accessTokenSeconds, 300, 86_400),
      outside("a refresh token", refreshTokenSeconds, 3_600, 315_360_000),
      refreshTokenSeconds <= accessTokenSeconds &&
        `expected refresh tokens that are good for longer than access tokens (${accessTokenSeconds} s), got ${refreshTokenSeconds} s`,
    ]);
    this.client = this.makeClient(accessTokenSeconds, refreshTokenSeconds);
  }

  /** Known after the first apply only: the `aud` or `client_id` of its tokens. */
  get id(): string {
    return this.client.id;
  }

  private makeClient(accessTokenValidity: number, refreshTokenValidity: number): Client {
    const { name, userPoolId, callbacks, logouts = callbacks, after = [] } = this.props;
    const { scopes = ["openid", "email", "profile"] } = this.props;
    return new Client(this, MAIN, {
      ...{ name, userPoolId },
      generateSecret: false,
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ["code"],
      allowedOauthScopes: [...scopes].sort(),
      callbackUrls: [...callbacks],
      logoutUrls: [...logouts],
      supportedIdentityProviders: ["COGNITO"],
      // Said nothing, AWS lets in more. The pages need none of them; this one never sends a password.
      explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"],
      preventUserExistenceErrors: "ENABLED",
      enableTokenRevocation: true,
      ...{ accessTokenValidity, idTokenValidity: accessTokenValidity, refreshTokenValidity },
      tokenValidityUnits: [UNITS],
      refreshTokenRotation: [{ feature: "ENABLED", retryGracePeriodSeconds: RETRY_SECONDS }],
      ...(after.length === 0 ? {} : { dependsOn: [...after] as never }),
    });
  }
}

const outside = (what: string, got: number, least: number, most: number): string | false =>
  !(Number.isInteger(got) && got >= least && got <= most) &&
  `expected ${what} that is good for ${least} to ${most} s, got ${got}`;
