import fc from "fast-check";
import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import { DeclarationError } from "../../model/problems";
import { problemsOf, settle } from "../../model/settle";
import type { EnvironmentDeclaration } from "../../model/environment";
import { changed, onAws, onGoogle, ofDev, ofDevGcp } from "./fixtures";

type Case = readonly [path: string, value: unknown, problems: readonly string[]];

const check = (cases: readonly Case[], problems: (path: string, value: unknown) => string[]) =>
  test.each(cases)("%s = %j", (path, value, expected) => {
    expect(problems(path, value)).toEqual(expected);
  });

describe("each field of a service says what it expects", () => {
  const cases: Case[] = [
    [
      "name",
      "Orders!",
      [
        'services[0].name: expected 2 to 20 lower-case letters, digits and dashes, starting with a letter, got "Orders!"',
      ],
    ],
    [
      "name",
      undefined,
      [
        "services[0].name: expected 2 to 20 lower-case letters, digits and dashes, starting with a letter, got nothing",
      ],
    ],
    [
      "description",
      "",
      ['orders.description: expected a sentence of at most 500 characters, got ""'],
    ],
    ["owner", "me", ['orders.owner: expected an object, got "me"']],
    [
      "owner.team",
      "Commerce Team",
      [
        'orders.owner.team: expected 1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud), got "Commerce Team"',
      ],
    ],
    ["owner.contact", "", ['orders.owner.contact: expected where people reach the team, got ""']],
    [
      "owner.mail",
      "x",
      ["orders.owner.mail: expected no such property; remove it or correct its name"],
    ],
    [
      "costCenter",
      "CC 1",
      [
        'orders.costCenter: expected 1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud), got "CC 1"',
      ],
    ],
    ["workload", undefined, ["orders.workload: expected an object, got nothing"]],
    [
      "workload.code",
      "../secrets",
      [
        'orders.workload.code: expected a folder of the repository such as functions/orders, got "../secrets"',
      ],
    ],
    [
      "workload.queue.attempts",
      0,
      ["orders.workload.queue.attempts: expected a whole number from 1 to 100, got 0"],
    ],
    [
      "workload.queue.visibilityTimeout",
      "100s",
      [
        'orders.workload.queue.visibilityTimeout: expected at least "365s" (6 x the processor\'s timeout of 60 s + the batch window of 5 s, never under 300 s), got "100s"; raise it to "365s" or leave it out',
      ],
    ],
    [
      "workload.queue.visibilityTimeout",
      "soon",
      [
        'orders.workload.queue.visibilityTimeout: expected a duration from "0s" to "12h", got "soon"',
      ],
    ],
    [
      "workload.queue.retention",
      "15d",
      ['orders.workload.queue.retention: expected a duration from "60s" to "14d", got "15d"'],
    ],
    [
      "workload.queue.deadLetterRetention",
      "1d",
      [
        'orders.workload.queue.deadLetterRetention: expected at least the queue\'s retention of "4d": a message keeps its age when it is set aside, got "1d"',
      ],
    ],
    [
      "workload.queue.deadLetterRetention",
      "15d",
      [
        'orders.workload.queue.deadLetterRetention: expected a duration from "60s" to "14d", got "15d"',
      ],
    ],
    [
      "workload.queue.batch.size",
      0,
      ["orders.workload.queue.batch.size: expected a whole number from 1 to 10000, got 0"],
    ],
    [
      "workload.queue.batch.window",
      "301s",
      ['orders.workload.queue.batch.window: expected a duration from "0s" to "300s", got "301s"'],
    ],
    [
      "workload.queue.batch",
      { size: 100, window: "0s" },
      [
        'orders.workload.queue.batch.window: expected at least "1s" for batches over 10 messages (here 100), got "0s"',
      ],
    ],
    [
      "workload.processor.memory",
      64,
      ["orders.workload.processor.memory: expected a whole number from 128 to 10240, got 64"],
    ],
    [
      "workload.processor.timeout",
      "16m",
      ['orders.workload.processor.timeout: expected a duration from "1s" to "15m", got "16m"'],
    ],
    [
      "workload.processor.reservedConcurrency",
      0,
      [
        "orders.workload.processor.reservedConcurrency: expected a whole number from 1 to 10000, got 0",
      ],
    ],
    [
      "workload.processor.reservedConcurrency",
      1,
      [
        "orders.workload.processor.maximumConcurrency: expected 2 to 1000, the range of SQS pollers; reserve at least 2, got 1",
      ],
    ],
    [
      "workload.processor.maximumConcurrency",
      200,
      [
        "orders.workload.processor.maximumConcurrency: expected at most the reserved concurrency of 100, else the poller's calls are throttled and count as attempts, got 200",
      ],
    ],
    [
      "workload.processor.maximumConcurrency",
      1,
      [
        "orders.workload.processor.maximumConcurrency: expected a whole number from 2 to 1000, got 1",
      ],
    ],
    [
      "workload.processor.architecture",
      "sparc",
      ['orders.workload.processor.architecture: expected "arm64" or "x86_64", got "sparc"'],
    ],
    [
      "workload.processor.logRetention",
      "31d",
      [
        'orders.workload.processor.logRetention: expected a number of days that CloudWatch keeps logs for (1d, 3d, 5d, 7d, 14d, 30d, 60d, 90d …), got "31d"',
      ],
    ],
    [
      "stores",
      {},
      [
        'orders.stores: expected one key-value store named "state", where an event-driven processor keeps its records, got none',
      ],
    ],
    [
      "stores.state.partitionKey",
      "event id",
      [
        'orders.stores.state.partitionKey: expected an attribute name of letters, digits and underscores, got "event id"',
      ],
    ],
    [
      "stores.state.ttlAttribute",
      "",
      [
        'orders.stores.state.ttlAttribute: expected an attribute name of letters, digits and underscores, got ""',
      ],
    ],
    [
      "stores.state.deletionProtection",
      "yes",
      ['orders.stores.state.deletionProtection: expected true or false, got "yes"'],
    ],
    ["dependsOn", undefined, ["orders.dependsOn: expected a list of service names, got nothing"]],
    [
      "dependsOn",
      ["billing"],
      ['orders.dependsOn[0]: expected a service of the environment dev (orders), got "billing"'],
    ],
    [
      "traffic.averagePerSecond",
      -1,
      ["orders.traffic.averagePerSecond: expected a number of events a second, 0 or more, got -1"],
    ],
    [
      "traffic.averagePerSecond",
      60,
      ["orders.traffic.peakPerSecond: expected at least the average of 60, got 50"],
    ],
    [
      "traffic.peakPerSecond",
      "50",
      ['orders.traffic.peakPerSecond: expected a number of events a second, 0 or more, got "50"'],
    ],
    [
      "objectives",
      undefined,
      ["orders.objectives: expected a list of objectives (say [] for none), got nothing"],
    ],
    [
      "objectives[0].name",
      "a b",
      [
        'orders.objectives[0].name: expected 1 to 30 lower-case letters, digits and dashes, starting with a letter, got "a b"',
      ],
    ],
    [
      "objectives[0].name",
      "freshness",
      ['orders.objectives: expected each name once, got "freshness" twice'],
    ],
    [
      "objectives[0].sli",
      "speed",
      [
        'orders.objectives[0].sli: expected "availability" or "success" or "freshness" or "latency" or "throughput" or "cacheHit" or "replication" or "business", got "speed"',
      ],
    ],
    [
      "objectives[0].target",
      100,
      ["orders.objectives[0].target: expected a percentage between 0 and 100 (exclusive), got 100"],
    ],
    [
      "objectives[0].target",
      90,
      [
        "orders.objectives[0].target: expected at least 93.06: below it, a burn of 14.4 x the budget is more than every event failing, so the first page could never fire, got 90",
      ],
    ],
    [
      "objectives[0].window",
      "14d",
      [
        'orders.objectives[0].window: expected "7d" or "28d" or "30d" or "90d" or "month", got "14d"',
      ],
    ],
    [
      "objectives[0].firstSteps",
      [],
      [
        "orders.objectives[0].firstSteps: expected at least one step: what does the person who is paged do first?",
      ],
    ],
    [
      "objectives[1].threshold",
      "5",
      ['orders.objectives[1].threshold: expected a duration from "60s" to "24h", got "5"'],
    ],
    [
      "extend",
      [{ cloud: "aws", type: "azure_x", id: "X", attributes: 1 }],
      [
        'orders.extend[0].type: expected a Terraform type such as aws_sns_topic, got "azure_x"',
        'orders.extend[0].id: expected lower-case letters, digits and underscores, got "X"',
        "orders.extend[0].attributes: expected an object of Terraform arguments",
      ],
    ],
    [
      "extend",
      [
        { cloud: "aws", type: "aws_x", id: "x", attributes: {} },
        { cloud: "aws", type: "aws_x", id: "x", attributes: {} },
      ],
      ['orders.extend: expected each name once, got "aws_x.x" twice'],
    ],
  ];
  check(cases, onAws);
});

describe("what Google Cloud cannot do is said", () => {
  const cases: Case[] = [
    [
      "workload.queue.attempts",
      4,
      [
        "orders.workload.queue.attempts: expected 5 to 100 on Google Cloud (dev-gcp), whose dead-letter policy allows no fewer, got 4",
      ],
    ],
    [
      "workload.queue.visibilityTimeout",
      "365s",
      [
        'orders.workload.queue.visibilityTimeout: expected nothing on Google Cloud (dev-gcp), which derives the acknowledgement deadline from the processor\'s timeout, got "365s"',
      ],
    ],
    [
      "workload.processor.timeout",
      "600s",
      [
        'orders.workload.processor.timeout: expected at most "590s" on Google Cloud (dev-gcp), whose push subscriptions wait 600 s for an answer, got "600s"',
      ],
    ],
    [
      "workload.queue.retention",
      "300s",
      [
        'orders.workload.queue.retention: expected at least "10m" on Google Cloud (dev-gcp), whose subscriptions keep messages no shorter, got "300s"',
      ],
    ],
    [
      "workload.queue",
      { retention: "10m", deadLetterRetention: "599s" },
      [
        'orders.workload.queue.deadLetterRetention: expected at least the queue\'s retention of "10m": a message keeps its age when it is set aside, got "599s"',
      ],
    ],
    [
      "workload.queue",
      { retention: "90s", deadLetterRetention: "9m" },
      [
        'orders.workload.queue.retention: expected at least "10m" on Google Cloud (dev-gcp), whose subscriptions keep messages no shorter, got "90s"',
        'orders.workload.queue.deadLetterRetention: expected at least "10m" on Google Cloud (dev-gcp), whose subscriptions keep messages no shorter, got "9m"',
      ],
    ],
    [
      "workload.processor.logRetention",
      "3653d",
      [
        'orders.workload.processor.logRetention: expected at most "3650d" on Google Cloud (dev-gcp), here or as the environment\'s logRetention, got "3653d"',
      ],
    ],
  ];
  check(cases, onGoogle);
});

describe("each field of an AWS environment says what it expects", () => {
  const cases: Case[] = [
    [
      "name",
      "Development",
      [
        'environment.name: expected 2 to 10 lower-case letters, digits and dashes, starting with a letter, got "Development"',
      ],
    ],
    ["cloud", "azure", ['dev.cloud: expected "aws" or "google", got "azure"']],
    ["stage", "test", ['dev.stage: expected "development" or "production", got "test"']],
    ["account", "12", ['dev.account: expected the 12 digits of an account, got "12"']],
    ["region", "Virginia", ['dev.region: expected a region such as us-east-1, got "Virginia"']],
    [
      "stateBucket",
      "A",
      [
        'dev.stateBucket: expected a bucket name of 3 to 63 lower-case letters, digits and dashes, got "A"',
      ],
    ],
    [
      "owner.team",
      "",
      [
        'dev.owner.team: expected 1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud), got ""',
      ],
    ],
    [
      "costCenter",
      "",
      [
        'dev.costCenter: expected 1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud), got ""',
      ],
    ],
    [
      "logRetention",
      "2d",
      [
        'dev.logRetention: expected a number of days that CloudWatch keeps logs for (1d, 3d, 5d, 7d, 14d, 30d, 60d, 90d …), got "2d"',
      ],
    ],
    [
      "links.grafana",
      "http://x",
      ['dev.links.grafana: expected an https address without a slash at the end, got "http://x"'],
    ],
    [
      "links.runbooks",
      "https://x/",
      [
        'dev.links.runbooks: expected an https address without a slash at the end, got "https://x/"',
      ],
    ],
    [
      "alerting.page",
      "x",
      ['dev.alerting.page: expected an https address without a slash at the end, got "x"'],
    ],
    [
      "alerting.ticket",
      "x",
      ['dev.alerting.ticket: expected an https address without a slash at the end, got "x"'],
    ],
    [
      "alerting.watchdog",
      "http://x",
      [
        'dev.alerting.watchdog: expected an https address without a slash at the end, got "http://x"',
      ],
    ],
    ["undetermined", "maybe", ['dev.undetermined: expected "warn" or "deny", got "maybe"']],
    ["services", "orders", ['dev.services: expected a list of services, got "orders"']],
    ["extra", 1, ["dev.extra: expected no such property; remove it or correct its name"]],
    [
      "exemptions",
      [
        {
          rule: "X",
          address: "",
          stack: "",
          owner: "A B",
          reason: "",
          ticket: "",
          expires: "soon",
          granted: "x",
          fingerprint: "F",
        },
      ],
      [
        'dev.exemptions[0].rule: expected a rule\'s id such as AWS-SQS-001, got "X"',
        'dev.exemptions[0].address: expected a Terraform address, got ""',
        'dev.exemptions[0].stack: expected a stack\'s id, got ""',
        'dev.exemptions[0].owner: expected 1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud), got "A B"',
        'dev.exemptions[0].reason: expected a reason, got ""',
        'dev.exemptions[0].ticket: expected a ticket, got ""',
        'dev.exemptions[0].expires: expected a day such as 2026-01-31, got "soon"',
        'dev.exemptions[0].granted: expected a day such as 2026-01-31, got "x"',
        'dev.exemptions[0].fingerprint: expected the 32 hexadecimal digits that the gate reports, got "F"',
      ],
    ],
    [
      "exemptions",
      [
        {
          rule: "AWS-SQS-001",
          address: "aws_sqs_queue.x",
          stack: "dev-c01",
          owner: "a",
          reason: "b",
          ticket: "c",
          expires: "2026-06-01",
          granted: "2026-01-01",
        },
      ],
      [
        'dev.exemptions[0].expires: expected a day at most 90 days after 2026-01-01, got "2026-06-01"',
      ],
    ],
  ];
  check(cases, ofDev);
});

describe("each field of a Google environment says what it expects", () => {
  const cases: Case[] = [
    ["project", "P", ['dev-gcp.project: expected a project\'s id, got "P"']],
    ["projectNumber", "x", ['dev-gcp.projectNumber: expected a project\'s number, got "x"']],
    ["region", "Iowa", ['dev-gcp.region: expected a region such as us-central1, got "Iowa"']],
  ];
  check(cases, ofDevGcp);
});

test("all problems are reported together", () => {
  const broken = changed(changed(orders, "owner.team", ""), "objectives[0].target", 100);
  expect(() => settle({ ...dev, services: [broken] })).toThrow(
    [
      'orders.owner.team: expected 1 to 63 lower-case letters, digits and dashes (a tag on AWS, a label on Google Cloud), got ""',
      "orders.objectives[0].target: expected a percentage between 0 and 100 (exclusive), got 100",
    ].join("\n"),
  );
});

test("two services cannot share a name", () => {
  const problems = problemsOf({ ...dev, services: [orders, orders] });
  expect(problems).toEqual([
    { path: "dev.services", message: 'expected each name once, got "orders" twice' },
  ]);
});

test("a hostile declaration gets problems, never a crash, and each fits on a line", () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), fc.jsonValue(), (environment, service) => {
      const hostile = { ...environment, services: [service] } as unknown as EnvironmentDeclaration;
      expect(() => settle(hostile)).toThrow(DeclarationError);
      for (const { message } of problemsOf(hostile)) expect(message.length).toBeLessThan(400);
    }),
  );
});
