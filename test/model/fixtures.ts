import { devGcp } from "../../environments/dev-gcp";
import { dev } from "../../environments/dev";
import { catalogImages } from "../../environments/services/catalog-images";
import { checkout } from "../../environments/services/checkout";
import { orders } from "../../environments/services/orders";
import { storefront } from "../../environments/services/storefront";
import type { EnvironmentDeclaration } from "../../model/environment";
import {
  isContentDelivery,
  isRequestDriven,
  type ContentDelivery,
  type RequestDriven,
  type Service,
} from "../../model/service";
import { problemsOf, settle } from "../../model/settle";

/** A copy of a good declaration with one value changed, by the author's path. */
export function changed<T>(value: T, path: string, to: unknown): T {
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = path.split(/\.|\[|\]\.?/).filter((key) => key !== "");
  const last = keys.pop() as string;
  let at: Record<string, unknown> = copy;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  if (to === undefined) delete at[last];
  else at[last] = to;
  return copy as T;
}

const messages = (environment: EnvironmentDeclaration): string[] =>
  problemsOf(environment).map(({ path, message }) => `${path}: ${message}`);

/** An environment with services that need no network. */
export const ofFunctions = <E extends EnvironmentDeclaration>(environment: E): E => ({
  ...environment,
  services: environment.services.filter(({ workload }) => workload.kind !== "containerService"),
});

/** The problems of `orders` on AWS with one field changed. */
export const onAws = (path: string, to: unknown): string[] =>
  messages({ ...dev, services: [changed(orders, path, to)] });

/** The problems of `orders` on Google Cloud with one field changed. */
export const onGoogle = (path: string, to: unknown): string[] =>
  messages({ ...devGcp, services: [changed(orders, path, to)] });

/** The problems of the environment `dev` with one field changed. */
export const ofDev = (path: string, to: unknown): string[] => messages(changed(dev, path, to));

/** The problems of the environment `dev-gcp` with one field changed. */
export const ofDevGcp = (path: string, to: unknown): string[] =>
  messages(changed(devGcp, path, to));

/** The problems of `storefront` on AWS with one field changed. */
export const ofStorefront = (path: string, to: unknown): string[] =>
  messages({ ...dev, services: [changed(storefront, path, to)] });

/** The problems of `checkout` on AWS with fields changed by the author's paths; `undefined` leaves one out. */
export const ofCheckout = (changes: Readonly<Record<string, unknown>>): string[] =>
  messages({
    ...dev,
    services: [
      Object.entries(changes).reduce(
        (declaration, [path, to]) => changed(declaration, path, to),
        checkout,
      ),
    ],
  });

/** The problems of `catalog-images` on AWS with one field changed. */
export const ofCatalogImages = (path: string, to: unknown): string[] =>
  messages({ ...dev, services: [changed(catalogImages, path, to)] });

/** `catalog-images`, settled in `dev` or another environment on AWS, with fields changed by the author's paths. */
export function settledCatalogImages(
  changes: Readonly<Record<string, unknown>> = {},
  environment: EnvironmentDeclaration = dev,
): Service<ContentDelivery> {
  const declared = Object.entries(changes).reduce(
    (declaration, [path, to]) => changed(declaration, path, to),
    catalogImages,
  );
  const [service] = settle({ ...environment, services: [declared] }).services;
  if (service === undefined || !isContentDelivery(service))
    throw new Error("no service of content delivery");
  return service;
}

/** `storefront`, settled in `dev` or another environment on AWS, with fields changed by the author's paths. */
export function settledStorefront(
  changes: Readonly<Record<string, unknown>> = {},
  environment: EnvironmentDeclaration = dev,
): Service<RequestDriven> {
  const declared = Object.entries(changes).reduce(
    (declaration, [path, to]) => changed(declaration, path, to),
    storefront,
  );
  const [service] = settle({ ...environment, services: [declared] }).services;
  if (service === undefined || !isRequestDriven(service))
    throw new Error("no request-driven service");
  return service;
}
