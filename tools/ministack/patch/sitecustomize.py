"""Where ministack 1.5.33 says something else than AWS. Python loads this file from PYTHONPATH before ministack starts."""

import json
import re

from ministack.core import iam_evaluator
from ministack.services import acm, apigateway, dynamodb, ecs, elasticache, kms, route53, s3, tagging, waf

make_authorizer = apigateway._create_authorizer


def create_authorizer(api_id, data):
    """AWS keeps a payload format of authorizers that are functions only: another one shows in every plan."""
    if data.get("authorizerType") == "JWT":
        data = {"authorizerPayloadFormatVersion": "", **data}
    return make_authorizer(api_id, data)


apigateway._create_authorizer = create_authorizer


from ministack.services import cognito

make_client = cognito._create_user_pool_client


def create_user_pool_client(data):
    """It forgets how refresh tokens rotate."""
    status, headers, body = make_client(data)
    rotation = data.get("RefreshTokenRotation")
    if status != 200 or rotation is None:
        return status, headers, body
    made = json.loads(body)["UserPoolClient"]
    pool = cognito._user_pools[made["UserPoolId"]]
    pool["_clients"][made["ClientId"]]["RefreshTokenRotation"] = rotation
    made["RefreshTokenRotation"] = rotation
    return status, headers, json.dumps({"UserPoolClient": made}).encode()


cognito._create_user_pool_client = create_user_pool_client


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


announced = {}


def announce(service):
    """Whoever tags what is elsewhere, or nowhere, has it found by its tags: exporters are told of it by no other way."""
    write, collect = tagging._WRITERS.get(service), tagging._COLLECTORS.get(service)
    told = announced.setdefault(service, {})

    def write_tags(spec, arn, tags):
        try:
            if write is None:
                raise tagging._ResourceNotFound(arn)
            write(spec, arn, tags)
        except tagging._ResourceNotFound:
            told[arn] = {**told.get(arn, {}), **tags}

    def collect_tags():
        if collect is not None:
            yield from collect()
        for arn, tags in told.items():
            yield arn, tagging._normalise_flat(tags)

    tagging._WRITERS[service], tagging._COLLECTORS[service] = write_tags, collect_tags


for service in ("ecs", "elasticache", "elasticloadbalancing", "rds"):
    announce(service)

matches_types = tagging._matches_type_filters


def matches_type_filters(arn, filters):
    """Types have parts: `elasticloadbalancing:loadbalancer/app`."""
    if matches_types(arn, filters):
        return True
    _, _, service, _, _, name = arn.split(":", 5)
    wanted = (each.split(":", 1) for each in filters if "/" in each)
    return any(of == service and name.startswith(f"{kind}/") for of, kind in wanted)


tagging._matches_type_filters = matches_type_filters

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

create_zone = route53._create_hosted_zone


def create_hosted_zone(body, query_params):
    """AWS makes up ids; who names one as the caller's reference gets that, as of a zone that was there before."""
    root = route53._parse_body(body)
    reference = "" if root is None else route53._text(root, "CallerReference")
    make_id = route53._zone_id
    if re.fullmatch(r"Z[0-9A-Z]{10,31}", reference):
        route53._zone_id = lambda: reference
    try:
        return create_zone(body, query_params)
    finally:
        route53._zone_id = make_id


route53._create_hosted_zone = create_hosted_zone

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


resolve_key = kms._resolve_key


def resolve_key_of_aws(key_id):
    """AWS has a key of its own for each of its services, and makes it when somebody first asks for it."""
    found = resolve_key(key_id)
    if found is None and str(key_id).startswith("alias/aws/"):
        made = json.loads(kms._create_key({})[2])["KeyMetadata"]
        kms._aliases[kms._alias_arn(key_id)] = made["KeyId"]
        return resolve_key(key_id)
    return found


kms._resolve_key = resolve_key_of_aws


replicate = dynamodb._apply_replica_updates


def encrypt_replicas(name, table, updates):
    """It encrypts a copy with the key of its table, of another region, whatever key the copy is given."""
    refused = replicate(name, table, updates)
    for update in [] if refused else updates:
        made = update.get("Create") or {}
        key = made.get("KMSMasterKeyId")
        copied = key and dynamodb._tables.get_scoped(
            dynamodb.get_account_id(), made["RegionName"], name
        )
        if copied:
            copied["SSEDescription"] = {**copied.get("SSEDescription", {}), "KMSMasterKeyArn": key}
    return refused


dynamodb._apply_replica_updates = encrypt_replicas


def remember_service(action):
    """It forgets whether tasks are spread anew over zones."""
    change = ecs._ACTION_MAP[action]

    def changed(data):
        answer = change(data)
        cluster = ecs._resolve_cluster_name(data.get("cluster", "default"))
        reference = ecs._resolve_service_ref(data.get("serviceName") or data.get("service", ""))
        service = ecs._services.get(f"{cluster}/{reference[0]}") if reference else None
        if service is not None and "availabilityZoneRebalancing" in data:
            service["availabilityZoneRebalancing"] = data["availabilityZoneRebalancing"]
        return answer

    ecs._ACTION_MAP[action] = changed


remember_service("CreateService")
remember_service("UpdateService")

put_cluster = ecs._put_cluster


def remember_cluster(data):
    """It forgets in which namespace services find one another unless they say another."""
    cluster = put_cluster(data)
    if "serviceConnectDefaults" in data:
        cluster["serviceConnectDefaults"] = data["serviceConnectDefaults"]
    return cluster


ecs._put_cluster = remember_cluster

create_cache_user = elasticache._create_user


def create_user(params):
    """It knows no users with tokens of IAM."""
    answer = create_cache_user(params)
    user = elasticache._users.get(elasticache._p(params, "UserId"))
    if user is not None and elasticache._p(params, "AuthenticationMode.Type") == "iam":
        user["Authentication"] = {"Type": "iam", "PasswordCount": 0}
    return answer


elasticache._create_user = create_user


from ministack.services import cloudfront

# Load balancers and networks are in moto, where it cannot look for them.
cloudfront._vpc_origin_endpoint_missing = lambda spec, arn: None


import lost_answers  # noqa: E402, F401
import rotations  # noqa: E402, F401
import streams  # noqa: E402, F401
import workflows  # noqa: E402, F401
