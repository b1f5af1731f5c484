"""Secrets that code rotates: the emulator calls no function and ends no rotation."""

import contextvars
import json
import threading
import time

from ministack.core.responses import error_response_json, json_response
from ministack.services import lambda_svc, secretsmanager

STEPS = ("createSecret", "setSecret", "testSecret", "finishSecret")


def rotate_secret(data):
    """It names a version and puts nothing there: AWS calls the function, once for each step, and begins again with the one that fails."""
    _, secret = secretsmanager._resolve(data["SecretId"])
    if not secret:
        return error_response_json("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", 400)
    secret["RotationLambdaARN"] = data.get("RotationLambdaARN") or secret["RotationLambdaARN"]
    secret["RotationRules"] = data.get("RotationRules") or secret["RotationRules"]
    secret["RotationEnabled"] = True
    version = data["ClientRequestToken"]
    pending = {"SecretString": None, "SecretBinary": None, "CreatedDate": int(time.time()), "Stages": ["AWSPENDING"]}
    secret["Versions"][version] = pending
    event = {"SecretId": secret["ARN"], "ClientRequestToken": version}
    run = contextvars.copy_context().run
    threading.Thread(target=run, args=(rotate, secret["RotationLambdaARN"], event), daemon=True).start()
    return json_response({"ARN": secret["ARN"], "Name": secret["Name"], "VersionId": version})


def rotate(function_arn, event):
    func, config, _ = lambda_svc._get_func_record_for_ref(function_arn)
    for step in STEPS:
        record = lambda_svc._execution_record_for_config(func, config)
        if lambda_svc._execute_function(record, {**event, "Step": step}).get("error"):
            return


def cancel_rotation(data):
    """Nor does it end any rotation, as whoever takes one away asks."""
    _, secret = secretsmanager._resolve(data["SecretId"])
    secret["RotationEnabled"] = False
    return json_response({"ARN": secret["ARN"], "Name": secret["Name"]})


ask_secrets = secretsmanager.handle_request


async def handle_secrets(method, path, headers, body, query_params):
    if headers.get("x-amz-target", "").endswith(".CancelRotateSecret"):
        return cancel_rotation(json.loads(body))
    return await ask_secrets(method, path, headers, body, query_params)


secretsmanager._rotate_secret = rotate_secret
secretsmanager.handle_request = handle_secrets
