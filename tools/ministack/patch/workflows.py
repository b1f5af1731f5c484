"""What ministack 1.5.33 says of workflows otherwise than AWS."""

import threading

from ministack.core import lambda_runtime
from ministack.services import lambda_svc, stepfunctions

# Of a function of Node that failed it says what the error said, and not its name, by which a workflow catches it.
SAID = 'trace: err.stack || ""'
UNNAMED = "Runtime.HandlerError"

lambda_runtime._NODEJS_WORKER_SCRIPT = lambda_runtime._NODEJS_WORKER_SCRIPT.replace(
    SAID, SAID + ", name: err.name"
)

heard = threading.local()
invoke = lambda_runtime.Worker.invoke
execute = lambda_svc._execute_function_warm


def remember_name(self, *args, **kwargs):
    response = invoke(self, *args, **kwargs)
    heard.name = response.get("name")
    return response


def name_error(func, event, request_id):
    heard.name = None
    answer = execute(func, event, request_id)
    body = answer.get("body")
    if answer.get("error") and heard.name and body.get("errorType") == UNNAMED:
        body["errorType"] = heard.name
    return answer


lambda_runtime.Worker.invoke = remember_name
lambda_svc._execute_function_warm = name_error

# It forgets whether a state machine is traced.
create = stepfunctions._create_state_machine
describe = stepfunctions._describe_state_machine
traced = {}


def remember_tracing(data):
    traced[data.get("name")] = data.get("tracingConfiguration")
    return create(data)


def tell_tracing(data):
    machine = stepfunctions._state_machines.get(data.get("stateMachineArn"))
    if machine is not None and traced.get(machine["name"]):
        machine["tracingConfiguration"] = traced[machine["name"]]
    return describe(data)


stepfunctions._create_state_machine = remember_tracing
stepfunctions._describe_state_machine = tell_tracing
