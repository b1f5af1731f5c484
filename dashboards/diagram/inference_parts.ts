import type { Inference, Service } from "../../model/service";
import { drawn, idIn, OUTSIDE, type ServiceParts } from "./drawn";
import type { Edge } from "./flowchart";

/** Who asks, what answers, and where the model comes from. */
export function inference(service: Service<Inference>): ServiceParts {
  const { model, serve } = service.workload;
  const { id, stores, copies } = drawn(service);
  const endpoint = id("endpoint");
  return {
    nodes: [{ id: endpoint, shape: "program", label: ["endpoint", ...lines(serve)] }, ...stores],
    atEdge: [],
    edges: [
      { from: OUTSIDE, to: endpoint, label: "questions" },
      { from: id(model.store), to: endpoint, label: "the model", aside: true },
      ...kept(service),
      ...copies,
    ],
  };
}

function lines(serve: Inference["serve"]): string[] {
  if (serve.mode === "serverless")
    return [`${serve.memoryMiB} MiB`, `${serve.concurrency} at once`];
  const { min, max } = serve.instances;
  return [serve.instanceType, `${min} to ${max}`];
}

/** What an endpoint writes. */
function kept(service: Service<Inference>): Edge[] {
  const { serve } = service.workload;
  const id = idIn(service);
  const from = id("endpoint");
  if (serve.mode === "async") return [{ from, to: id(serve.store), label: "answers" }];
  if (serve.mode === "serverless" || serve.capture === undefined) return [];
  const { store, percent } = serve.capture;
  return [{ from, to: id(store), label: `${percent} % kept`, aside: true }];
}
