import { breakagesOf } from "./notation";

const { set } = breakagesOf("aws_dns");

const CERTIFICATE = "aws_acm_certificate.shop";

const hidden = [{ certificate_transparency_logging_preference: "DISABLED" }];

export const awsDns = [
  set("AWS-ACM-001", CERTIFICATE, "options", hidden, "options"),
  set("AWS-ACM-002", CERTIFICATE, "key_algorithm", "RSA_1024", "key_algorithm"),
  set("AWS-ACM-003", CERTIFICATE, "validation_method", "EMAIL", "validation_method"),
  set("AWS-ACM-004", CERTIFICATE, "domain_name", "*.example.com", "domain_name"),
  set("AWS-ROUTE53-001", "aws_route53_record.first", "health_check_id", undefined),
  set("AWS-ROUTE53-002", "aws_route53_health_check.first", "disabled", true, "disabled"),
];
