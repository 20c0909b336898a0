import { z } from "zod";
import { CLUSTER_PARTS, NAMESPACE_LABEL, WORKLOAD_LABEL } from "../components/kubernetes/flows";

/** The one element of a list. */
const one = <Element extends z.ZodType>(element: Element) => z.tuple([element]);

const everyPod = z.strictObject({});

/** The pods of one workload. */
const workload = z
    .strictObject({ matchLabels: z.strictObject({ [WORKLOAD_LABEL]: z.string() }) })
    .transform(({ matchLabels }) => matchLabels[WORKLOAD_LABEL]);

/** The pods of one workload or add-on of one namespace. An add-on's are named after the one label that selects them. */
const peer = one(
    z.strictObject({
        namespaceSelector: z.strictObject({ matchLabels: z.strictObject({ [NAMESPACE_LABEL]: z.string() }) }),
        podSelector: z.strictObject({
            matchLabels: z
                .record(z.string(), z.string())
                .transform((labels) => Object.values(labels))
                .pipe(one(z.string())),
        }),
    }),
).transform(([{ namespaceSelector, podSelector }]) => ({
    namespace: namespaceSelector.matchLabels[NAMESPACE_LABEL],
    name: podSelector.matchLabels[0],
}));

const port = z.strictObject({ protocol: z.enum(["TCP", "UDP"]), port: z.number() });

const tcpPort = one(z.strictObject({ protocol: z.literal("TCP"), port: z.number() })).transform(
    ([{ port }]) => port,
);

/** Lets nothing pass. */
export const refusal = z.strictObject({
    podSelector: everyPod,
    policyTypes: z.tuple([z.literal("Ingress"), z.literal("Egress")]),
});

/** Lets every pod of a namespace connect to one kind of pods. */
export const open = z
    .strictObject({
        podSelector: everyPod,
        policyTypes: one(z.literal("Egress")),
        egress: one(z.strictObject({ to: peer, ports: z.array(port).min(1) })),
    })
    .transform(({ egress: [{ to, ports }] }) => ({
        to,
        ports: ports.map(({ protocol, port }) => `${protocol} ${port.toString()}`),
    }));

/** Lets one workload connect to a port of one kind of pods. */
export const departure = z
    .strictObject({
        podSelector: workload,
        policyTypes: one(z.literal("Egress")),
        egress: one(z.strictObject({ to: peer, ports: tcpPort })),
    })
    .transform(({ podSelector, egress: [{ to, ports }] }) => ({ from: podSelector, to, port: ports }));

/** Lets one kind of pods connect to a port of one workload. */
export const admission = z
    .strictObject({
        podSelector: workload,
        policyTypes: one(z.literal("Ingress")),
        ingress: one(z.strictObject({ from: peer, ports: tcpPort })),
    })
    .transform(({ podSelector, ingress: [{ from, ports }] }) => ({ from, to: podSelector, port: ports }));

const ciliumPort = (number: z.ZodType<string>, protocol: string) =>
    one(z.strictObject({ port: number, protocol: z.literal(protocol) }));

const hostName = one(z.strictObject({ matchName: z.string() })).transform(([{ matchName }]) => matchName);

/** Lets one workload connect to a port of one host outside, and the cluster's DNS see that it asks for it. */
export const departureOutside = z
    .strictObject({
        endpointSelector: workload,
        egress: z.tuple([
            z.strictObject({
                toEndpoints: one(
                    z.strictObject({
                        matchLabels: z.strictObject({
                            "k8s:io.kubernetes.pod.namespace": z.literal("kube-system"),
                            "k8s:k8s-app": z.literal("kube-dns"),
                        }),
                    }),
                ),
                toPorts: one(
                    z.strictObject({
                        ports: ciliumPort(z.literal("53"), "ANY"),
                        rules: z.strictObject({ dns: hostName }),
                    }),
                ),
            }),
            z.strictObject({
                toFQDNs: hostName,
                toPorts: one(z.strictObject({ ports: ciliumPort(z.string(), "TCP") })),
            }),
        ]),
    })
    .refine(({ egress: [dns, hosts] }) => dns.toPorts[0].rules.dns === hosts.toFQDNs)
    .transform(({ endpointSelector, egress: [, { toFQDNs, toPorts }] }) => ({
        from: endpointSelector,
        host: toFQDNs,
        port: Number(toPorts[0].ports[0].port),
    }));

const sameTexts = (found: readonly string[], expected: readonly (number | string)[]) =>
    found.join() === expected.join();

/** Lets one workload connect to a part of the cluster that is no pod, by the ports of that part. */
export const departureToPart = z
    .strictObject({
        endpointSelector: workload,
        egress: one(
            z.strictObject({
                toEntities: z.array(z.string()),
                toPorts: one(
                    z.strictObject({
                        ports: z.array(z.strictObject({ port: z.string(), protocol: z.literal("TCP") })),
                    }),
                ),
            }),
        ),
    })
    .transform(({ endpointSelector, egress: [{ toEntities, toPorts }] }, context) => {
        const found = toPorts[0].ports.map(({ port }) => port);
        const part = Object.values(CLUSTER_PARTS).find(
            ({ entities, ports }) => sameTexts(toEntities, entities) && sameTexts(found, ports),
        );
        if (part === undefined) {
            context.addIssue("expected a part of the cluster, by its ports");
            return z.NEVER;
        }
        return { from: endpointSelector, part: part.name, port: part.ports[0] };
    });

/** Pods as the mesh knows them: by the account in their certificate. */
const principal = z
    .string()
    .regex(/^cluster\.local\/ns\/[^/]+\/sa\/[^/]+$/)
    .transform((identity) => {
        const [, , namespace = "", , name = ""] = identity.split("/");
        return { namespace, name };
    });

/** Lets nobody call, in the mesh. */
export const denial = z.strictObject({});

/** Lets one account call a port of one workload, in the mesh. */
export const authorization = z
    .strictObject({
        selector: workload,
        action: z.literal("ALLOW"),
        rules: one(
            z.strictObject({
                from: one(z.strictObject({ source: z.strictObject({ principals: one(principal) }) })),
                to: one(z.strictObject({ operation: z.strictObject({ ports: one(z.string()) }) })),
            }),
        ),
    })
    .transform(({ selector, rules: [{ from, to }] }) => ({
        from: from[0].source.principals[0],
        to: selector,
        port: Number(to[0].operation.ports[0]),
    }));
