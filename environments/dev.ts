import type { AwsEnvironment } from "../model/environment";
import { catalogImages } from "./services/catalog-images";
import { checkout } from "./services/checkout";
import { orders } from "./services/orders";
import { storefront } from "./services/storefront";

export const dev: AwsEnvironment = {
  name: "dev",
  cloud: "aws",
  stage: "development",
  account: "123456789012",
  region: "us-east-1",
  stateBucket: "example-plinth-dev-state",
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  edge: { domain: "dev.example.com" },
  network: { pool: "10.32.0.0/16", nat: "single" },
  owner: { team: "platform", contact: "#platform" },
  costCenter: "cc-1000",
  links: {
    grafana: "https://grafana.dev.example.com",
    runbooks: "https://runbooks.dev.example.com",
  },
  alerting: {
    page: "https://alerts.dev.example.com/page",
    ticket: "https://alerts.dev.example.com/ticket",
    watchdog: "https://alerts.dev.example.com/watchdog",
  },
  cost: { monthly: 200, notify: { emails: ["platform-costs@example.com"] } },
  services: [orders, storefront, checkout, catalogImages],
};
