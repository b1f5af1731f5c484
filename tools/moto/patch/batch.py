"""What moto 5.2.5 asks of Batch that AWS does not, and what it forgets."""

import json

from moto.batch.models import BatchBackend
from moto.batch.responses import BatchResponse
from moto.iam.exceptions import NotFoundException

LINKED = "AWSServiceRoleForBatch"
SERVICE = "batch.amazonaws.com"
TRUST = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": SERVICE}, "Action": "sts:AssumeRole"}]}

# It asks for a role, where AWS takes the one that it makes itself once in an account.
create_environment = BatchBackend.create_compute_environment


def linked_role(backend):
    try:
        return backend.iam_backend.get_role(LINKED)
    except NotFoundException:
        path = f"/aws-service-role/{SERVICE}/"
        return backend.iam_backend.create_role(LINKED, json.dumps(TRUST), path, None, "", [], "3600")


def create_compute_environment(self, *args, service_role=None, **asked):
    return create_environment(self, *args, service_role=service_role or linked_role(self).arn, **asked)


BatchBackend.create_compute_environment = create_compute_environment

# It keeps neither how machines are replaced nor when a job is given up that cannot run.
kept = {}


def keep(call, named, field):
    """What a call says under `field`, by the name that it says under `named`."""
    original = getattr(BatchResponse, call)

    def keeping(self):
        answer = original(self)
        said = self._get_param(field)
        if said is not None:
            kept[(field, self._get_param(named).rsplit("/", 1)[-1])] = said
        return answer

    setattr(BatchResponse, call, keeping)


def tell(call, listed, named, field):
    original = getattr(BatchResponse, call)

    def telling(self):
        answer = json.loads(original(self))
        for one in answer[listed]:
            one.update({field: kept[key] for key in [(field, one[named])] if key in kept})
        return json.dumps(answer)

    setattr(BatchResponse, call, telling)


keep("updatecomputeenvironment", "computeEnvironment", "updatePolicy")
tell("describecomputeenvironments", "computeEnvironments", "computeEnvironmentName", "updatePolicy")
keep("createjobqueue", "jobQueueName", "jobStateTimeLimitActions")
keep("updatejobqueue", "jobQueue", "jobStateTimeLimitActions")
tell("describejobqueues", "jobQueues", "jobQueueName", "jobStateTimeLimitActions")
