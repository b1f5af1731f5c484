/** Where a request goes. */
export type Matched =
  | { readonly kind: "route"; readonly routeKey: string; readonly id: string }
  /** The path is known, and takes these methods. */
  | { readonly kind: "method"; readonly allow: string }
  | { readonly kind: "none" };

interface Pattern {
  readonly path: RegExp;
  readonly shown: string;
  readonly methods: readonly string[];
}

const PATTERNS: readonly Pattern[] = [
  { path: /^\/healthz$/, shown: "/healthz", methods: ["GET"] },
  { path: /^\/v1\/carts\/(?<id>[^/]+)$/, shown: "/v1/carts/{id}", methods: ["GET", "PUT"] },
  { path: /^\/v1\/orders$/, shown: "/v1/orders", methods: ["POST"] },
  { path: /^\/v1\/orders\/(?<id>[^/]+)$/, shown: "/v1/orders/{id}", methods: ["GET"] },
];

/** @param url - a request's target, of which a query means nothing */
export function match(method: string, url: string): Matched {
  const [path = ""] = url.split("?", 1);
  for (const { path: pattern, shown, methods } of PATTERNS) {
    const found = pattern.exec(path);
    if (found === null) continue;
    if (!methods.includes(method)) return { kind: "method", allow: methods.join(", ") };
    return { kind: "route", routeKey: `${method} ${shown}`, id: found.groups?.["id"] ?? "" };
  }
  return { kind: "none" };
}
