# METADATA
# title: Runtimes get security updates
# description: "AWS patches a runtime until its deprecation date, and refuses to create and then to update functions some time after. The table holds the dates before 2026-11-15 as they were announced on 2026-08-22; AWS may have moved later ones since."
# custom:
#   id: AWS-LAMBDA-006
#   severity: medium
#   types: [aws_lambda_function]
#   stages: [synth, plan]
#   aliases: [CKV_AWS_363]
#   controls: [NIST-SI-2]
#   fix: Set `runtime` to a newer version of the language.
#   unknown: defer
package aws.lambda.runtime

import data.lib.report

deny contains report.violation(rego.metadata.chain(), $"{input.address} runs {input.after.runtime}, which gets no security updates since {deprecated[input.after.runtime]}") if {
	input.type == "aws_lambda_function"
	deprecated[input.after.runtime]
}

# As https://endoflife.date/aws-lambda had it on 2026-08-22, which collects
# https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. Dates after that day were forecasts then.
deprecated := {
	"dotnetcore1.0": "2019-06-27",
	"dotnetcore2.0": "2019-05-30",
	"dotnetcore2.1": "2022-01-05",
	"dotnetcore3.1": "2023-04-03",
	"dotnet6": "2024-12-20",
	"dotnet8": "2026-11-10",
	"go1.x": "2024-01-08",
	"java8": "2024-01-08",
	"nodejs": "2016-08-30",
	"nodejs10.x": "2021-07-30",
	"nodejs12.x": "2023-03-31",
	"nodejs14.x": "2023-12-04",
	"nodejs16.x": "2024-06-12",
	"nodejs18.x": "2025-09-01",
	"nodejs20.x": "2026-04-30",
	"nodejs4.3": "2020-03-05",
	"nodejs4.3-edge": "2020-03-05",
	"nodejs6.10": "2019-08-12",
	"nodejs8.10": "2020-03-06",
	"provided": "2024-01-08",
	"provided.al2": "2026-07-31",
	"python2.7": "2021-07-15",
	"python3.6": "2022-07-18",
	"python3.7": "2023-12-04",
	"python3.8": "2024-10-14",
	"python3.9": "2025-12-15",
	"python3.10": "2026-10-31",
	"ruby2.5": "2021-07-30",
	"ruby2.7": "2023-12-07",
	"ruby3.2": "2026-03-31",
}
