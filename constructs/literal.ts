/**
 * A text that Terraform takes as it is: what looks like a template of Terraform's is none.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences-1
 */
export const literal = (text: string): string =>
  text.replaceAll("${", () => "$${").replaceAll("%{", () => "%%{");
