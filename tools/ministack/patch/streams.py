"""
Functions that follow a stream of DynamoDB and say which record failed: ministack 1.5.33 goes on as if all were done. AWS hands over again
from that record on; here the whole batch comes again.
"""

import json

from ministack.services import lambda_svc

execute = lambda_svc._execute_function


def is_stream(event):
    records = event.get("Records") if isinstance(event, dict) else None
    return bool(records) and records[0].get("eventSource") == "aws:dynamodb"


def failures(body):
    answer = json.loads(body) if isinstance(body, (bytes, str)) and body else body
    return answer.get("batchItemFailures") if isinstance(answer, dict) else None


def execute_function(record, event, *args, **kwargs):
    result = execute(record, event, *args, **kwargs)
    if not is_stream(event) or result.get("error") or not failures(result.get("body")):
        return result
    return {**result, "error": True, "body": {"errorType": "BatchItemFailures", "errorMessage": "a record failed"}}


lambda_svc._execute_function = execute_function
