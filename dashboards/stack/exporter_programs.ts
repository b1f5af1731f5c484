import type { AwsEnvironment, GoogleEnvironment } from "../../model/environment";
import { files } from "../../model/names";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { stackdriverArgs } from "../exporters/stackdriver";
import { inside } from "./parts";
import { mount, required, service } from "./service";

/** Credentials are those of whoever starts the stack; on a machine of the cloud, its own role's. */
export const yace = ({ region }: AwsEnvironment) =>
  service("yace", {
    command: [
      `--config.file=${inside(files.exporter("yace"))}`,
      `--scraping-interval=${SCRAPE_INTERVAL_SECONDS}`,
    ],
    environment: {
      AWS_REGION: region,
      // Without a value: as the one who starts it has it.
      AWS_ACCESS_KEY_ID: null,
      AWS_SECRET_ACCESS_KEY: null,
      AWS_SESSION_TOKEN: null,
    },
    volumes: [mount(files.exporter("yace"))],
  });

const CREDENTIALS = "GOOGLE_APPLICATION_CREDENTIALS";

export const stackdriver = (declaration: GoogleEnvironment) =>
  service("stackdriver-exporter", {
    // Compose takes a lone dollar sign for a variable.
    command: stackdriverArgs(declaration).map((arg) => arg.replaceAll("$", "$$$$")),
    environment: { [CREDENTIALS]: inside("google-credentials.json") },
    volumes: [
      `${required(CREDENTIALS, "the file of an account with roles/monitoring.viewer")}:${inside("google-credentials.json")}:ro`,
    ],
  });
