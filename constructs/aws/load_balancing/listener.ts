import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { Construct } from "constructs";
import type { TlsPolicy } from "../../../model/load_balancing/declaration";
import { SSL_POLICIES } from "./tls";

export interface ListenerProps {
  readonly certificateArn: string | undefined;
  readonly tlsPolicy: TlsPolicy;
}

/** What no route takes. */
const NOT_FOUND = {
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
};

/** Two years, as browsers ask for of hosts that are in their lists. */
const HSTS = "max-age=63072000";

/** Browsers come by HTTPS alone, and take a body for what it is said to be. */
const TOLD_TO_BROWSERS = {
  routingHttpResponseStrictTransportSecurityHeaderValue: HSTS,
  routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
};

/** Answers with 404 until a route takes the request. */
export function makeListener(
  scope: Construct,
  loadBalancerArn: string,
  { certificateArn, tlsPolicy }: ListenerProps,
): LbListener {
  const shared = {
    ...{ loadBalancerArn, defaultAction: [NOT_FOUND] },
    routingHttpResponseServerEnabled: false,
  };
  if (certificateArn === undefined) {
    return new LbListener(scope, "http", { ...shared, port: 80, protocol: "HTTP" });
  }
  return new LbListener(scope, "https", {
    ...{ ...shared, port: 443, protocol: "HTTPS" },
    ...{ certificateArn, sslPolicy: SSL_POLICIES[tlsPolicy] },
    ...TOLD_TO_BROWSERS,
  });
}

/** Says where HTTPS is, and nothing else. */
export function makeRedirect(scope: Construct, loadBalancerArn: string): LbListener {
  return new LbListener(scope, "redirect", {
    ...{ loadBalancerArn, port: 80, protocol: "HTTP" },
    defaultAction: [
      {
        type: "redirect",
        redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" },
      },
    ],
  });
}
