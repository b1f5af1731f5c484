"""What moto 5.2.5 does not have: anomaly monitors and subscriptions. Python loads this file from PYTHONPATH before moto starts."""

import json
from uuid import uuid4

from moto.ce.responses import CostExplorerResponse

made = {}


def add(kind):
    """What the provider calls for one kind: create, get by ARN, update, delete; tags are those that moto keeps."""
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
