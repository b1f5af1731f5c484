import { breakagesOf } from "./notation";

const { set, edited } = breakagesOf("google_net");

const FIREWALL = "google_compute_firewall.https";
const SUBNET = "google_compute_subnetwork.orders";
const NAT = "google_compute_router_nat.orders";
const BACKEND = "google_compute_backend_service.web";
const ZONE = "google_dns_managed_zone.public";

const firewalls = [
  set(
    "GCP-NET-001",
    "google_compute_firewall.administration",
    "source_ranges",
    ["0.0.0.0/0"],
    "source_ranges",
  ),
  set("GCP-NET-002", FIREWALL, "allow", [{ protocol: "tcp", ports: ["5432"] }], "allow"),
  set("GCP-NET-003", "google_compute_firewall.out", "allow", [{ protocol: "all" }], "allow"),
  set("GCP-NET-004", FIREWALL, "allow", [{ protocol: "tcp", ports: ["1-65535"] }]),
  set("GCP-NET-005", FIREWALL, "log_config", undefined),
  set("GCP-NET-006", FIREWALL, "target_tags", undefined),
];

const networks = [
  set("GCP-NET-007", SUBNET, "log_config", undefined, "log_config"),
  set("GCP-NET-008", SUBNET, "private_ip_google_access", false, "private_ip_google_access"),
  set(
    "GCP-NET-009",
    "google_compute_network.orders",
    "auto_create_subnetworks",
    true,
    "auto_create_subnetworks",
  ),
  set("GCP-NET-010", NAT, "log_config", undefined),
  set("GCP-NET-011", NAT, "enable_dynamic_port_allocation", undefined),
  set("GCP-NET-011", NAT, "enable_endpoint_independent_mapping", true),
];

const balancers = [
  set("GCP-NET-012", BACKEND, "security_policy", undefined),
  set("GCP-NET-013", BACKEND, "log_config", undefined),
  set(
    "GCP-NET-014",
    "google_compute_ssl_policy.web",
    "min_tls_version",
    "TLS_1_0",
    "min_tls_version",
  ),
  set("GCP-NET-015", "google_compute_target_https_proxy.web", "ssl_policy", undefined),
  edited({
    id: "GCP-NET-016",
    address: "google_compute_global_forwarding_rule.redirect",
    how: "without the redirect",
    edit: (stack) =>
      stack.set("google_compute_url_map.redirect", "default_url_redirect", undefined),
  }),
];

export const googleNet = [
  ...firewalls,
  ...networks,
  ...balancers,
  set("GCP-NET-017", ZONE, "dnssec_config", [{ state: "off" }], "dnssec_config"),
];
