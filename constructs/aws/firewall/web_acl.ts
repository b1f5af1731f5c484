import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Wafv2WebAcl, type Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclLoggingConfiguration } from "@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration";
import { Construct } from "constructs";
import type { Firewall } from "../../../model/workloads/delivery/settled";
import { MAIN } from "../../logical_id";
import { logGroupArn, type Location } from "../arn";

export interface WebAclProps extends Firewall {
  /** Physical names, made in `model/names.ts`. */
  readonly names: { readonly firewall: string; readonly firewallLogGroup: string };

  /** What it guards, in a sentence. */
  readonly description: string;

  /**
   * What it can guard: CloudFront, whose web ACLs are in us-east-1, or what is in one region, such as a load balancer.
   *
   * @default "edge"
   */
  readonly scope?: "edge" | "regional";

  /** Where it is, and its log. */
  readonly location: Location;

  /** ARN of the customer key that encrypts its log. */
  readonly logKeyArn: string;

  /** Days for which its log is kept; one of the numbers that CloudWatch takes. */
  readonly logRetentionDays: number;
}

/**
 * Groups of rules that AWS keeps up to date, at no price of their own: 925 of the 1,500 units of capacity that a web ACL
 * has without one.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
const GROUPS = {
  reputation: "AWSManagedRulesAmazonIpReputationList",
  common: "AWSManagedRulesCommonRuleSet",
  "known-bad": "AWSManagedRulesKnownBadInputsRuleSet",
} as const;

const RATE_WINDOW_SECONDS = 300;

const SCOPES = { edge: "CLOUDFRONT", regional: "REGIONAL" } as const;

/** A web ACL: stops what is known to be bad, and who asks too often, before a cache or a load balancer is asked. */
export class WebAcl extends Construct {
  readonly webAcl: Wafv2WebAcl;
  readonly logs: CloudwatchLogGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WebAclProps,
  ) {
    super(scope, id);
    this.webAcl = this.makeWebAcl();
    this.logs = this.makeLogs();
  }

  private makeWebAcl(): Wafv2WebAcl {
    const { names, description, scope = "edge" } = this.props;
    return new Wafv2WebAcl(this, MAIN, {
      name: names.firewall,
      description,
      scope: SCOPES[scope],
      defaultAction: { allow: {} },
      rule: [this.rateRule(), ...this.groupRules()],
      visibilityConfig: counted(names.firewall),
    });
  }

  private rateRule(): Wafv2WebAclRule {
    const { rate, mode } = this.props;
    return {
      name: "rate",
      priority: 0,
      action: mode === "count" ? { count: {} } : { block: {} },
      statement: statementOf("rate_based_statement", {
        aggregate_key_type: "IP",
        evaluation_window_sec: RATE_WINDOW_SECONDS,
        limit: rate,
      }),
      visibilityConfig: counted("rate"),
    };
  }

  private groupRules(): Wafv2WebAclRule[] {
    const { mode } = this.props;
    return Object.entries(GROUPS).map(([name, group], index) => ({
      name,
      priority: index + 1,
      overrideAction: mode === "count" ? { count: {} } : { none: {} },
      statement: statementOf("managed_rule_group_statement", { name: group, vendor_name: "AWS" }),
      visibilityConfig: counted(name),
    }));
  }

  /** What was stopped, or would have been: the rest is in the log of requests. Nothing by which a person is logged in. */
  private makeLogs(): CloudwatchLogGroup {
    const { names, location, logKeyArn, logRetentionDays } = this.props;
    const group = new CloudwatchLogGroup(this, "logs", {
      name: names.firewallLogGroup,
      kmsKeyId: logKeyArn,
      retentionInDays: logRetentionDays,
    });
    new Wafv2WebAclLoggingConfiguration(this, "logging", {
      resourceArn: this.webAcl.arn,
      logDestinationConfigs: [logGroupArn(location, group.name)],
      redactedFields: ["authorization", "cookie"].map((name) => ({ singleHeader: { name } })),
      loggingFilter: { defaultBehavior: "DROP", filter: [keep("BLOCK", "COUNT")] },
    });
    return group;
  }
}

/** The binding passes statements on as they are: in Terraform's own syntax, where a block is a list. */
const statementOf = (block: string, attributes: Record<string, unknown>) => [
  { [block]: [attributes] },
];

const counted = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: true,
});

const keep = (...actions: readonly string[]) => ({
  behavior: "KEEP",
  requirement: "MEETS_ANY",
  condition: actions.map((action) => ({ actionCondition: { action } })),
});
