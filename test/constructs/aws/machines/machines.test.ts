import { synthesize } from "../../../../constructs/synth";
import type { Attributes } from "../../../../constructs/terraform_json";
import { settle } from "../../../../model/settle";
import { MACHINES, SEARCH } from "../../support/machines";
import {
  BOOT,
  cellOf,
  codeOf,
  CONTAINED,
  inFolder,
  origin,
  resource,
  statements,
  synthesizeAll,
} from "../../support/synth";

const { json } = cellOf(MACHINES);

describe("a machine", () => {
  const template = resource(json, "aws_launch_template.search_template");

  test("hands its credentials to who asks twice, on itself; is measured by the minute, and has no key", () => {
    expect(template).toMatchObject({
      metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
      monitoring: { enabled: true },
    });
    expect(template).not.toHaveProperty("key_name");
    expect(template).not.toHaveProperty("network_interfaces");
  });

  test("starts from an encrypted gp3, under a key of the service", () => {
    expect(template.block_device_mappings).toEqual([
      {
        device_name: "/dev/xvda",
        ebs: {
          ...{ volume_type: "gp3", volume_size: 20, iops: 3_000, throughput: 125 },
          ...{ encrypted: "true", delete_on_termination: "true" },
          kms_key_id:
            "arn:aws:kms:us-east-1:123456789012:${aws_kms_alias.search_disks_key_alias.name}",
        },
      },
    ]);
  });

  test("has its volumes as further disks", () => {
    const { block_device_mappings } = resource(json, "aws_launch_template.crawl_template");
    expect((block_device_mappings as Attributes[]).slice(1)).toMatchObject([
      { device_name: "/dev/sdf", ebs: { volume_size: 100, iops: 6_000, throughput: 500 } },
      { device_name: "/dev/sdg", ebs: { volume_size: 50, iops: 3_000, throughput: 125 } },
    ]);
  });

  test("starts from the image that is declared, or from the newest when a plan is made", () => {
    expect(template.image_id).toBe("${data.aws_ssm_parameter.search_image.insecure_value}");
    expect(resource(json, "aws_launch_template.crawl_template").image_id).toBe(
      "ami-0123456789abcdef0",
    );
  });

  test("runs its script with the service's variables, into which nothing is read", () => {
    const text = String(resource(json, "aws_launch_template.crawl_template").user_data);
    const [fixed, boot] = [...text.matchAll(/base64 -d > [^"]*", "([A-Za-z0-9+/=]*)/g)].map(
      ([, encoded = ""]) => Buffer.from(encoded, "base64").toString(),
    );
    expect(fixed).toBe(
      `DEPTH='3'\nENVIRONMENT='dev-vm'\nFOUND_DATABASE_NAME='found'\nFOUND_DATABASE_PORT='5432'\nFOUND_DATABASE_USER='app_crawl'\nHOT_CACHE_PORT='6379'\nPORT='9000'\nSAID='it'\\''s "$x"'\nSERVICE='crawl'\n`,
    );
    expect(boot).toBe(BOOT);
    expect(text).toContain(`"SEEN_TABLE='", aws_dynamodb_table.crawl_seen.name, "'"`);
  });

  test("says whose it is, as do its disks and its interfaces", () => {
    const tags = { service: "search", environment: "dev-vm", Name: "dev-vm-c01-search" };
    expect(template.tag_specifications).toMatchObject(
      ["instance", "network-interface", "volume"].map((resource_type) => ({ resource_type, tags })),
    );
  });

  test("may be managed, write its log and reach its stores, and nothing else", () => {
    const policy = resource(json, "aws_iam_role_policy.crawl_role_grants").policy;
    expect(statements(policy).map(({ Sid }) => Sid)).toEqual([
      ...["BeManaged", "ConnectToCaches", "ConnectToDatabases", "GetPutItems", "GetPutObjects"],
      ...["Register", "UseBucketKey", "UseTableKey", "WriteLogs"],
    ]);
  });

  test("gets requests from the balancer alone, and is let in by its database and its cache", () => {
    const rules = Object.values(json.resource?.["aws_vpc_security_group_ingress_rule"] ?? {});
    const from = (to: string) =>
      rules
        .filter(({ security_group_id }) => String(security_group_id).includes(to))
        .map((rule) => [rule.from_port, rule.referenced_security_group_id]);
    expect(from("crawl_crawl.")).toEqual([
      [9_000, "${aws_security_group.entrance_balancer_group.id}"],
    ]);
    expect(from("crawl_found")).toEqual([[5_432, "${aws_security_group.crawl_crawl.id}"]]);
  });
});

describe("a group", () => {
  const group = resource(json, "aws_autoscaling_group.search_machines");

  test("replaces who does not answer, and all of them when their template changes, or takes that back", () => {
    expect(group).toMatchObject({
      ...{ health_check_type: "ELB", health_check_grace_period: 300, min_elb_capacity: 1 },
      ...{ default_instance_warmup: 120, min_size: 1, max_size: 2 },
      target_group_arns: ["${aws_lb_target_group.search_targets_group.arn}"],
      launch_template: { version: "${aws_launch_template.search_template.latest_version}" },
      instance_refresh: {
        strategy: "Rolling",
        preferences: {
          ...{ auto_rollback: true, skip_matching: true },
          ...{ min_healthy_percentage: 100, max_healthy_percentage: 150 },
        },
      },
      depends_on: [
        "aws_lb_listener_rule.entrance_balancer_search",
        "aws_iam_role_policy.search_role_grants",
      ],
    });
  });

  test("of several types is mixed of both ways to buy them", () => {
    expect(
      resource(json, "aws_autoscaling_group.crawl_machines").mixed_instances_policy,
    ).toMatchObject({
      instances_distribution: {
        ...{ on_demand_base_capacity: 1, on_demand_percentage_above_base_capacity: 25 },
        ...{ on_demand_allocation_strategy: "prioritized" },
        spot_allocation_strategy: "price-capacity-optimized",
      },
      launch_template: {
        override: ["m7g.large", "m6g.large", "c7g.large"].map((instance_type) => ({
          instance_type,
        })),
      },
    });
  });

  test("of attributes takes every current type that has them", () => {
    const fold = resource(json, "aws_autoscaling_group.fold_machines");
    expect(fold).toMatchObject({
      health_check_type: "EC2",
      mixed_instances_policy: {
        instances_distribution: { on_demand_percentage_above_base_capacity: 0 },
        launch_template: {
          override: [
            {
              instance_requirements: {
                vcpu_count: { min: 2, max: 4 },
                memory_mib: { min: 4_096, max: 16_384 },
                instance_generations: ["current"],
              },
            },
          ],
        },
      },
    });
    expect(resource(json, "aws_launch_template.fold_template")).not.toHaveProperty("instance_type");
    expect(fold).not.toHaveProperty("target_group_arns");
  });

  test("in reserved capacity starts nowhere else", () => {
    expect(resource(json, "aws_autoscaling_group.held_machines")).toMatchObject({
      capacity_reservation_specification: {
        capacity_reservation_preference: "capacity-reservations-only",
        capacity_reservation_target: { capacity_reservation_ids: ["cr-0123456789abcdef0"] },
      },
    });
  });

  test("follows the CPU, and the requests that the balancer counts", () => {
    const policies = json.resource?.["aws_autoscaling_policy"] ?? {};
    expect(Object.keys(policies).filter((id) => id.startsWith("crawl"))).toEqual([
      "crawl_scaling_cpu",
      "crawl_scaling_requests",
    ]);
    expect(
      JSON.stringify(resource(json, "aws_autoscaling_policy.crawl_scaling_requests")),
    ).toContain(
      "${aws_lb.entrance_balancer.arn_suffix}/${aws_lb_target_group.crawl_targets_group.arn_suffix}",
    );
  });
});

test("targets are machines, and share the host of another service by paths", () => {
  expect(resource(json, "aws_lb_target_group.crawl_targets_group")).toMatchObject({
    ...{ target_type: "instance", port: 9_000 },
    tags: expect.objectContaining({ Name: "dev-vm-c01-crawl" }),
  });
  expect(resource(json, "aws_lb_listener_rule.entrance_balancer_crawl")).toMatchObject({
    condition: [
      { host_header: { values: ["search.dev.example.com"] } },
      { path_pattern: { values: ["/crawl/*"] } },
    ],
  });
  const records = Object.keys(json.resource?.["aws_route53_record"] ?? {});
  expect(records.filter((name) => name.endsWith("_address_a"))).toEqual([
    "crawl_targets_address_a",
  ]);
});

describe("volumes", () => {
  test("are copied each day, all of a machine's at one moment, without the disk that it starts from", () => {
    expect(resource(json, "aws_dlm_lifecycle_policy.crawl_snapshots")).toMatchObject({
      description: "Copies the volumes of dev-vm-c01-crawl",
      policy_details: {
        ...{ resource_types: ["INSTANCE"], target_tags: { Name: "dev-vm-c01-crawl" } },
        parameters: { exclude_boot_volume: true },
        schedule: [
          {
            create_rule: { interval: 24, interval_unit: "HOURS", times: ["02:30"] },
            retain_rule: { interval: 14, interval_unit: "DAYS" },
            copy_tags: true,
          },
        ],
      },
    });
    expect(Object.keys(json.resource?.["aws_dlm_lifecycle_policy"] ?? {})).toHaveLength(1);
  });

  test("are copied with rights over the service's own alone", () => {
    const { policy } = resource(json, "aws_iam_role_policy.crawl_snapshots_role_grants");
    const own = {
      "aws:ResourceTag/environment": "dev-vm",
      "aws:ResourceTag/service": "crawl",
    };
    expect(statements(policy)).toMatchObject([
      { Sid: "CopyVolumes", Condition: { StringEquals: own } },
      { Sid: "DeleteSnapshots", Condition: { StringEquals: own } },
      { Sid: "Look" },
      {
        Sid: "MakeSnapshots",
        Condition: {
          ArnLike: { "ec2:ParentVolume": "arn:aws:ec2:us-east-1:123456789012:volume/*" },
        },
      },
    ]);
  });
});

test("who starts machines may use the disks' key, by its role and for AWS's own grants", () => {
  const starters = (id: string) =>
    statements(resource(json, `aws_kms_key.${id}_disks_key`).policy).map(
      ({ Sid, Condition }) => [Sid, (Condition as Attributes | undefined)?.ArnEquals] as const,
    );
  const role = (name: string) => `arn:aws:iam::123456789012:role/aws-service-role/${name}`;
  const groups = role("autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
  const spare = role("spot.amazonaws.com/AWSServiceRoleForEC2Spot");
  expect(starters("search")).toEqual([
    ["AccountRoot", undefined],
    ["AttachDisks", { "aws:PrincipalArn": groups }],
    ["StartMachines", { "aws:PrincipalArn": groups }],
  ]);
  expect(starters("fold")[2]).toEqual(["StartMachines", { "aws:PrincipalArn": [groups, spare] }]);
});

test("findings point at the part of the declaration that they come from", () => {
  expect(origin(json, "aws_dlm_lifecycle_policy.crawl_snapshots")).toEqual({
    path: "crawl.workload.snapshots",
  });
  expect(origin(json, "aws_autoscaling_policy.crawl_scaling_cpu")).toEqual({
    path: "crawl.workload.scaling",
  });
});

test("containers and machines of a cell share its balancer, and a host by paths", () => {
  const [basket] = CONTAINED.services;
  const services = [basket, { ...SEARCH, workload: { ...SEARCH.workload, host: "shop" } }];
  const cell = synthesizeAll([{ ...CONTAINED, services }]).find(({ id }) => id === "dev-box-c01")!;
  expect(Object.keys(cell.json.resource?.["aws_lb"] ?? {})).toEqual(["entrance_balancer"]);
  expect(Object.keys(cell.json.resource?.["aws_lb_listener_rule"] ?? {})).toEqual([
    "entrance_balancer_basket",
    "entrance_balancer_search",
  ]);
});

test("a cell of machines alone has no cluster", () => {
  expect(json.resource?.["aws_ecs_cluster"]).toBeUndefined();
});

describe("a script that no machine could run is refused", () => {
  const synthesized = (boot: string) => () =>
    inFolder((outdir) =>
      synthesize({
        environments: [settle({ ...MACHINES, services: [SEARCH] })],
        ...{ code: codeOf, boot: () => boot, outdir },
      }),
    );

  test("since nothing says what runs it", () => {
    expect(synthesized("echo hello")).toThrow(
      'dev-vm-c01/search: boot: expected a script that begins with "#!" and what runs it, such as #!/bin/bash, got "echo hello"',
    );
  });

  test("since AWS hands no more to a machine", () => {
    expect(synthesized(`#!/bin/sh\n${"#".repeat(10_240)}`)).toThrow(
      "dev-vm-c01/search: boot: expected at most 10240 bytes, got 10250; fetch what is larger from a bucket of the service's",
    );
  });
});
