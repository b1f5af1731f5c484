import { pattern } from "../leaves";
import { show } from "../problems";

export const origin = pattern(
  "a site such as https://shop.example.com, without a path, or *",
  /^(\*|https?:\/\/[^\s/*]+)$/,
);

export function originsProblem(
  cors: { readonly origins: readonly string[] } | undefined,
): string | undefined {
  if (cors === undefined || !cors.origins.includes("*") || cors.origins.length === 1)
    return undefined;
  return `expected "*" alone, which is every site, or the sites without it, got ${show(cors.origins)}`;
}
