import { devGcp } from "../../../environments/dev-gcp";
import { catalogImages } from "../../../environments/services/catalog-images";
import type { ServiceDeclaration } from "../../../model/declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../../model/environment";
import { problemsOf, settle } from "../../../model/settle";
import {
  FILE_CONTAINERS,
  FILE_FUNCTION,
  FILE_MACHINES,
  WITH_FILES,
} from "../../constructs/support/files";
import { changed } from "../fixtures";

const messages = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

const of = (service: ServiceDeclaration, path: string, to: unknown): string[] =>
  messages({ ...WITH_FILES, services: [changed(service, path, to)] });

const production: AwsEnvironment = { ...WITH_FILES, stage: "production" };

const storesIn = (environment: AwsEnvironment, service: ServiceDeclaration) =>
  settle({ ...environment, services: [service] }).services[0]!.stores.filter(
    ({ kind }) => kind === "file",
  );

test("file stores are taken as declared", () => {
  expect(messages(WITH_FILES)).toEqual([]);
});

test("one that says nothing is read and written, found by its name, and goes down when nobody uses it", () => {
  const settled = {
    ...{ kind: "file", name: "shared", mount: "/mnt/shared", directory: "/shared" },
    ...{ owner: { uid: 1_000, gid: 1_000 }, zones: undefined },
    ...{ warmAfterDays: 30, archiveAfterDays: 90, backup: true },
    access: ["read", "write"],
  };
  expect(storesIn(WITH_FILES, FILE_FUNCTION)).toEqual([{ ...settled, deletionProtection: false }]);
  expect(storesIn(production, FILE_FUNCTION)).toEqual([{ ...settled, deletionProtection: true }]);
});

test("one of machines stands in their zones", () => {
  expect(storesIn(WITH_FILES, FILE_MACHINES)).toMatchObject([{ zones: ["a", "b"] }]);
});

test.each([
  [{ warm: "1d" }, 1, 90],
  [{ warm: "90d" }, 90, 180],
  [{ warm: "365d" }, 365, undefined],
  [{ warm: "never" }, undefined, undefined],
  [{ archive: "never" }, 30, undefined],
  [{ warm: "7d", archive: "14d" }, 7, 14],
] as const)(
  "with %j files go warm after %p days and are archived after %p",
  (after, warm, archive) => {
    const service = changed(FILE_FUNCTION as ServiceDeclaration, "stores.shared.after", after);
    expect(storesIn(WITH_FILES, service)).toMatchObject([
      { warmAfterDays: warm, archiveAfterDays: archive },
    ]);
  },
);

type FilesOf = "shop" | "basket";

const SERVICES: Readonly<Record<FilesOf, ServiceDeclaration>> = {
  shop: FILE_FUNCTION,
  basket: FILE_CONTAINERS,
};

const path = (most: number) =>
  `expected an absolute path of at most ${most} letters, digits, dots, dashes and underscores between slashes, such as "/mnt/shared", got`;
const AGES =
  '"1d" or "7d" or "14d" or "30d" or "60d" or "90d" or "180d" or "270d" or "365d" or "never"';

test.each<[FilesOf, string, unknown, string]>([
  ["shop", "shared.mount", "mnt", `${path(160)} "mnt"`],
  ["shop", "shared.mount", "/mnt/../etc", `${path(160)} "/mnt/../etc"`],
  ["shop", "shared.mount", "/", `${path(160)} "/"`],
  [
    "shop",
    "shared.mount",
    "/srv/shared",
    'expected /mnt/ and one name, as functions take it, got "/srv/shared"',
  ],
  ["shop", "shared.directory", "/a b", `${path(100)} "/a b"`],
  [
    "shop",
    "shared.directory",
    "/a/b/c/d/e",
    'expected 4 levels at most, which EFS makes, got "/a/b/c/d/e", which has 5',
  ],
  [
    "shop",
    "shared.access",
    ["write"],
    'expected "read" beside it, since who mounts a file system reads it, got write',
  ],
  [
    "shop",
    "shared.access",
    [],
    'expected a list of one or more of "read", "write", each once, got []',
  ],
  [
    "shop",
    "shared.owner",
    { uid: 0, gid: 1 },
    "expected a whole number from 1 to 4294967295, got 0",
  ],
  ["shop", "shared.after.warm", "31d", `expected ${AGES}, got "31d"`],
  [
    "shop",
    "shared.after.archive",
    "30d",
    'expected more than the "30d" after which files go warm, got "30d"',
  ],
  [
    "shop",
    "shared.after",
    { warm: "never", archive: "90d" },
    'expected "never" where files never go warm, from where they are archived, got "90d"',
  ],
  [
    "shop",
    "other",
    { kind: "file" },
    'expected one store of files where a function runs (requestDriven), which mounts no more; keep both in "shared", got another one',
  ],
  [
    "basket",
    "uploads.mount",
    "/opt/models/up",
    'expected another place than that of "models" (/opt/models), and none within it or around it, got "/opt/models/up"',
  ],
])("a problem of the files of %s: %s is %j", (name, field, to, message) => {
  const problems = of(SERVICES[name], `stores.${field}`, to);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.replace(/^[^:]*: /, "")).toBe(message);
});

test("a problem says where it is", () => {
  expect(of(FILE_FUNCTION, "stores.shared.access", ["write"])[0]).toMatch(
    /^shop\.stores\.shared\.access: /,
  );
});

test("only machines of Amazon Linux mount files by themselves", () => {
  const image = (name: string) => of(FILE_MACHINES, "workload.image", name);
  expect(
    image("/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-default-arm64"),
  ).toEqual([]);
  expect(image("ami-0123456789abcdef0")).toEqual([
    'search.stores.index.kind: expected machines that start from Amazon Linux 2023, which mount it by themselves; leave `workload.image` out or name another of its parameters (/aws/service/ami-amazon-linux-latest/al2023-…), got "ami-0123456789abcdef0"',
  ]);
});

test("it stands in a network, of one zone too", () => {
  const { network } = WITH_FILES;
  expect(
    messages({ ...WITH_FILES, network: { ...network, zones: ["a"] }, services: [FILE_FUNCTION] }),
  ).toEqual([]);
  const nowhere: AwsEnvironment = { ...WITH_FILES };
  delete (nowhere as { network?: unknown }).network;
  expect(messages({ ...nowhere, services: [FILE_FUNCTION] })).toEqual([
    'shop.stores.shared: expected a network in dev-files, where it stands; declare `network` in the environment, got "file" without one',
  ]);
});

test("it is mounted by code, which content delivery has none of", () => {
  const service = {
    ...catalogImages,
    stores: { ...catalogImages.stores, shared: { kind: "file" } },
  };
  expect(messages({ ...WITH_FILES, services: [service as ServiceDeclaration] })).toContain(
    'catalog-images.stores.shared.kind: expected "object" or "keyValue" where a service runs no code (contentDelivery), which nobody would connect from, got "file"',
  );
});

test("on Google Cloud it is a problem until its twin is built", () => {
  expect(messages({ ...devGcp, services: [FILE_FUNCTION] })).toContain(
    'shop.stores.shared.kind: expected "keyValue" on Google Cloud (dev-gcp), where stores of files are not built yet (docs/clouds.md); list the service in environments on AWS only, got "file"',
  );
});
