import type { TlsPolicy } from "../../../model/load_balancing/declaration";

/**
 * What AWS recommends, with key exchange that a quantum computer does not undo where the client can: of TLS 1.3 and of the ciphers of
 * 1.2 with forward secrecy and authentication, or of TLS 1.3 alone.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const SSL_POLICIES: Readonly<Record<TlsPolicy, string>> = {
  modern: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  strict: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09",
};
