import { FILE_CONTAINERS, WITH_FILES } from "../../support/files";
import { GITHUB } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const bootstrap = synthesizeAll([
  { ...WITH_FILES, pipeline: GITHUB, services: [FILE_CONTAINERS], backup: {} },
]).find(({ id }) => id.endsWith("-bootstrap"))!.json;

/** What an action reaches, without account and region, and on which conditions. */
const reached = (policies: RegExp, action: string) =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([id]) => policies.test(id))
    .flatMap(([, { policy }]) => statements(policy))
    .filter(({ Action }) => [Action].flat().includes(action))
    .map(({ Resource, Condition }) => ({
      resources: [Resource].flat().map((arn) => String(arn).replace(/^arn:aws:[^/]*:/, "")),
      condition: Condition,
    }));

const own = { StringEquals: { "aws:ResourceTag/environment": "dev-files" } };
const FILES = ["access-point/*", "file-system/*"];

test("a pipeline makes file systems that carry the environment's tag, and changes and removes those alone", () => {
  expect(reached(/write/, "elasticfilesystem:CreateFileSystem")).toEqual([
    {
      resources: ["*"],
      condition: { StringEquals: { "aws:RequestTag/environment": "dev-files" } },
    },
  ]);
  for (const action of ["DeleteFileSystem", "CreateMountTarget", "PutFileSystemPolicy"])
    expect(reached(/write/, `elasticfilesystem:${action}`)).toEqual([
      { resources: FILES, condition: own },
    ]);
});

test("interfaces are made by EFS for it, and not by who holds its role", () => {
  expect(reached(/write/, "ec2:DeleteNetworkInterface")).toEqual([
    {
      resources: ["network-interface/*", "security-group/*", "subnet/*"],
      condition: { Bool: { "aws:ViaAWSService": "true" } },
    },
  ]);
});

test("no role of a pipeline mounts a file system or reads a copy of one", () => {
  for (const verb of ["ClientMount", "ClientWrite", "ClientRootAccess", "Backup", "Restore"])
    expect(reached(/read|write/, `elasticfilesystem:${verb}`)).toEqual([]);
});

test("no role of a service mounts, copies or fills what is not the environment's", () => {
  for (const verb of ["ClientMount", "ClientWrite", "Backup", "Restore"])
    expect(reached(/boundary/, `elasticfilesystem:${verb}`)).toEqual([
      { resources: FILES, condition: own },
    ]);
});
