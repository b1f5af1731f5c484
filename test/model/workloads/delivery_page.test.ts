import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prod } from "../../../environments/prod";
import { catalogImages } from "../../../environments/services/catalog-images";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment } from "../../../model/environment";
import { problemsOf } from "../../../model/settle";

const page = readFileSync(join(__dirname, "../../..", "docs", "content.md"), "utf8");

/** The declarations that the page shows, in order. */
const [service, environment] = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = ""]) => new Function(`return {${text}};`)() as unknown,
);

test("the declarations that docs/content.md shows are taken", () => {
  const declared = { ...catalogImages, ...(service as Partial<ServiceDeclaration>) };
  const edge = environment as Pick<AwsEnvironment, "edge">;
  expect(declared.workload.kind).toBe("contentDelivery");
  expect(edge.edge?.domain).toBe("example.com");
  expect(problemsOf({ ...prod, ...edge, services: [declared] })).toEqual([]);
});
