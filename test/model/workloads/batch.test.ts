import {
  JOBS,
  JOBS_PRODUCTION,
  ofTraining,
  RENDER,
  settledTraining,
} from "../../constructs/support/batch";
import { devGcp } from "../../../environments/dev-gcp";
import { problemsOf } from "../../../model/settle";
import { TRAINING } from "../../constructs/support/batch";

const bare = { kind: "batch", image: "1.4.2" } as const;

describe("jobs that say only which image", () => {
  test("have one CPU, no GPU, and spare capacity alone in development", () => {
    expect(settledTraining(bare).workload).toEqual({
      ...{ kind: "batch", image: "1.4.2", command: undefined, user: "1000:1000" },
      ...{ gpus: 0, cpu: 1, memoryMiB: 2_048, sharedMemoryMiB: 64, types: ["optimal"] },
      ...{ maxVcpus: 16, capacities: ["spot"], timeoutSeconds: 21_600, attempts: 3 },
      ...{ scratchGiB: 50, environment: {}, schedules: [], deadlineSeconds: undefined },
      logRetentionDays: 30,
    });
  });

  test("run on demand after spare capacity, and more of them, in production", () => {
    expect(settledTraining(bare, JOBS_PRODUCTION).workload).toMatchObject({
      ...{ maxVcpus: 64, capacities: ["spot", "onDemand"] },
    });
  });

  test("run at the price of the hour alone where they say so", () => {
    expect(settledTraining({ ...bare, spot: "never" }).workload.capacities).toEqual(["onDemand"]);
  });
});

test("a job with GPUs has as much of a machine as comes with them, and types that have some", () => {
  expect(settledTraining({ ...bare, gpus: 4 }).workload).toMatchObject({
    ...{ gpus: 4, cpu: 16, memoryMiB: 57_344, sharedMemoryMiB: 14_336, types: ["g5", "g6"] },
  });
});

test("there may be as many CPUs at once as one job has, at least", () => {
  expect(settledTraining({ ...bare, gpus: 8 }).workload.maxVcpus).toBe(32);
});

test("schedules are sorted, and of UTC where they say no zone", () => {
  const schedules = {
    weekly: { cron: "30 4 ? * SUN *" },
    nightly: { cron: "0 3 * * ? *", timeZone: "Europe/Zurich" },
  };
  expect(settledTraining({ ...bare, schedules }).workload.schedules).toEqual([
    { name: "nightly", cron: "0 3 * * ? *", timeZone: "Europe/Zurich" },
    { name: "weekly", cron: "30 4 ? * SUN *", timeZone: "UTC" },
  ]);
});

test("all that may be said is taken", () => {
  expect(problemsOf({ ...JOBS, services: [RENDER] })).toEqual([]);
});

describe("a problem is told with its path", () => {
  test.each([
    [{ timeout: "59s" }, 'timeout: expected a duration from "60s" to "14d", got "59s"'],
    [{ deadline: "35d" }, 'deadline: expected a duration from "1h" to "12d", got "35d"'],
    [{ gpus: 9 }, "gpus: expected a whole number from 0 to 8, got 9"],
    [{ attempts: 0 }, "attempts: expected a whole number from 1 to 10, got 0"],
    [{ spot: "always" }, 'spot: expected "first" or "only" or "never", got "always"'],
    [
      { image: "latest" },
      'image: expected a tag such as 1.4.2 (not latest, which names no version), or a digest: sha256: and 64 hexadecimal digits, got "latest"',
    ],
    [
      { types: ["G6"] },
      'types[0]: expected a type of EC2 such as g6.xlarge, a family such as g6, or "optimal", got "G6"',
    ],
    [{ types: ["g6", "g6"] }, 'types: expected each name once, got "g6" twice'],
    [
      { types: ["m7i", "m7g"] },
      'types: expected types with processors of one kind, got "m7i", which is x86_64, and "m7g", which is arm64',
    ],
    [
      { gpus: 1, types: ["g5g.xlarge"] },
      'types: expected types with processors of x86_64, for which AWS has an image with the drivers of GPUs, got "g5g.xlarge", which is arm64',
    ],
    [
      { gpus: 1, types: ["m7i.large", "optimal"] },
      'types: expected a type that has the 1 GPU of a job, got ["m7i.large","optimal"], whose largest has 0',
    ],
    [
      { gpus: 8, types: ["g5.12xlarge", "g4dn.xlarge"] },
      'types: expected a type that has the 8 GPUs of a job, got ["g5.12xlarge","g4dn.xlarge"], whose largest has 4',
    ],
    [
      { gpus: 1, memory: 16_000, types: ["g6.xlarge"] },
      'types: expected a type with 1 GPU, 4 virtual CPUs and 16000 MiB left for a job, got ["g6.xlarge"], whose largest has 4 and leaves 15360 MiB',
    ],
    [
      { cpu: 8, types: ["c7i.xlarge", "m7i.xlarge"] },
      'types: expected a type with 8 virtual CPUs and 2048 MiB left for a job, got ["c7i.xlarge","m7i.xlarge"], whose largest has 4 and leaves 15360 MiB',
    ],
    [
      { memory: 1_024, sharedMemory: 1_024 },
      "sharedMemory: expected less than the 1024 MiB of the job's `memory`, of which it is a part, got 1024",
    ],
    [
      { cpu: 8, maxVcpus: 4 },
      "maxVcpus: expected at least the 8 virtual CPUs of a job, or none ever starts, got 4",
    ],
    [
      { environment: { TMPDIR: "/tmp" } },
      'environment: expected no TMPDIR, which Plinth sets itself, got "/tmp"',
    ],
    [
      { environment: { AWS_BATCH_SIZE: "5" } },
      'environment: expected no name that begins with AWS_BATCH, which are Batch\'s own, got "AWS_BATCH_SIZE"',
    ],
    [
      { schedules: { nightly: { cron: "0 3 * * *" } } },
      'schedules.nightly.cron: expected six fields, each after one space (minutes, hours, days of the month, months, days of the week, years), such as "0 3 * * ? *", got "0 3 * * *"',
    ],
    [
      { schedules: { nightly: { cron: "0 3 * * ? *", timeZone: "Europe/Atlantis" } } },
      'schedules.nightly.timeZone: expected a time zone such as Europe/Berlin, got "Europe/Atlantis"',
    ],
    [
      { schedules: { "every-night-at-three-o-clock": { cron: "0 3 * * ? *" } } },
      'schedules.every-night-at-three-o-clock: expected a name of 1 to 20 lower-case letters, digits and dashes, starting with a letter, got "every-night-at-three-o-clock"',
    ],
  ])("%j", (workload, message) => {
    expect(ofTraining(workload)).toEqual([`nightly-training.workload.${message}`]);
  });

  test("a type that is not known here is not judged", () => {
    expect(ofTraining({ gpus: 8, types: ["p9.metal"] })).toEqual([]);
    expect(ofTraining({ cpu: 100, maxVcpus: 100 })).toEqual([]);
  });
});

describe("jobs run in a network that has a way out", () => {
  test.each([
    [
      { ...JOBS, network: undefined },
      'expected `network` of the environment dev-jobs, in whose private tier jobs run, got "batch" alone',
    ],
    [
      { ...JOBS, network: { ...JOBS.network, nat: "none" } },
      'expected a way out of the network, by which machines are told of jobs: `dev-jobs.network.nat` of "single" or "perZone", got "none"',
    ],
    [
      { ...JOBS, network: { ...JOBS.network, tiers: ["public"] } },
      'expected the tier "private" in `dev-jobs.network.tiers`, where jobs run, got ["public"]',
    ],
  ])("%#", (environment, message) => {
    expect(ofTraining({}, environment as never)).toContain(
      `nightly-training.workload.kind: ${message}`,
    );
  });

  test("and on AWS alone", () => {
    const problems = problemsOf({ ...devGcp, services: [{ ...TRAINING, objectives: [] }] });
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toContain(
      'nightly-training.workload.kind: expected "eventDriven" on Google Cloud (dev-gcp), where jobs are not built yet (docs/clouds.md); list the service in environments on AWS only, got "batch"',
    );
  });
});

test("an objective that nothing counts of jobs is refused", () => {
  const objective = { name: "soon", sli: "freshness", threshold: "5m" };
  const problems = problemsOf({
    ...JOBS,
    services: [
      {
        ...TRAINING,
        objectives: [{ ...TRAINING.objectives[0], ...objective } as never],
      },
    ],
  });
  expect(problems.map(({ message }) => message)).toEqual([
    'expected "success" or "replication" of a service that is batch, got "freshness", which is counted of eventDriven and workflow and inference services',
  ]);
});
