import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentOf } from "../../../constructs/ledger/content";
import { EMPTY, type StackLedger } from "../../../constructs/ledger/ledger";
import { compare, joinMoves } from "../../../constructs/ledger/moves";
import { App, TerraformResource } from "../../../constructs/tf";
import { awsTestStack, inFolder } from "../support/synth";
import { Workspace, type Plan, type Tool } from "../support/terraform";

const root = mkdtempSync(join(tmpdir(), "plinth-moves-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** `terraform_data` is built into both tools: it is made for real, in no cloud and by no provider that must be loaded. */
function stackOf(id: string, ledger: StackLedger = EMPTY) {
  return inFolder((outdir) => {
    const app = new App({ outdir });
    const stack = awsTestStack(app, "test-c01");
    stack.recall(ledger);
    const table = new TerraformResource(stack, `${id}-table`, {
      terraformResourceType: "terraform_data",
    });
    table.addOverride("input", "orders");
    const policy = new TerraformResource(stack, `${id}-policy`, {
      terraformResourceType: "terraform_data",
    });
    policy.addOverride("input", `\${${table.fqn}.id}`);
    app.synth();
    const { resource = {}, moved = [] } = stack.json;
    return { json: { resource, moved } };
  });
}

const recorded = (stack: ReturnType<typeof stackOf>, before: StackLedger = EMPTY): StackLedger => ({
  resources: Object.fromEntries(contentOf(stack.json)),
  moved: joinMoves(before.moved, compare(before, stack.json).moved, stack.json),
});

const shown = ({ resource_changes }: Plan) =>
  resource_changes.map(({ address, previous_address, change }) => [
    ...[previous_address, address, ...change.actions],
  ]);
const table = (id: string) => `terraform_data.${id}_table`;
const policy = (id: string) => `terraform_data.${id}_policy`;

describe.each<Tool>(["terraform", "tofu"])("%s", (tool) => {
  const folder = join(root, tool);
  let workspace: Workspace;
  const planOf = (stack: ReturnType<typeof stackOf>) => {
    workspace.write(stack);
    return shown(workspace.plan());
  };
  const first = stackOf("orders");
  const second = stackOf("intake", recorded(first));
  const third = stackOf("sales", recorded(second, recorded(first)));

  beforeAll(() => {
    mkdirSync(folder);
    workspace = new Workspace(tool, folder, first);
    workspace.init();
    workspace.apply();
  }, 120_000);

  test("replaces what a renamed construct made, where no ledger knows it", () => {
    expect(planOf(stackOf("intake")).map(([, , ...actions]) => actions.join())).toEqual(
      ["create", "delete", "create", "delete"].sort(),
    );
  }, 60_000);

  test("moves it, untouched, where one does", () => {
    expect(planOf(second)).toEqual([
      [policy("orders"), policy("intake"), "no-op"],
      [table("orders"), table("intake"), "no-op"],
    ]);
  }, 60_000);

  test("moves it over two renames at once, where the first was never applied", () => {
    expect(planOf(third)).toEqual([
      [policy("orders"), policy("sales"), "no-op"],
      [table("orders"), table("sales"), "no-op"],
    ]);
  }, 60_000);

  test("has nothing to move once it is applied, and takes the same blocks for good", () => {
    workspace.write(third);
    workspace.apply();
    expect(planOf(third)).toEqual([
      [undefined, policy("sales"), "no-op"],
      [undefined, table("sales"), "no-op"],
    ]);
  }, 60_000);

  test("moves it back where the rename is taken back", () => {
    const ledger = recorded(third, recorded(second, recorded(first)));
    expect(planOf(stackOf("orders", ledger))).toEqual([
      [policy("sales"), policy("orders"), "no-op"],
      [table("sales"), table("orders"), "no-op"],
    ]);
  }, 60_000);
});
