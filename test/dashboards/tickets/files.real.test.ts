import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { renderObservability } from "../../../dashboards";
import { dataUid, files, STORE_RULES, storeAlertName } from "../../../model/names";
import { settle } from "../../../model/settle";
import { toolPath } from "../../../tools/find";
import { FILE_FUNCTION, WITH_FILES } from "../../constructs/support/files";

const folder = mkdtempSync(join(tmpdir(), "plinth-files-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { files: rendered } = renderObservability(
  settle({ ...WITH_FILES, services: [FILE_FUNCTION] }),
);
const found = new Map(rendered.map(({ path, text }) => [path, text]));
const alert = storeAlertName("shop", "shared");

test("a file system has tickets for what EFS lets it do, and one runbook for both", () => {
  const rules = found.get(files.rules(STORE_RULES))!;
  expect(rules.match(/- alert: (.*)/g)).toEqual([`- alert: ${alert}`, `- alert: ${alert}`]);
  expect(rules).toContain(
    'aws_efs_percent_iolimit_maximum{job="yace", tag_Name="dev-files-c01-shop-shared"}) > 90',
  );
  expect(rules).toContain(
    'aws_efs_client_connections_sum{job="yace", tag_Name="dev-files-c01-shop-shared"}) > 20000',
  );
  const page = found.get(files.runbook(alert))!;
  expect(page).toContain(
    "| operations | the file system has done more than 90% of the operations a second that EFS lets one do | 15m |",
  );
  expect(page).toContain(
    "aws efs describe-file-systems --region us-east-1 --creation-token dev-files-c01-shop-shared",
  );
});

test("YACE asks for its metrics by its id, and puts its name on them", () => {
  const yace = found.get(files.exporter("yace"))!;
  expect(yace).toMatch(/type: AWS\/EFS[^]*- FileSystemId[^]*name: PercentIOLimit/);
  expect(yace).toMatch(/AWS\/EFS:\n(?:\s+- \w+\n)*\s+- Name/);
});

test("the board of all stores shows who is connected, what it does and what it moves", () => {
  const board = found.get(files.dashboard(dataUid("dev-files")))!;
  for (const what of ["connections", "used of its operations", "bytes a second"])
    expect(board).toContain(`shared: ${what}`);
});

test("promtool proves the tickets", () => {
  for (const path of [files.rules(STORE_RULES), files.ruleTests(STORE_RULES)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), found.get(path)!);
  }
  const said = execFileSync(
    toolPath("promtool"),
    ["test", "rules", join(folder, files.ruleTests(STORE_RULES))],
    { encoding: "utf8" },
  );
  expect(said).toContain("SUCCESS");
});
