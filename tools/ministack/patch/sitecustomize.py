"""Where ministack 1.5.33 says something else than AWS. Python loads this file from PYTHONPATH before ministack starts."""

import json

from ministack.core import iam_evaluator
from ministack.services import acm, apigateway, route53, s3, tagging, waf

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


request_certificate = acm._request_certificate
shape_certificate = acm._cert_shape


def remember_certificate(data):
    """It forgets which key was asked for, and whether the public logs were."""
    status, headers, body = request_certificate(data)
    if status == 200:
        cert = acm._certificates[json.loads(body)["CertificateArn"]]
        cert["Options"] = data.get("Options", {})
        cert["KeyAlgorithm"] = data.get("KeyAlgorithm", "RSA_2048")
    return status, headers, body


def tell_certificate(cert):
    return {**shape_certificate(cert), "KeyAlgorithm": cert.get("KeyAlgorithm", "RSA_2048")}


acm._request_certificate = remember_certificate
acm._cert_shape = tell_certificate

parse_health_check = route53._parse_health_check_config


def parse_health_check_config(el):
    """It looks for the texts of its lists one level too deep, and remembers lists of nothing."""
    config = parse_health_check(el)
    for name, item in (("ChildHealthChecks", "ChildHealthCheck"), ("Regions", "Region")):
        found = route53._find(el, name)
        if found is not None:
            config[name] = [each.text for each in route53._findall(found, item)]
    return config


route53._parse_health_check_config = parse_health_check_config
