import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { graphqlApiArns, type Location } from "../arn";
import { takenFor } from "../identity/trust";
import { policyDocument } from "../policy";
import type { ServiceFunction } from "../service_function";

export interface CallRoleProps {
  /** The role's name. */
  readonly name: string;
  readonly location: Location;
  /** What is called, by its alias and by nothing else. */
  readonly handler: ServiceFunction;
}

/** With which a GraphQL API calls its function. */
export class CallRole extends Construct {
  readonly role: IamRole;
  readonly policy: IamRolePolicy;

  constructor(scope: Construct, id: string, { name, location, handler }: CallRoleProps) {
    super(scope, id);
    this.role = new IamRole(this, MAIN, {
      name,
      description: "Calls the function that resolves the fields of a GraphQL API.",
      assumeRolePolicy: takenFor("appsync.amazonaws.com", location, graphqlApiArns(location)),
    });
    this.policy = new IamRolePolicy(this, "grants", {
      name,
      role: this.role.name,
      policy: policyDocument([
        { sid: "CallHandler", actions: ["lambda:InvokeFunction"], resources: [handler.invokeArn] },
      ]),
    });
  }
}
