import fc from "fast-check";
import { prioritiesOf } from "../../../../constructs/aws/load_balancing/priorities";
import { CONTAINED, resource, synthesizeAll } from "../../support/synth";

const { json } = synthesizeAll([CONTAINED]).find(({ id }) => id === "dev-box-c01")!;
const GROUP = "basket_targets_group";

describe("a container service with a host", () => {
  test("gets the requests for it and its paths from the cell's balancer", () => {
    expect(resource(json, "aws_lb_listener_rule.entrance_balancer_basket")).toMatchObject({
      listener_arn: "${aws_lb_listener.entrance_balancer_https.arn}",
      condition: [
        { host_header: { values: ["shop.dev.example.com"] } },
        { path_pattern: { values: ["/basket/*"] } },
      ],
      action: [{ type: "forward", target_group_arn: `\${aws_lb_target_group.${GROUP}.arn}` }],
    });
  });

  test("is asked whether it is well, and keeps a client where that is declared", () => {
    expect(resource(json, `aws_lb_target_group.${GROUP}`)).toMatchObject({
      ...{ port: 8_080, protocol: "HTTP", protocol_version: "HTTP1", target_type: "ip" },
      health_check: { path: "/healthz", interval: 10, timeout: 5 },
      stickiness: { type: "lb_cookie", cookie_duration: 3_600 },
      deregistration_delay: "30",
      tags: expect.objectContaining({ service: "basket" }),
    });
  });

  test("is found by a record, under a certificate that is proved", () => {
    const { alias, name } = resource(json, "aws_route53_record.basket_targets_address_a");
    expect({ alias, name }).toMatchObject({
      name: "shop.dev.example.com",
      alias: { name: "${aws_lb.entrance_balancer.dns_name}" },
    });
    expect(resource(json, "aws_acm_certificate.certificate")).toMatchObject({
      domain_name: "shop.dev.example.com",
      validation_method: "DNS",
    });
    expect(resource(json, "aws_lb_listener.entrance_balancer_https")).toMatchObject({
      certificate_arn: "${aws_acm_certificate_validation.certificate_issued.certificate_arn}",
    });
  });

  test("lets the balancer alone in, and starts once the route is there", () => {
    expect(
      resource(json, "aws_vpc_security_group_ingress_rule.basket_tasks_basket_from_group_tcp_8080"),
    ).toMatchObject({
      referenced_security_group_id: "${aws_security_group.entrance_balancer_group.id}",
    });
    const service = resource(json, "aws_ecs_service.basket_tasks");
    expect(service).toMatchObject({
      health_check_grace_period_seconds: 60,
      load_balancer: [
        { container_port: 8_080, target_group_arn: `\${aws_lb_target_group.${GROUP}.arn}` },
      ],
    });
    expect(service.depends_on).toContain("aws_lb_listener_rule.entrance_balancer_basket");
  });

  test("is scaled by the requests that the balancer counts, and by the time that answers take", () => {
    expect(
      JSON.stringify(resource(json, "aws_appautoscaling_policy.basket_scaling_requests")),
    ).toContain(
      `\${aws_lb.entrance_balancer.arn_suffix}/\${aws_lb_target_group.${GROUP}.arn_suffix}`,
    );
    expect(resource(json, "aws_cloudwatch_metric_alarm.basket_scaling_late_alarm")).toMatchObject({
      dimensions: {
        LoadBalancer: "${aws_lb.entrance_balancer.arn_suffix}",
        TargetGroup: `\${aws_lb_target_group.${GROUP}.arn_suffix}`,
      },
    });
  });

  test("one without is behind no balancer", () => {
    expect(resource(json, "aws_ecs_service.rates_tasks").load_balancer).toBeUndefined();
    expect(Object.keys(json.resource?.["aws_lb_target_group"] ?? {})).toEqual([GROUP]);
  });
});

test("a cell in which no service has a host has no balancer", () => {
  const [basket, rates] = CONTAINED.services;
  const quiet = { ...rates, dependsOn: [], name: basket.name };
  const stacks = synthesizeAll([{ ...CONTAINED, services: [quiet] }]);
  const cell = stacks.find(({ id }) => id === "dev-box-c01")!;
  expect(cell.json.resource?.["aws_lb"]).toBeUndefined();
  expect(cell.json.resource?.["aws_acm_certificate"]).toBeUndefined();
});

test("two services that share a host make its record once", () => {
  const [basket] = CONTAINED.services;
  const everyPath = { kind: "containerService", image: "1.4.2", host: "shop" } as const;
  const services = [basket, { ...basket, name: "cart", workload: everyPath }];
  const stacks = synthesizeAll([{ ...CONTAINED, services }]);
  const cell = stacks.find(({ id }) => id === "dev-box-c01")!.json;
  const addresses = Object.keys(cell.resource?.["aws_route53_record"] ?? {});
  expect(addresses.filter((name) => name.endsWith("_address_a"))).toEqual([
    "basket_targets_address_a",
  ]);
  const priority = (name: string) =>
    Number(resource(cell, `aws_lb_listener_rule.entrance_balancer_${name}`).priority);
  expect(priority("basket")).toBeLessThan(priority("cart"));
});

describe("priorities of routes", () => {
  const services = fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[a-z]{1,8}$/),
      paths: fc.constantFrom<readonly string[]>([], ["/a"]),
    }),
    { selector: ({ name }) => name, maxLength: 40 },
  );

  test("no two services have the same, and those with paths come first", () => {
    fc.assert(
      fc.property(services, (all) => {
        const given = prioritiesOf(all);
        expect(new Set(given.values()).size).toBe(all.length);
        for (const { name, paths } of all) {
          const priority = given.get(name) ?? 0;
          expect(priority >= 1 && priority <= 50_000).toBe(true);
          expect(priority <= 25_000).toBe(paths.length > 0);
        }
      }),
    );
  });

  test("they do not follow from the order of services, and one that joins moves no other", () => {
    const [a, b, c] = ["basket", "checkout", "rates"].map((name) => ({ name, paths: [] }));
    const before = prioritiesOf([b!, a!]);
    const after = prioritiesOf([a!, b!, c!]);
    for (const [name, priority] of before) expect(after.get(name)).toBe(priority);
  });
});
