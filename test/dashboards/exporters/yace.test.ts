import { parse } from "yaml";
import { renderExporters } from "../../../dashboards/exporters";
import { dev } from "../../../environments/dev";
import { settle } from "../../../model/settle";

interface Job {
  readonly type: string;
  readonly regions: readonly string[];
  readonly dimensionNameRequirements: readonly string[];
}

/** The jobs of `dev` if it were in another region. */
function jobsIn(region: string): Job[] {
  const environment = settle({ ...dev, region });
  const { text } = renderExporters(environment).find(({ path }) => path.endsWith("yace.yaml"))!;
  return (parse(text) as { discovery: { jobs: Job[] } }).discovery.jobs;
}

test("what is at the edge is asked where AWS publishes it, and all else where the environment is", () => {
  const jobs = jobsIn("eu-west-1");
  const regionsOf = (type: string) =>
    jobs.filter((job) => job.type === type).flatMap(({ regions }) => regions);
  const regions = Object.fromEntries(jobs.map(({ type }) => [type, [...new Set(regionsOf(type))]]));
  const here = ["eu-west-1"];
  expect(regions).toEqual({
    ...{ "AWS/SQS": here, "AWS/Lambda": here, "AWS/DynamoDB": here, "AWS/ApiGateway": here },
    ...{ "AWS/ApplicationELB": here, "AWS/ECS": here, "ECS/ContainerInsights": here },
    ...{ "AWS/RDS": here, "AWS/ElastiCache": here },
    ...{
      "AWS/S3": ["eu-west-1", "us-west-2"],
      "AWS/CloudFront": ["us-east-1"],
      "AWS/WAFV2": ["us-east-1", "eu-west-1"],
    },
  });
});

test("metrics of one namespace with other dimensions are another job's, so that none is counted twice", () => {
  const of = (type: string) =>
    jobsIn("us-east-1")
      .filter((job) => job.type === type)
      .map(({ dimensionNameRequirements }) => dimensionNameRequirements);
  expect(of("AWS/DynamoDB")).toEqual([["TableName", "Operation"], ["TableName"]]);
  expect(of("AWS/WAFV2")).toEqual([
    ["WebACL", "Rule"],
    ["WebACL", "Rule", "Region"],
  ]);
  expect(of("AWS/CloudFront")).toEqual([["DistributionId", "Region"]]);
});
