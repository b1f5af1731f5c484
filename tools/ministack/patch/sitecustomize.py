"""Where ministack 1.5.33 says something else than AWS. Python loads this file from PYTHONPATH before ministack starts."""

from ministack.services import apigateway

make_authorizer = apigateway._create_authorizer


def create_authorizer(api_id, data):
    """AWS keeps a payload format of authorizers that are functions only: another one shows in every plan."""
    if data.get("authorizerType") == "JWT":
        data = {"authorizerPayloadFormatVersion": "", **data}
    return make_authorizer(api_id, data)


apigateway._create_authorizer = create_authorizer
