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
  // Pictures are made by hand: those of a region that is lost cannot be made again.
  stores: { images: { kind: "object", tier: "auto", replicate: { to: "us-west-2" } } },
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
    {
      name: "copy",
      sli: "replication",
      store: "images",
      target: 99.5,
      window: "30d",
      firstSteps: [
        "See on the data board whether operations wait or fail: what waits is copied late, what failed is not copied at all.",
        "If some failed, find out which and why, correct it, and have S3 copy them again.",
        "If many wait, hold back mass uploads until the copy has caught up; do not change or delete the rule.",
      ],
    },
  ],
};
