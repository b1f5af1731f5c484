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
  objectives: [],
};
