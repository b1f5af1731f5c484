import { WarmInstances, type WarmInstancesProps } from "../../../constructs/aws/warm_instances";
import { handlerIn } from "../support/handler";
import { resource, synthesizeOne } from "../support/synth";

const synth = (props: Partial<WarmInstancesProps> = {}) =>
  synthesizeOne((stack) => {
    const of = handlerIn(stack);
    new WarmInstances(stack, "warm", { policyName: "shop-warm", of, min: 2, max: 20, ...props });
  });

const json = synth();

test("the alias starts with the least, whose number is the policy's afterwards", () => {
  expect(resource(json, "aws_lambda_provisioned_concurrency_config.warm")).toEqual({
    function_name: "${aws_lambda_function.handler.function_name}",
    qualifier: "${aws_lambda_alias.handler_live.name}",
    provisioned_concurrent_executions: 2,
    lifecycle: { ignore_changes: ["provisioned_concurrent_executions"] },
  });
});

test("the target is the alias, and is there after its first instances", () => {
  expect(resource(json, "aws_appautoscaling_target.warm_target")).toEqual({
    service_namespace: "lambda",
    scalable_dimension: "lambda:function:ProvisionedConcurrency",
    resource_id:
      "function:${aws_lambda_function.handler.function_name}:${aws_lambda_alias.handler_live.name}",
    min_capacity: 2,
    max_capacity: 20,
    depends_on: ["aws_lambda_provisioned_concurrency_config.warm"],
  });
});

test.each([
  [undefined, 0.7],
  [50, 0.5],
])("at %j percent of use the policy follows %d", (utilizationPercent, target_value) => {
  const props = utilizationPercent === undefined ? {} : { utilizationPercent };
  expect(resource(synth(props), "aws_appautoscaling_policy.warm_policy")).toEqual({
    name: "shop-warm",
    service_namespace: "lambda",
    scalable_dimension: "lambda:function:ProvisionedConcurrency",
    resource_id: "${aws_appautoscaling_target.warm_target.resource_id}",
    policy_type: "TargetTrackingScaling",
    target_tracking_scaling_policy_configuration: {
      target_value,
      predefined_metric_specification: {
        predefined_metric_type: "LambdaProvisionedConcurrencyUtilization",
      },
    },
  });
});
