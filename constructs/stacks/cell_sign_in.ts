import type { Construct } from "constructs";
import type { Environment } from "../../model/settle";
import { awsSignInNames } from "../../model/sign_in/names";
import { SignInOfEnvironment } from "../aws/identity/sign_in_contract";

const ID = "sign-in";

/**
 * The environment's users as a stack knows them, read once however many of its services take their tokens.
 *
 * @throws where the environment has none: a rule is missing
 */
export function signInOf(stack: Construct, { name, signIn }: Environment): SignInOfEnvironment {
  const known = stack.node.tryFindChild(ID);
  if (known instanceof SignInOfEnvironment) return known;
  if (signIn === undefined)
    throw new Error(`${name}: expected users that sign in, which its rules ask for`);
  return new SignInOfEnvironment(stack, ID, { names: awsSignInNames(name) });
}
