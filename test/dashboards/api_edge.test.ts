import { parse } from "yaml";
import { renderObservability } from "../../dashboards";
import { flowchartOf } from "../../dashboards/diagram";
import type { ServiceDeclaration } from "../../model/declaration";
import type { AwsEnvironment } from "../../model/environment";
import type { RenderedFile } from "../../model/output";
import { settle } from "../../model/settle";
import { changed } from "../model/fixtures";
import { openApi } from "../../operations/contracts/openapi/document";
import { isFronted } from "../../model/service";
import { apiAtEdge, FRONTED_API, OPEN_API } from "../constructs/support/api_edge";

const [availability, latency] = OPEN_API.objectives;
const reach = { ...availability, name: "reach", at: "edge" } as ServiceDeclaration["objectives"][0];

const of = (service: ServiceDeclaration) => settle({ ...FRONTED_API, services: [service] });
const promising = (...objectives: ServiceDeclaration["objectives"]) => ({
  ...FRONTED_API.services[0]!,
  objectives,
});

const rendered = new Map<string, readonly RenderedFile[]>();

/** Rendered once for all tests that look at the same. */
function filesOf(service: ServiceDeclaration): readonly RenderedFile[] {
  const key = JSON.stringify(service);
  const files = rendered.get(key) ?? renderObservability(of(service)).files;
  rendered.set(key, files);
  return files;
}

const textOf = (service: ServiceDeclaration, path: string): string =>
  filesOf(service).find((file) => file.path === path)?.text ?? "";

const RULES = "prometheus/rules/storefront.yaml";

describe("availability of an API at the edge", () => {
  const recorded = (service: ServiceDeclaration): string[] =>
    (
      parse(textOf(service, RULES)) as {
        groups: { rules: { record?: string; expr: string }[] }[];
      }
    ).groups
      .flatMap(({ rules }) => rules)
      .filter(({ record }) => record === "slo:sli_total:count1m")
      .map(({ expr }) => expr);

  test("counts at the API, whether there is an edge or not", () => {
    expect(recorded(promising(availability!))).toEqual(
      recorded({ ...OPEN_API, objectives: [availability!] }),
    );
    expect(recorded(promising(availability!))[0]).toContain("aws_apigateway_count_sum");
  });

  test("counts what callers are answered where it says so", () => {
    const [total] = recorded(promising(reach));
    expect(total).toContain("aws_cloudfront_requests_sum");
    expect(total).not.toContain("apigateway");
  });
});

describe("its board", () => {
  const rowsOf = (service: ServiceDeclaration) => {
    const board = JSON.parse(textOf(service, "grafana/dashboards/dev-api-storefront.json")) as {
      panels: { type: string; title: string; id: number }[];
    };
    return board.panels;
  };

  test("shows firewall and caches before the API", () => {
    const rows = rowsOf(promising(reach, latency!)).filter(({ type }) => type === "row");
    const titles = rows.map(({ title }) => title);
    expect(titles.slice(titles.indexOf("Firewall"))).toEqual([
      ...["Firewall", "Caches", "API", "Function", "State"],
    ]);
  });

  test("has each panel once", () => {
    const ids = rowsOf(promising(reach, availability!, latency!)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("and the board of the edge has it beside the deliveries", () => {
    const board = JSON.parse(textOf(promising(), "grafana/dashboards/dev-api_edge.json")) as {
      panels: { type: string; title: string }[];
    };
    const rows = board.panels.filter(({ type }) => type === "row").map(({ title }) => title);
    expect(rows).toEqual(["Firewalls", "Caches", "Code at the edge", "APIs"]);
  });
});

describe("its runbook", () => {
  const runbook = textOf(promising(reach), "runbooks/storefront-reach-error-budget-burn.md");

  test("looks at the edge's log, the firewall's and the API's", () => {
    for (const group of ["cloudfront", "apis"])
      expect(runbook).toContain(`/aws/vendedlogs/${group}/dev-api-c01-storefront`);
    expect(runbook).toContain("aws-waf-logs-dev-api-c01-storefront");
    expect(runbook).toContain("Value=dev-api-c01-storefront-viewer-request");
  });

  test("says how somebody is seen who asks past CloudFront, and how to give the API a new name", () => {
    expect(runbook).toContain("com.amazonaws.global.cloudfront.origin-facing");
    expect(runbook).toContain("-replace=terraform_data.storefront_api_path");
  });

  test("finds the stage whose throttle it changes", () => {
    const atApi = textOf(
      promising(availability!),
      "runbooks/storefront-availability-error-budget-burn.md",
    );
    expect(atApi).toContain("aws apigatewayv2 get-stages");
    expect(atApi).not.toContain("--stage-name '$default'");
  });

  test("of an API without an edge knows none", () => {
    const open = textOf(
      { ...OPEN_API, objectives: [availability!] },
      "runbooks/storefront-availability-error-budget-burn.md",
    );
    expect(open).toContain("--stage-name '$default'");
    for (const word of ["cloudfront", "waf"]) expect(open.toLowerCase()).not.toContain(word);
  });
});

test("the picture leads from outside through the firewall to the API", () => {
  const { edges } = flowchartOf(of(promising()));
  const way = (from: string) => edges.filter((edge) => edge.from === from).map(({ to }) => to);
  expect(way("outside")).toEqual(["storefront_firewall"]);
  expect(way("storefront_firewall")).toEqual(["storefront_distribution"]);
  expect(way("storefront_distribution")).toEqual(["storefront_api"]);
});

describe("the OpenAPI document", () => {
  const serverOf = (service: ServiceDeclaration, domain?: string) => {
    const edge = domain === undefined ? undefined : { domain };
    const environment = settle(
      changed<AwsEnvironment>({ ...FRONTED_API, services: [service] }, "edge", edge),
    );
    return openApi(environment.services.filter(isFronted)[0]!, environment).servers[0];
  };

  test("names the address at the edge", () => {
    expect(serverOf(apiAtEdge(), "dev.example.com")).toEqual({
      url: "https://storefront.dev.example.com",
      description: "dev-api",
    });
  });

  test("says where to find CloudFront's own where there is no other", () => {
    expect(serverOf(apiAtEdge())).toMatchObject({
      url: "https://{distribution}.cloudfront.net",
      variables: {
        distribution: {
          description:
            "The first part of the output `storefront_domain_name` of the stack dev-api-edge.",
        },
      },
    });
  });
});
