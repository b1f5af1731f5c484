import { GITHUB } from "../../support/pipeline";
import { ENCRYPTED, resource, statements, synthesizeAll } from "../../support/synth";

const { json } = synthesizeAll([ENCRYPTED]).find(({ id }) => id === "dev-tls-c01")!;

const AT = "us-east-1:123456789012";

test("each service gets a certificate by its name in the cluster, of the environment's authority", () => {
  for (const service of ["basket", "rates"]) {
    expect(
      resource(json, `aws_ecs_service.${service}_tasks`).service_connect_configuration,
    ).toMatchObject({
      service: [
        {
          discovery_name: service,
          tls: {
            issuer_cert_authority: { aws_pca_authority_arn: ENCRYPTED.privateCa },
            kms_key: "${aws_kms_key.cluster_connect_key.arn}",
            role_arn: "${aws_iam_role.cluster_connect_role.arn}",
          },
        },
      ],
    });
  }
});

test("a service waits for the rights to its certificate, and they go after it", () => {
  expect(resource(json, "aws_ecs_service.rates_tasks").depends_on).toContain(
    "aws_iam_role_policy.cluster_connect_role_grants",
  );
});

test("the balancer speaks TLS with tasks, by a group of another name than that of clear text", () => {
  const { protocol, health_check, name } = resource(
    json,
    "aws_lb_target_group.basket_targets_group",
  );
  expect({ protocol, health_check }).toMatchObject({
    protocol: "HTTPS",
    health_check: { protocol: "HTTPS", port: "traffic-port" },
  });
  const clear = { ...ENCRYPTED, privateCa: undefined as never };
  const before = synthesizeAll([clear]).find(({ id }) => id === "dev-tls-c01")!;
  expect(resource(before.json, "aws_lb_target_group.basket_targets_group").name).not.toBe(name);
});

test("ECS issues certificates of services by that authority alone, and keeps their keys in secrets of its own", () => {
  const { policy } = resource(json, "aws_iam_role_policy.cluster_connect_role_grants");
  const secrets = `arn:aws:secretsmanager:${AT}:secret:ecs-sc!*`;
  expect(statements(String(policy))).toEqual([
    {
      ...{ Sid: "DescribeSecrets", Effect: "Allow", Resource: secrets },
      Action: "secretsmanager:DescribeSecret",
    },
    {
      ...{ Sid: "IssueCertificates", Effect: "Allow", Resource: ENCRYPTED.privateCa },
      Action: "acm-pca:IssueCertificate",
      Condition: {
        StringEquals: {
          "acm-pca:TemplateArn": "arn:aws:acm-pca:::template/EndEntityCertificate/V1",
        },
      },
    },
    {
      ...{ Sid: "MakeSecrets", Effect: "Allow", Resource: secrets },
      Action: ["secretsmanager:CreateSecret", "secretsmanager:TagResource"],
      Condition: {
        ArnLike: {
          "aws:RequestTag/AmazonECSCreated": [
            `arn:aws:ecs:${AT}:service/*/*`,
            `arn:aws:ecs:${AT}:task-set/*/*`,
          ],
        },
        StringEquals: { "aws:RequestTag/AmazonECSManaged": "true" },
      },
    },
    {
      ...{ Sid: "ReadAuthority", Effect: "Allow", Resource: ENCRYPTED.privateCa },
      Action: [
        "acm-pca:DescribeCertificateAuthority",
        "acm-pca:GetCertificate",
        "acm-pca:GetCertificateAuthorityCertificate",
      ],
    },
    {
      ...{ Sid: "RotateSecrets", Effect: "Allow", Resource: secrets },
      Action: [
        ...["DeleteSecret", "GetSecretValue", "PutSecretValue", "RotateSecret"],
        ...["UpdateSecret", "UpdateSecretVersionStage"],
      ].map((action) => `secretsmanager:${action}`),
      Condition: {
        StringEquals: {
          "secretsmanager:ResourceTag/aws:secretsmanager:owningService": "ecs-sc",
        },
      },
    },
    {
      ...{ Sid: "UseKey", Effect: "Allow", Resource: "${aws_kms_key.cluster_connect_key.arn}" },
      Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyPair"],
    },
  ]);
});

test("a pipeline's boundary lets that role do so, and whoever applies passes it to ECS alone", () => {
  const stacks = synthesizeAll([{ ...ENCRYPTED, pipeline: GITHUB }]);
  const { json: bootstrap } = stacks.find(({ id }) => id === "dev-tls-bootstrap")!;
  const policies = Object.values(bootstrap.resource?.["aws_iam_policy"] ?? {}).flatMap(
    ({ policy }) => statements(String(policy)),
  );
  expect(policies).toContainEqual(
    expect.objectContaining({
      Sid: "ConnectSecrets",
      Resource: `arn:aws:secretsmanager:${AT}:secret:ecs-sc!*`,
    }),
  );
  expect(policies).toContainEqual(
    expect.objectContaining({
      Action: "iam:PassRole",
      Resource: "arn:aws:iam::123456789012:role/dev-tls-c01-containers-connect",
      Condition: { StringEquals: { "iam:PassedToService": "ecs.amazonaws.com" } },
    }),
  );
});
