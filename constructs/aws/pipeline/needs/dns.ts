import { anywhere, type NeedsByType } from "./needs";

/** Changes take a while to reach every name server: whoever made one asks after it by the number that it got. */
const CHANGES = { "route53:GetChange": ["zoneChanges"] } as const;

/** Where hosts are found, and the certificates that are proved there. */
export const DNS: NeedsByType = {
  aws_acm_certificate: {
    on: "certificates",
    read: ["acm:DescribeCertificate", "acm:ListTagsForCertificate"],
    write: ["acm:DeleteCertificate", "acm:RequestCertificate"],
    also: [
      "acm:AddTagsToCertificate",
      "acm:RemoveTagsFromCertificate",
      "acm:UpdateCertificateOptions",
    ],
    elsewhere: {
      "acm:AddTagsToCertificate": ["certificates", "created"],
      "acm:RequestCertificate": ["created"],
    },
    source: "seen",
  },
  aws_acm_certificate_validation: {
    on: "certificates",
    read: ["acm:DescribeCertificate"],
    write: [],
    source: "seen",
  },
  /** AWS names a health check, and asks for no tag when it is made. */
  aws_route53_health_check: {
    on: "healthChecks",
    read: ["route53:GetHealthCheck", "route53:ListTagsForResource"],
    write: ["route53:CreateHealthCheck", "route53:DeleteHealthCheck"],
    also: ["route53:ChangeTagsForResource", "route53:UpdateHealthCheck"],
    elsewhere: anywhere(["route53:CreateHealthCheck"]),
    source: "seen",
  },
  aws_route53_record: {
    on: "zones",
    read: ["route53:GetHostedZone", "route53:ListResourceRecordSets"],
    write: ["route53:ChangeResourceRecordSets", "route53:GetChange"],
    elsewhere: { ...CHANGES, "route53:ChangeResourceRecordSets": ["records"] },
    source: "seen",
  },
  aws_route53_zone: {
    on: "zones",
    read: ["route53:GetHostedZone", "route53:ListTagsForResource"],
    write: ["route53:CreateHostedZone", "route53:DeleteHostedZone", "route53:GetChange"],
    also: ["route53:ChangeTagsForResource", "route53:UpdateHostedZoneComment"],
    elsewhere: { ...CHANGES, ...anywhere(["route53:CreateHostedZone"]) },
    source: "seen",
  },
};
