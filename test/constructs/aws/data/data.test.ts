import { orders } from "../../../../environments/services/orders";
import type { AwsEnvironment } from "../../../../model/environment";
import { DATA_SERVICE, WITH_DATA } from "../../support/data";
import { cellOf, resource, statements } from "../../support/synth";

const production: AwsEnvironment = { ...WITH_DATA, name: "prod-data", stage: "production" };

const dev = cellOf(WITH_DATA).json;
const prod = cellOf(production).json;

const CLUSTER = "aws_rds_cluster.shop_baskets";
const CACHE = "aws_elasticache_serverless_cache.shop_sessions";

const isolated = (zone: string) =>
  `\${jsondecode(data.aws_ssm_parameter.network_contract.insecure_value).subnets.isolated.${zone}}`;

const granted = (sid: string, json = dev) =>
  statements(resource(json, "aws_iam_role_policy.shop_handler_grants").policy).find(
    ({ Sid }) => Sid === sid,
  );

describe("a database", () => {
  test("is encrypted by the service's key, takes tokens, and its password is known to RDS alone", () => {
    expect(resource(dev, CLUSTER)).toMatchObject({
      ...{ engine: "aurora-postgresql", engine_mode: "provisioned", engine_version: "17" },
      ...{ cluster_identifier: "dev-data-c01-shop-baskets", database_name: "baskets" },
      ...{ storage_encrypted: true, kms_key_id: "${aws_kms_key.shop_data_key.arn}" },
      manage_master_user_password: true,
      master_user_secret_kms_key_id: "${aws_kms_key.shop_data_key.arn}",
      ...{ iam_database_authentication_enabled: true, enable_http_endpoint: true },
      enabled_cloudwatch_logs_exports: ["postgresql"],
      depends_on: ["aws_cloudwatch_log_group.shop_baskets_logs"],
    });
    expect(JSON.stringify(dev.resource?.["aws_rds_cluster"])).not.toMatch(/master_password/);
  });

  test("in development pauses, and leaves nothing behind", () => {
    expect(resource(dev, CLUSTER)).toMatchObject({
      serverlessv2_scaling_configuration: {
        ...{ min_capacity: 0, max_capacity: 2, seconds_until_auto_pause: 300 },
      },
      ...{ skip_final_snapshot: true, deletion_protection: false, backup_retention_period: 7 },
    });
  });

  test("in production never pauses, is protected, and leaves a snapshot", () => {
    const cluster = resource(prod, CLUSTER);
    expect(cluster).toMatchObject({
      serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 },
      ...{ skip_final_snapshot: false, deletion_protection: true, backup_retention_period: 35 },
      final_snapshot_identifier: "prod-data-c01-shop-baskets-final",
    });
    expect(cluster.serverlessv2_scaling_configuration).not.toHaveProperty(
      "seconds_until_auto_pause",
    );
  });

  test("refuses plaintext, by a group of parameters that the next version's is made beside", () => {
    expect(resource(dev, "aws_rds_cluster_parameter_group.shop_baskets_parameters")).toMatchObject({
      ...{ name: "dev-data-c01-shop-baskets-postgresql17", family: "aurora-postgresql17" },
      parameter: [{ name: "rds.force_ssl", value: "1" }],
      lifecycle: { create_before_destroy: true },
    });
  });

  test("has a writer and readers, in the order in which they stand in", () => {
    const instances = dev.resource?.["aws_rds_cluster_instance"] ?? {};
    expect(Object.keys(instances)).toEqual(["shop_baskets_instance_1", "shop_baskets_instance_2"]);
    expect(
      Object.values(instances).map(({ identifier, promotion_tier }) => [
        identifier,
        promotion_tier,
      ]),
    ).toEqual([
      ["dev-data-c01-shop-baskets-1", 0],
      ["dev-data-c01-shop-baskets-2", 1],
    ]);
    for (const instance of Object.values(instances)) {
      expect(instance).toMatchObject({
        ...{ instance_class: "db.serverless", publicly_accessible: false },
        ...{ performance_insights_enabled: true, monitoring_interval: 60 },
      });
    }
  });

  test("is measured by a role that RDS takes for it alone", () => {
    const [trust] = statements(
      resource(dev, "aws_iam_role.shop_baskets_monitor").assume_role_policy,
    );
    expect(trust).toMatchObject({
      Principal: { Service: "monitoring.rds.amazonaws.com" },
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: {
          "aws:SourceArn": "arn:aws:rds:us-east-1:123456789012:db:dev-data-c01-shop-baskets-*",
        },
      },
    });
  });

  test("stays in the zones that it recorded, whichever join the network", () => {
    const { baskets } = DATA_SERVICE.stores;
    const zones = ["a", "b", "c"] as const;
    const grown = cellOf({
      ...{ ...WITH_DATA, network: { ...WITH_DATA.network, zones } },
      services: [
        {
          ...DATA_SERVICE,
          stores: { ...DATA_SERVICE.stores, baskets: { ...baskets, zones: ["a", "b"] } },
        },
      ],
    }).json;
    const group = "aws_db_subnet_group.shop_baskets_subnets";
    expect(resource(grown, group)).toEqual(resource(dev, group));
  });

  test("stands in the isolated tier, with no zone written down that AWS would replace it for", () => {
    expect(resource(dev, "aws_db_subnet_group.shop_baskets_subnets").subnet_ids).toEqual(
      ["a", "b"].map(isolated),
    );
    expect(resource(dev, CLUSTER)).not.toHaveProperty("availability_zones");
  });
});

describe("a cache", () => {
  test("is bounded, encrypted by the service's key, and stands in the zones that it recorded", () => {
    expect(resource(dev, CACHE)).toMatchObject({
      ...{ engine: "valkey", major_engine_version: "8", name: "dev-data-c01-shop-sessions" },
      kms_key_id: "${aws_kms_key.shop_data_key.arn}",
      subnet_ids: ["a", "b"].map(isolated),
      user_group_id: "${aws_elasticache_user_group.shop_sessions_users.user_group_id}",
      cache_usage_limits: [
        {
          data_storage: [{ maximum: 1, unit: "GB" }],
          ecpu_per_second: [{ maximum: 1_000 }],
        },
      ],
    });
    expect(resource(dev, CACHE)).not.toHaveProperty("lifecycle");
  });

  test("has one user, who has no password and cannot empty it; there is none called default", () => {
    expect(resource(dev, "aws_elasticache_user.shop_sessions_user")).toMatchObject({
      ...{ user_id: "dev-data-c01-shop-sessions", user_name: "dev-data-c01-shop-sessions" },
      access_string: "on ~* +@all -@admin -@dangerous",
      authentication_mode: { type: "iam" },
    });
    expect(resource(dev, "aws_elasticache_user_group.shop_sessions_users")).toMatchObject({
      user_ids: ["${aws_elasticache_user.shop_sessions_user.user_id}"],
    });
  });

  test("in production is kept once a day, and Terraform refuses to destroy it", () => {
    expect(resource(prod, CACHE)).toMatchObject({
      ...{ snapshot_retention_limit: 7, daily_snapshot_time: "03:00" },
      lifecycle: { prevent_destroy: true },
    });
  });
});

describe("who connects", () => {
  test("is granted one user of the one database, and of the one cache", () => {
    expect(granted("ConnectToDatabases")).toMatchObject({
      Action: "rds-db:connect",
      Resource:
        "arn:aws:rds-db:us-east-1:123456789012:dbuser:${aws_rds_cluster.shop_baskets.cluster_resource_id}/app_shop",
    });
    expect(granted("ConnectToCaches")).toMatchObject({
      Action: "elasticache:Connect",
      Resource: [
        "arn:aws:elasticache:us-east-1:123456789012:serverlesscache:${aws_elasticache_serverless_cache.shop_sessions.name}",
        "arn:aws:elasticache:us-east-1:123456789012:user:${aws_elasticache_user.shop_sessions_user.user_id}",
      ],
    });
  });

  test("comes from the function's own group, by the stores' ports alone", () => {
    const opened = Object.values(dev.resource?.["aws_vpc_security_group_ingress_rule"] ?? {});
    expect(
      opened.map(({ from_port, to_port, security_group_id, referenced_security_group_id }) => [
        from_port,
        to_port,
        security_group_id,
        referenced_security_group_id,
      ]),
    ).toEqual(
      (
        [
          [5432, "baskets"],
          [6379, "sessions"],
          [6380, "sessions"],
        ] as const
      ).map(([port, store]) => [
        port,
        port,
        `\${aws_security_group.shop_${store}_group.id}`,
        "${aws_security_group.shop_handler_place_client.id}",
      ]),
    );
  });

  test("comes to each of several databases", () => {
    const { baskets } = DATA_SERVICE.stores;
    const service = { ...DATA_SERVICE, stores: { baskets, bills: baskets } };
    const { json } = cellOf({ ...WITH_DATA, services: [service] });
    expect(Object.keys(json.resource?.["aws_vpc_security_group_egress_rule"] ?? {})).toEqual([
      "shop_handler_place_client_to_group_tcp_5432",
      "shop_handler_place_client_to_bills_group_tcp_5432",
      "shop_handler_place_to_aws",
    ]);
  });

  test("finds them by variables, none of which is a secret", () => {
    const { variables } = resource(dev, "aws_lambda_function.shop_handler").environment as {
      variables: Record<string, string>;
    };
    expect(variables).toMatchObject({
      BASKETS_DATABASE_HOST: "${aws_rds_cluster.shop_baskets.endpoint}",
      BASKETS_DATABASE_READER_HOST: "${aws_rds_cluster.shop_baskets.reader_endpoint}",
      BASKETS_DATABASE_PORT: "5432",
      BASKETS_DATABASE_NAME: "baskets",
      BASKETS_DATABASE_USER: "app_shop",
      SESSIONS_CACHE_HOST: "${aws_elasticache_serverless_cache.shop_sessions.endpoint[0].address}",
      SESSIONS_CACHE_PORT: "6379",
      SESSIONS_CACHE_NAME: "${aws_elasticache_serverless_cache.shop_sessions.name}",
      SESSIONS_CACHE_USER: "${aws_elasticache_user.shop_sessions_user.user_name}",
    });
    expect(JSON.stringify(variables)).not.toMatch(/password|secret/i);
  });

  test("is in the private tier, where Lambda may make interfaces and the code may not", () => {
    const { vpc_config } = resource(dev, "aws_lambda_function.shop_handler") as {
      vpc_config: { subnet_ids: string[]; security_group_ids: string[] };
    };
    expect(vpc_config.subnet_ids).toEqual(
      ["a", "b"].map((zone) => isolated(zone).replace("isolated", "private")),
    );
    const functionArn = "arn:aws:lambda:us-east-1:123456789012:function:dev-data-c01-shop-handler";
    const deny = granted("DenyInterfacesToCode");
    expect(deny).toMatchObject({
      Effect: "Deny",
      Condition: { ArnEquals: { "lambda:SourceFunctionArn": functionArn } },
    });
    const made = ["MakeInterfaces", "GiveAddresses"].flatMap((sid) => granted(sid)?.Action);
    expect([...(deny?.Action as string[])].sort()).toEqual(made.sort());
  });

  test("may handle events too", () => {
    const { baskets, sessions } = DATA_SERVICE.stores;
    const service = { ...orders, stores: { ...orders.stores, baskets, sessions } };
    const { json } = cellOf({ ...WITH_DATA, services: [service] });
    expect(resource(json, "aws_lambda_function.orders_processor")).toHaveProperty("vpc_config");
    const { policy } = resource(json, "aws_iam_role_policy.orders_processor_grants");
    expect(statements(policy).map(({ Sid }) => Sid)).toEqual(
      expect.arrayContaining(["ConnectToCaches", "ConnectToDatabases"]),
    );
  });
});

describe("an environment that grows", () => {
  const STATEFUL = [
    "aws_elasticache_serverless_cache",
    "aws_elasticache_user",
    "aws_elasticache_user_group",
    "aws_rds_cluster",
    "aws_rds_cluster_instance",
    "aws_rds_cluster_parameter_group",
  ];
  const { network } = WITH_DATA;
  const kept = (environment: AwsEnvironment) => {
    const { resource: all } = cellOf(environment).json;
    return STATEFUL.map((type) =>
      Object.entries(all?.[type] ?? {}).filter(([name]) => name.startsWith("shop_")),
    );
  };
  const small: AwsEnvironment = {
    ...WITH_DATA,
    network: { ...network, tiers: ["private", "isolated"], nat: "none" },
  };

  test.each<[string, AwsEnvironment]>([
    ["a zone", { ...small, network: { ...small.network!, zones: ["a", "b", "c"] } }],
    ["a tier", WITH_DATA],
    ["a service", { ...small, services: [DATA_SERVICE, orders] }],
  ])("by %s says nothing new of its databases and caches", (_, grown) => {
    expect(kept(grown)).toEqual(kept(small));
    expect(kept(small).every((resources) => resources.length > 0)).toBe(true);
  });

  test("by a zone lets a database's subnets grow, which AWS changes in place", () => {
    const grown = { ...WITH_DATA, network: { ...network, zones: ["a", "b", "c"] } } as const;
    expect(
      resource(cellOf(grown).json, "aws_db_subnet_group.shop_baskets_subnets").subnet_ids,
    ).toEqual(["a", "b", "c"].map(isolated));
  });
});
