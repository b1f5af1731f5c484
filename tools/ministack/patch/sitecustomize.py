"""Where ministack 1.5.33 says something else than AWS. Python loads this file from PYTHONPATH before ministack starts."""

from ministack.core import iam_evaluator
from ministack.services import apigateway, s3, tagging, waf

make_authorizer = apigateway._create_authorizer


def create_authorizer(api_id, data):
    """AWS keeps a payload format of authorizers that are functions only: another one shows in every plan."""
    if data.get("authorizerType") == "JWT":
        data = {"authorizerPayloadFormatVersion": "", **data}
    return make_authorizer(api_id, data)


apigateway._create_authorizer = create_authorizer


def collect_apis():
    """Its Resource Groups Tagging API knows no APIs, which exporters find there by their tags."""
    for api_id, api in apigateway._apis.items():
        yield apigateway._api_arn(api_id), tagging._normalise_flat(api.get("tags"))


tagging._COLLECTORS["apigateway"] = collect_apis


def collect_web_acls():
    """Nor does it know web ACLs."""
    for arn, tags in waf._waf_tags.items():
        yield arn, tagging._normalise_list(tags)


tagging._COLLECTORS["wafv2"] = collect_web_acls


origin_allows = s3._cloudfront_origin_allows


def cloudfront_origin_allows(*args):
    """CloudFront asks buckets over TLS; what is handed over in the same process counts as plain HTTP here."""
    address, _ = iam_evaluator._request_origin.get()
    token = iam_evaluator._request_origin.set((address, True))
    try:
        return origin_allows(*args)
    finally:
        iam_evaluator._request_origin.reset(token)


s3._cloudfront_origin_allows = cloudfront_origin_allows
