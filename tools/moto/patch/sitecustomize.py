"""What moto 5.2.5 does not have or forgets. Python loads this file from PYTHONPATH before moto starts."""

import json
from uuid import uuid4

from moto.applicationautoscaling import models as autoscaling
from moto.ec2.models.launch_templates import LaunchTemplate
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.autoscaling.models import FakeScalingPolicy
from moto.autoscaling.responses import AutoScalingResponse
from moto.ce.responses import CostExplorerResponse
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.efs.responses import EFSResponse
from moto.elbv2 import models as elbv2
from moto.rds import models as rds
from moto.rds.responses import RDSResponse

made = {}


def add(kind):
    """Anomaly monitors and subscriptions. What the provider calls for one kind: create, get by ARN, update, delete; tags are those that moto keeps."""
    name, arn_name = f"Anomaly{kind}", f"{kind}Arn"

    def create(self):
        params = json.loads(self.body)
        arn = f"arn:aws:ce::{self.current_account}:anomaly{kind.lower()}/{uuid4()}"
        made[arn] = {**params[name], arn_name: arn, "AccountId": self.current_account}
        self.ce_backend.tag_resource(arn, params.get("ResourceTags") or [])
        return json.dumps({arn_name: arn})

    def get(self):
        asked = json.loads(self.body).get(f"{kind}ArnList") or made
        return json.dumps({f"{name}s": [made[arn] for arn in asked if arn_name in made.get(arn, {})]})

    def update(self):
        params = json.loads(self.body)
        made[params[arn_name]].update(params)
        return json.dumps({arn_name: params[arn_name]})

    def delete(self):
        made.pop(json.loads(self.body)[arn_name], None)
        return "{}"

    for verb, call in {"create": create, "update": update, "delete": delete}.items():
        setattr(CostExplorerResponse, f"{verb}_anomaly_{kind.lower()}", call)
    setattr(CostExplorerResponse, f"get_anomaly_{kind.lower()}s", get)


add("Monitor")
add("Subscription")


# It tells the description of a rule only where the rule names addresses, not where it names a group.
SecurityGroupRule.description = property(lambda rule: (rule.ip_range or rule.source_group or {}).get("Description"))

# Keys, certificates and container services stand in ministack: what names one of them is taken at its word.
rds.MasterUserSecret.kms_key_id = property(lambda secret: secret.secret.kms_key_id)
elbv2.ELBv2Backend._certificate_exists = lambda backend, certificate_arn: True
elbv2.register_certificate = lambda **listener: None
autoscaling.ApplicationAutoscalingBackend._ecs_service_exists_for_target = lambda backend, service: True

# It tells of the scaling of Aurora's first version, which clusters of the second do not have.
scaling_of = rds.DBCluster.scaling_configuration_info.fget
rds.DBCluster.scaling_configuration_info = property(
    lambda cluster: scaling_of(cluster) if cluster.scaling_configuration else None
)

# It knows the data API of Aurora's first version alone.
rds.DBCluster.enable_http_endpoint = property(
    lambda cluster: cluster._enable_http_endpoint,
    lambda cluster, value: setattr(cluster, "_enable_http_endpoint", bool(value)),
)

create_instance = RDSResponse.create_db_instance


def create_db_instance(self):
    """It forgets what was asked of Performance Insights."""
    answer = create_instance(self)
    made, asked = answer.result["DBInstance"], self.params
    made.performance_insights_enabled = bool(asked.get("EnablePerformanceInsights"))
    made.performance_insights_kms_key_id = asked.get("PerformanceInsightsKMSKeyId")
    made.performance_insights_retention_period = asked.get("PerformanceInsightsRetentionPeriod")
    return answer


RDSResponse.create_db_instance = create_db_instance

tags_of_targets = {}
register_target = ApplicationAutoScalingResponse.register_scalable_target


def register_scalable_target(self):
    """It keeps no tags of what is scaled."""
    answer = register_target(self)
    tag(json.loads(answer)["ScalableTargetARN"], self._get_param("Tags"))
    return answer


def tag(arn, tags):
    tags_of_targets.setdefault(arn, {}).update(tags or {})


def tag_resource(self):
    tag(self._get_param("ResourceARN"), self._get_param("Tags"))
    return "{}"


def list_tags_for_resource(self):
    return json.dumps({"Tags": tags_of_targets.get(self._get_param("ResourceARN"), {})})


ApplicationAutoScalingResponse.register_scalable_target = register_scalable_target
ApplicationAutoScalingResponse.tag_resource = tag_resource
ApplicationAutoScalingResponse.list_tags_for_resource = list_tags_for_resource

create_version = LaunchTemplate.create_version


def without_tags_of_template(self, data, description):
    """It takes the template's own tags for a part of what the version says."""
    kept = [one for one in data.pop("TagSpecifications", []) if one.get("ResourceType") != "launch-template"]
    return create_version(self, {**data, **({"TagSpecifications": kept} if kept else {})}, description)


LaunchTemplate.create_version = without_tags_of_template

# It tells of no policy that it counts, and of a prediction that nobody asked for.
FakeScalingPolicy.enabled = True
make_policy = FakeScalingPolicy.__init__


def without_prediction(self, *args, **kwargs):
    make_policy(self, *args, **kwargs)
    self.predictive_scaling_configuration = self.predictive_scaling_configuration or None


FakeScalingPolicy.__init__ = without_prediction

create_group = AutoScalingResponse.create_auto_scaling_group


def create_auto_scaling_group(self):
    """It forgets how long machines warm up."""
    answer = create_group(self)
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    group.default_instance_warmup = self._get_param("DefaultInstanceWarmup")
    return answer


AutoScalingResponse.create_auto_scaling_group = create_auto_scaling_group


def delete_file_system_policy(self):
    """It takes a file system's policy and never lets go of it."""
    self.efs_backend.file_systems_by_id[self._get_param("FileSystemId")].file_system_policy = None
    return "{}", {"status": 200, "Content-Type": "application/json"}


EFSResponse.delete_file_system_policy = delete_file_system_policy

import batch  # noqa: E402, F401
