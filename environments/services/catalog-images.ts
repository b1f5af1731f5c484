import type { ServiceDeclaration } from "../../model/declaration";

export const catalogImages: ServiceDeclaration = {
  name: "catalog-images",
  description: "Hands out the pictures of the catalogue's items to the shop's pages.",
  owner: { team: "media", contact: "#media-oncall" },
  costCenter: "cc-1002",
  workload: {
    kind: "contentDelivery",
    store: "images",
    host: "images",
    // The pages ask for `?v=…` after a picture has changed.
    cache: { maxAge: "7d", query: ["v"], never: ["/previews/*"] },
    cors: { origins: ["https://shop.example.com"] },
    // A page of the shop shows a hundred pictures, and offices share an address.
    firewall: { rate: 20_000 },
  },
  stores: { images: { kind: "object", tier: "auto" } },
  dependsOn: [],
  traffic: { averagePerSecond: 100, peakPerSecond: 1_000 },
  objectives: [
    {
      name: "availability",
      sli: "availability",
      target: 99.9,
      window: "30d",
      firstSteps: [
        "Read in the access log which paths fail, and whether the store answered so or CloudFront for it.",
        "If the store fails or refuses for now, open the data board and the cloud's status page.",
        "If all began with the last apply of the edge, roll it back.",
      ],
    },
    {
      name: "cache",
      sli: "cacheHit",
      target: 95,
      window: "30d",
      firstSteps: [
        "Read in the access log which paths miss: new ones, or those that were kept before?",
        "If objects were uploaded without a `Cache-Control`, or with a short one, correct their upload.",
        "If every address has a parameter of its own, see whether `cache.query` names one that tells nothing apart.",
      ],
    },
  ],
};
