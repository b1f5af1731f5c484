import type { Location } from "../arn";
import { via } from "../grants";
import type { Grantee } from "../identity/grantee";
import { letters } from "../policy";

/** Where questions and answers of what is asynchronous are. */
export interface Exchange {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

export interface GrantedEndpoint {
  /** Of the service that it is of. */
  readonly service: string;
  readonly endpointName: string;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly arn: string;
  readonly location: Location;
  /** Undefined: who asks waits for the answer. */
  readonly exchange: Exchange | undefined;
}

/** Under which an asynchronous endpoint reads and writes in its store. */
export const FOLDERS = { input: "input/", output: "output/", failures: "failures/" } as const;

/** Who may ask one endpoint, and by what its code finds it. */
export class EndpointGrants {
  constructor(private readonly on: GrantedEndpoint) {}

  /** To ask, and where answers come as objects to put questions and read what became of them: nothing of the model. */
  invoke(grantee: Grantee): void {
    const { arn, service, exchange } = this.on;
    const asked = letters(service);
    if (exchange === undefined) {
      const actions = ["sagemaker:InvokeEndpoint"];
      grantee.allow({ sid: `Ask${asked}`, actions, resources: [arn] });
      return;
    }
    grantee.allow({
      ...{ sid: `Ask${asked}`, actions: ["sagemaker:InvokeEndpointAsync"] },
      resources: [arn],
    });
    this.exchange(grantee, exchange, asked);
  }

  private exchange(grantee: Grantee, { bucketArn, keyArn }: Exchange, asked: string): void {
    grantee.allow(
      {
        sid: `PutQuestions${asked}`,
        actions: ["s3:PutObject"],
        resources: [`${bucketArn}/${FOLDERS.input}*`],
      },
      {
        sid: `ReadAnswers${asked}`,
        actions: ["s3:GetObject"],
        resources: [FOLDERS.output, FOLDERS.failures].map((folder) => `${bucketArn}/${folder}*`),
      },
      {
        sid: `UseKeyOf${asked}`,
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [keyArn],
        conditions: via("s3", this.on.location),
      },
    );
  }

  /** Of `recommendations`: `RECOMMENDATIONS_ENDPOINT`, and `RECOMMENDATIONS_ENDPOINT_BUCKET` where answers come as objects. */
  get variables(): Record<string, string> {
    const { service, endpointName, exchange } = this.on;
    const prefix = service.replaceAll("-", "_").toUpperCase();
    return {
      [`${prefix}_ENDPOINT`]: endpointName,
      ...(exchange && { [`${prefix}_ENDPOINT_BUCKET`]: exchange.bucketName }),
    };
  }
}
