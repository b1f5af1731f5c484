import type { Statement } from "../policy";

/** Beside what comes without TLS, refuses its versions before 1.2. */
export const modernTls = (arn: string): Statement => ({
  sid: "DenyOldTls",
  effect: "Deny",
  principals: "*",
  actions: ["s3:*"],
  resources: [arn, `${arn}/*`],
  conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
});
