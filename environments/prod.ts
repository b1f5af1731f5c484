import type { AwsEnvironment } from "../model/environment";
import { catalogImages } from "./services/catalog-images";
import { checkout } from "./services/checkout";
import { orders } from "./services/orders";
import { storefront } from "./services/storefront";

export const prod: AwsEnvironment = {
  name: "prod",
  cloud: "aws",
  stage: "production",
  account: "210987654321",
  region: "us-east-1",
  stateBucket: "example-plinth-prod-state",
  dns: { zone: "example.com", id: "Z0123456789PRODUCTION" },
  edge: { domain: "example.com" },
  network: { pool: "10.48.0.0/12", nat: "perZone" },
  owner: { team: "platform", contact: "#platform" },
  costCenter: "cc-1000",
  links: {
    grafana: "https://grafana.example.com",
    runbooks: "https://runbooks.example.com",
  },
  alerting: {
    page: "https://alerts.example.com/page",
    ticket: "https://alerts.example.com/ticket",
    watchdog: "https://alerts.example.com/watchdog",
  },
  cost: { monthly: 2_000, notify: { emails: ["platform-costs@example.com"], topic: true } },
  undetermined: "deny",
  services: [orders, storefront, checkout, catalogImages],
};
