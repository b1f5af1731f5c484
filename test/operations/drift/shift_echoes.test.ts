import { classify } from "../../../operations/drift/classify";
import { change, planOf } from "./plans";

const alias = { id: "a", name: "live", function_name: "dev-c01-shop-handler" };

const moved = change(
  "aws_lambda_alias",
  ["update"],
  { ...alias, function_version: "1", routing_config: [] },
  {
    ...alias,
    function_version: "1",
    routing_config: [{ additional_version_weights: { "2": 0.1 } }],
  },
);

function classOf(group: string | undefined) {
  const named = { deployment_group_name: group };
  const setters =
    group === undefined ? [] : [change("aws_codedeploy_deployment_group", ["no-op"], named, named)];
  const [entry] = classify(planOf([moved], setters));
  return entry?.class;
}

test("an alias that its deployment group moved is no drift", () => {
  expect(classOf("dev-c01-shop-handler")).toBe("echo");
});

test.each([undefined, "dev-c01-other-handler"])(
  "one that the group %j has no business with was moved by hand",
  (group) => {
    expect(classOf(group)).toBe("silent");
  },
);
