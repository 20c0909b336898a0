import type { Api, KubernetesObject } from "./api";
import { tolerating } from "./stand-in";

/** What a service asks for, if it asks for an address of its own. */
const ADDRESS = "service.beta.kubernetes.io/azure-load-balancer-ipv4";

interface Service extends KubernetesObject {
    readonly spec: { readonly type: string };
    readonly status: { readonly loadBalancer: { readonly ingress?: readonly { readonly ip: string }[] } };
}

/** Stands in for Azure's load balancer: gives each service that wants one the address it asks for, or one of 10.240.0.0/16. */
export async function provideLoadBalancers(
    api: Api,
    log: (line: string) => void,
    signal: AbortSignal,
): Promise<void> {
    let given = 0;
    for await (const { type, object } of api.follow("/api/v1/services", { signal })) {
        const { metadata, spec, status } = object as Service;
        if (type === "DELETED" || spec.type !== "LoadBalancer" || status.loadBalancer.ingress !== undefined) {
            continue;
        }
        const ip = metadata.annotations?.[ADDRESS] ?? freeAddress(++given);
        const path = await api.pathOf(object);
        log(`azure load balancer (stand-in): ${ip} for ${metadata.namespace ?? ""}/${metadata.name}`);
        await tolerating(
            "NotFound",
            log,
            api.merge(`${path}/status`, { status: { loadBalancer: { ingress: [{ ip }] } } }),
        );
    }
}

function freeAddress(index: number): string {
    return `10.240.${String(Math.floor(index / 256) % 256)}.${String(index % 256)}`;
}
