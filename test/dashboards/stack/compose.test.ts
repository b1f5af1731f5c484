import { parts } from "../../../dashboards/stack/parts";
import { tools } from "../../../tools/lib";
import { filesOf } from "../estate";
import { findFile, readYaml } from "../read";
import { composeOf, mountsOf } from "./compose";

describe.each(["dev", "prod", "dev-gcp"])("the stack of %s", (environment) => {
  const { services, volumes } = composeOf(environment);
  const mounts = Object.values(services).flatMap(mountsOf);

  test("mounts only what is generated, a declared volume or a folder that its user names", () => {
    const paths = [...filesOf(environment).keys()];
    const missing = mounts.filter(({ from }) => {
      if (from.startsWith("${")) return false;
      if (!from.startsWith("./")) return !(from in volumes);
      const path = from.slice(2);
      return !paths.some((one) => one === path || one.startsWith(`${path}/`));
    });
    expect(missing).toEqual([]);
  });

  test("finds each generated file inside at the path that it is told", () => {
    for (const service of Object.values(services)) {
      const inside = mountsOf(service).map(({ to }) => to);
      const told = (service.command ?? []).flatMap(
        (argument) => /=(\/etc\/plinth\/.*)$/.exec(argument)?.[1] ?? [],
      );
      for (const path of told) {
        expect(inside.filter((one) => path === one || path.startsWith(`${one}/`))).toHaveLength(1);
        expect([...filesOf(environment).keys()]).toContain(path.slice("/etc/plinth/".length));
      }
    }
  });

  test("has an exact version of everything", () => {
    for (const { image } of Object.values(services)) expect(image).toMatch(/:v?\d+\.\d+\.\d+$/);
  });

  test("shows itself to this machine only", () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:(\d+):\1$/);
  });

  test("reaches, in every configuration, a part by its name and a port where that part answers", () => {
    const listens = new Set([
      ...Object.entries(parts).map(([name, { port }]) => `${name}:${port}`),
      ...["otel-collector:8889", "otel-collector:8888", "tempo:4318"],
    ]);
    const reached = new Set(
      [...filesOf(environment)]
        .filter(([path]) => !path.startsWith("prometheus/thanos/"))
        .flatMap(([, text]) => text.match(/(?<=\/\/|- )[a-z-]+:\d{4,5}\b/g) ?? []),
    );
    reached.delete("localhost:9090");
    expect([...reached].filter((one) => !listens.has(one))).toEqual([]);
    for (const one of reached) expect(services).toHaveProperty([one.split(":")[0] ?? ""]);
    expect(reached.size).toBeGreaterThanOrEqual(8);
  });

  test("keeps samples for longer than any budget looks back", () => {
    expect(services["prometheus"]?.command).toContain("--storage.tsdb.retention.time=35d");
  });

  test("lets Alertmanager find a token for each receiver", () => {
    const secrets = mounts.find(({ to }) => to.endsWith("/secrets"));
    expect(secrets).toEqual({
      from: "${PLINTH_SECRETS:?a folder with the token of each receiver}",
      to: "/etc/plinth/alertmanager/secrets",
    });
    expect(findFile(environment, "alertmanager/alertmanager.yaml")).toContain(
      "credentials_file: secrets/commerce-page",
    );
  });
});

test("Google's exporter runs with the arguments of its own file", () => {
  const { args } = readYaml<{ args: string[] }>("dev-gcp", "exporters/stackdriver.yaml");
  expect(composeOf("dev-gcp").services["stackdriver-exporter"]?.command).toEqual(args);
});

test.each([
  ["prometheus", "prometheus"],
  ["alertmanager", "alertmanager"],
  ["yace", "yace"],
  ["otel-collector", "otelcol"],
] as const)("the version of %s is the one that the tests run", (part, tool) => {
  const { version } = tools.find(({ name }) => name === tool)!;
  expect(parts[part].image.split(":")[1]?.replace(/^v/, "")).toBe(version);
});
