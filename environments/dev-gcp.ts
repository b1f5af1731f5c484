import type { GoogleEnvironment } from "../model/environment";
import { orders } from "./services/orders";

export const devGcp: GoogleEnvironment = {
  name: "dev-gcp",
  cloud: "google",
  stage: "development",
  project: "example-plinth-dev",
  projectNumber: "123456789012",
  region: "us-central1",
  stateBucket: "example-plinth-dev-gcp-state",
  owner: { team: "platform", contact: "#platform" },
  costCenter: "cc-1000",
  links: {
    grafana: "https://grafana.dev.example.com",
    runbooks: "https://runbooks.dev.example.com/dev-gcp",
  },
  alerting: {
    page: "https://alerts.dev.example.com/page",
    ticket: "https://alerts.dev.example.com/ticket",
    watchdog: "https://alerts.dev.example.com/watchdog",
  },
  services: [orders],
};
