import type { AwsEnvironment } from "../../../../model/environment";
import { FILE_FUNCTION, WITH_FILES } from "../../support/files";
import { cellOf, resource, statements } from "../../support/synth";

const production: AwsEnvironment = { ...WITH_FILES, name: "prod-files", stage: "production" };

const dev = cellOf(WITH_FILES).json;
const prod = cellOf(production).json;

const isolated = (zone: string) =>
  `\${jsondecode(data.aws_ssm_parameter.network_contract.insecure_value).subnets.isolated.${zone}}`;

const granted = (policy: string, sid: string) =>
  statements(resource(dev, `aws_iam_role_policy.${policy}`).policy).find(({ Sid }) => Sid === sid);

const SHARED = "aws_efs_file_system.shop_shared";

describe("a file system", () => {
  test("is encrypted by the service's key, scales by itself, and moves what nobody uses down and back", () => {
    expect(resource(dev, SHARED)).toMatchObject({
      ...{ creation_token: "dev-files-c01-shop-shared", encrypted: true },
      kms_key_id: "${aws_kms_key.shop_data_key.arn}",
      ...{ performance_mode: "generalPurpose", throughput_mode: "elastic" },
      lifecycle_policy: [
        { transition_to_ia: "AFTER_30_DAYS" },
        { transition_to_archive: "AFTER_90_DAYS" },
        { transition_to_primary_storage_class: "AFTER_1_ACCESS" },
      ],
      tags: { Name: "dev-files-c01-shop-shared" },
    });
    expect(resource(dev, "aws_efs_file_system.basket_uploads").lifecycle_policy).toEqual([
      { transition_to_ia: "AFTER_7_DAYS" },
      { transition_to_primary_storage_class: "AFTER_1_ACCESS" },
    ]);
  });

  test("in production Terraform refuses to destroy it", () => {
    expect(resource(dev, SHARED)).not.toHaveProperty("lifecycle");
    expect(resource(prod, SHARED)).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  test("lets nobody in without TLS, nobody who says not who it is, and nobody of another account", () => {
    expect(
      statements(resource(dev, "aws_efs_file_system_policy.shop_shared_policy").policy),
    ).toEqual([
      {
        ...{ Sid: "DenyAnonymousAndOtherAccounts", Effect: "Deny", Principal: "*" },
        Action: [
          "elasticfilesystem:ClientMount",
          "elasticfilesystem:ClientRootAccess",
          "elasticfilesystem:ClientWrite",
        ],
        Resource: `\${${SHARED}.arn}`,
        Condition: { StringNotEquals: { "aws:PrincipalAccount": "123456789012" } },
      },
      {
        ...{ Sid: "DenyInsecureTransport", Effect: "Deny", Principal: "*" },
        ...{ Action: "elasticfilesystem:*", Resource: `\${${SHARED}.arn}` },
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  test("has one way in for each zone of the network, which waits for the policy", () => {
    const targets = Object.entries(dev.resource?.["aws_efs_mount_target"] ?? {});
    const shared = targets.filter(([name]) => name.startsWith("shop_"));
    expect(shared.map(([name, { subnet_id }]) => [name, subnet_id])).toEqual(
      ["a", "b", "c"].map((zone) => [`shop_shared_zone_${zone}`, isolated(zone)]),
    );
    for (const [, target] of shared)
      expect(target).toMatchObject({
        security_groups: ["${aws_security_group.shop_shared_shared.id}"],
        depends_on: ["aws_efs_file_system_policy.shop_shared_policy"],
      });
  });

  test("of machines has one in each of their zones", () => {
    const targets = Object.keys(dev.resource?.["aws_efs_mount_target"] ?? {});
    expect(targets.filter((name) => name.startsWith("search_"))).toEqual([
      "search_index_zone_a",
      "search_index_zone_b",
    ]);
  });

  test("shows one directory, in which every file has one owner; another is made before the old one goes", () => {
    expect(resource(dev, "aws_efs_access_point.basket_uploads_access_point")).toMatchObject({
      posix_user: { uid: 2_000, gid: 3_000 },
      root_directory: {
        path: "/aws-backup-restore_2026-09-20/uploads",
        creation_info: { owner_uid: 2_000, owner_gid: 3_000, permissions: "0750" },
      },
      lifecycle: { create_before_destroy: true },
    });
  });
});

describe("who mounts it", () => {
  test("is granted what it declares, through the access point alone", () => {
    const through = (store: string) => ({
      StringEquals: {
        "elasticfilesystem:AccessPointArn": `\${aws_efs_access_point.${store}_access_point.arn}`,
      },
    });
    expect(granted("shop_handler_grants", "MountShared")).toMatchObject({
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      ...{ Resource: `\${${SHARED}.arn}`, Condition: through("shop_shared") },
    });
    expect(granted("basket_tasks_role_grants", "MountModels")).toMatchObject({
      Action: "elasticfilesystem:ClientMount",
      Resource: "${aws_efs_file_system.basket_models.arn}",
      Condition: through("basket_models"),
    });
    expect(JSON.stringify(dev)).not.toContain(
      '"Allow","Action":"elasticfilesystem:ClientRootAccess',
    );
  });

  test("comes from its own group, by the one port", () => {
    const opened = Object.values(dev.resource?.["aws_vpc_security_group_ingress_rule"] ?? {});
    const files = opened.filter(({ from_port }) => from_port === 2_049);
    const pairs = files.map(({ security_group_id, referenced_security_group_id }) =>
      [security_group_id, referenced_security_group_id].map((id) =>
        String(id).replace(/^.*aws_security_group\.(.*)\.id.*$/, "$1"),
      ),
    );
    expect(pairs).toEqual([
      ["shop_shared_shared", "shop_handler_place_client"],
      ["basket_models_models", "basket_tasks_basket"],
      ["basket_uploads_uploads", "basket_tasks_basket"],
      ["search_index_index", "search_search"],
    ]);
  });

  test("a task mounts several, encrypted and by its role, and does not write what it only reads", () => {
    const task = resource(dev, "aws_ecs_task_definition.basket_tasks_definition");
    expect(task.volume).toEqual(
      ["models", "uploads"].map((name) => ({
        name,
        efs_volume_configuration: {
          file_system_id: `\${aws_efs_file_system.basket_${name}.id}`,
          transit_encryption: "ENABLED",
          authorization_config: {
            ...{ access_point_id: `\${aws_efs_access_point.basket_${name}_access_point.id}` },
            iam: "ENABLED",
          },
        },
      })),
    );
    const [container] = JSON.parse(String(task.container_definitions)) as [
      { mountPoints: unknown; environment: { name: string; value: string }[] },
    ];
    expect(container.mountPoints).toEqual([
      { containerPath: "/opt/models", readOnly: true, sourceVolume: "models" },
      { containerPath: "/mnt/uploads", readOnly: false, sourceVolume: "uploads" },
    ]);
    expect(container.environment).toEqual(
      expect.arrayContaining([{ name: "MODELS_FILES", value: "/opt/models" }]),
    );
  });

  test("a function mounts one, in the network", () => {
    const handler = resource(dev, "aws_lambda_function.shop_handler");
    expect(handler).toHaveProperty("vpc_config");
    expect(handler).toMatchObject({
      file_system_config: {
        arn: "${aws_efs_access_point.shop_shared_access_point.arn}",
        local_mount_path: "/mnt/shared",
      },
      environment: { variables: { SHARED_FILES: "/mnt/shared" } },
    });
  });

  test("a machine mounts it at each start, before its boot script runs", () => {
    const text = String(resource(dev, "aws_launch_template.search_template").user_data);
    const at = (part: string) => text.indexOf(part);
    expect(text).toContain('"dnf install -y -q amazon-efs-utils"');
    expect(text).toContain(":/ /mnt/index efs rw,_netdev,");
    expect(text).toContain("noresvport,tls,iam,accesspoint=");
    expect(at("mount /mnt/index")).toBeGreaterThan(at("/etc/fstab"));
    expect(at("exec /var/lib/plinth/boot")).toBeGreaterThan(at("mount /mnt/index"));
  });

  test.each([
    ["aws_lambda_function.shop_handler", "shop_shared"],
    ["aws_ecs_service.basket_tasks", "basket_models"],
    ["aws_ecs_service.basket_tasks", "basket_uploads"],
    ["aws_autoscaling_group.search_machines", "search_index"],
  ])("%s starts when %s lets it in", (address, store) => {
    const after = resource(dev, address).depends_on as string[];
    const name = store.split("_")[1];
    expect(after).toEqual(
      expect.arrayContaining([
        ...["a", "b"].map((zone) => `aws_efs_mount_target.${store}_zone_${zone}`),
        expect.stringMatching(`aws_vpc_security_group_ingress_rule.${store}_${name}_from_.*_2049`),
        expect.stringMatching(`aws_vpc_security_group_egress_rule.*_to_${name}_tcp_2049`),
        expect.stringMatching("aws_iam_role_policy"),
      ]),
    );
  });
});

describe("copies", () => {
  const policyOf = (part: string) =>
    statements(resource(prod, `aws_iam_role_policy.cell_backup_${part}`).policy);
  const arns = ["basket_models", "basket_uploads", "search_index", "shop_shared"].map(
    (name) => `\${aws_efs_file_system.${name}.arn}`,
  );

  test("are made of each file system by its ARN, into the cell's vault", () => {
    expect(resource(prod, "aws_backup_selection.cell_backup_selection").resources).toEqual(
      expect.arrayContaining(arns),
    );
    const copy = policyOf("grants").find(({ Sid }) => Sid === "CopyFiles");
    expect(copy?.Action).toEqual(["elasticfilesystem:Backup", "elasticfilesystem:DescribeTags"]);
    expect([...(copy?.Resource as string[])].sort()).toEqual(arns);
  });

  test("are brought back into those that stand, which AWS Backup does beside what is there", () => {
    const restore = policyOf("restore_grants").find(({ Sid }) => Sid === "RestoreFiles");
    expect(restore?.Action).toEqual([
      "elasticfilesystem:DescribeFileSystems",
      "elasticfilesystem:Restore",
    ]);
    expect([...(restore?.Resource as string[])].sort()).toEqual(arns);
  });
});

test("a zone that joins the network gets a way in, and nothing else of a file system changes", () => {
  const { network } = WITH_FILES;
  const filesIn = (zones: AwsEnvironment["network"] & object) => {
    const { json } = cellOf({ ...WITH_FILES, network: zones, services: [FILE_FUNCTION] });
    return Object.entries(json.resource ?? {})
      .filter(([type]) => type.startsWith("aws_efs_"))
      .flatMap(([type, all]) => Object.entries(all).map(([name, one]) => [`${type}.${name}`, one]));
  };
  const small = Object.fromEntries(filesIn({ ...network, zones: ["a", "b"] }));
  const { "aws_efs_mount_target.shop_shared_zone_c": joined, ...others } = Object.fromEntries(
    filesIn(network),
  );
  expect(others).toEqual(small);
  expect(joined).toBeDefined();
});
