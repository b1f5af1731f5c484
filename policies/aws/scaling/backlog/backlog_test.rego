package aws.scaling.backlog_test

import data.aws.scaling.backlog as policy
import data.lib.expect

types := ["aws_appautoscaling_policy", "aws_autoscaling_policy"]

test_deny_the_length_of_a_queue if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"target_tracking_scaling_policy_configuration": [{"customized_metric_specification": [{"metric_name": "ApproximateNumberOfMessagesVisible"}]}]},
				{"target_tracking_configuration": [{"customized_metric_specification": [{"metric_name": "ApproximateNumberOfMessagesVisible"}]}]},
			] {
				policy.deny == {expect.violation("AWS-SCALING-004", $"{type}.it tracks ApproximateNumberOfMessagesVisible, the length of the whole queue")} with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_another_metric if {
	every stage in expect.stages {
		every type in types {
			every after in [
				{"target_tracking_scaling_policy_configuration": [{"customized_metric_specification": [{"metric_name": "BacklogPerTask"}]}]},
				{"target_tracking_configuration": [{"customized_metric_specification": [{"metric_name": "BacklogPerTask"}]}]},
				{"target_tracking_scaling_policy_configuration": [{"customized_metric_specification": [{"metrics": [{"id": "backlog"}]}]}]},
				{},
			] {
				policy.deny == set() with input as expect.resource(type, stage, after)
			}
		}
	}
}

test_allow_other_types if {
	every after in [
		{"target_tracking_scaling_policy_configuration": [{"customized_metric_specification": [{"metric_name": "ApproximateNumberOfMessagesVisible"}]}]},
		{"target_tracking_configuration": [{"customized_metric_specification": [{"metric_name": "ApproximateNumberOfMessagesVisible"}]}]},
	] {
		policy.deny == set() with input as expect.resource("random_id", "plan", after)
	}
}
