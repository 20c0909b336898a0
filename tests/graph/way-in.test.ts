import { valueAt } from "../../architecture/graph";
import { changed, finds, holds, named, without } from "./recorded";
import { AUTHORIZATION, brokenWays, EDGE, exposedHosts, GATEWAY, list, POLICY, RECORD, ROUTE } from "./way";

/** A seed that sets the value at a path of the first resource of a type. */
const set = (type: string, path: readonly (string | number)[], value: unknown) =>
    changed(named(type), ({ inputs }) => {
        const copy = structuredClone(inputs) as Record<string, unknown>;
        const holder = valueAt(copy, ...path.slice(0, -1)) as Record<string | number, unknown>;
        holder[path.at(-1) ?? ""] = value;
        return { inputs: copy };
    });

const PUBLIC = "openmrs.audioprothese-plus.example";
const PRIVATE = "administration.openmrs.audioprothese-plus.example";

/** The same fault of both hosts. */
const both = (fault: string) => [PUBLIC, PRIVATE].map((host) => `${host}: ${fault}`);

describe("the graph: the way in", () => {
    holds("requests go from the edge, and from the operators, to a workload that answers them", brokenWays);
    holds("the administration host has no listener towards the Internet", exposedHosts);

    finds(
        "another backend address",
        brokenWays,
        set(EDGE, ["backendAddressPools", 0, "backendAddresses", 0, "ipAddress"], "10.41.3.253"),
        `${PUBLIC}: no load balancer at the address`,
    );
    finds(
        "a private name that leads elsewhere",
        brokenWays,
        set(RECORD, ["aRecords", 0, "ipv4Address"], "10.41.3.253"),
        `${PRIVATE}: no load balancer at the address`,
    );
    finds(
        "a gateway of other ingress pods",
        brokenWays,
        set(GATEWAY, ["spec", "addresses", 0, "value"], "external.aks-istio-ingress.svc.cluster.local"),
        ...both("no listener of the mesh takes the host"),
    );
    finds(
        "a gateway in another namespace than the ingress pods, which Istio would not give them",
        brokenWays,
        set(GATEWAY, ["metadata", "namespace"], "openmrs"),
        ...both("no listener of the mesh takes the host"),
    );
    finds(
        "a mesh that would open TLS",
        brokenWays,
        set(GATEWAY, ["spec", "listeners", 0, "tls", "mode"], "Terminate"),
        `${PUBLIC}: no listener of the mesh takes the host`,
    );
    finds(
        "a listener closed to the server's namespace",
        brokenWays,
        set(GATEWAY, ["spec", "listeners", 1, "allowedRoutes", "namespaces", "selector"], {
            matchLabels: { "kubernetes.io/metadata.name": "default" },
        }),
        `${PRIVATE}: no route of the mesh takes the host`,
    );
    finds(
        "a route of another host",
        brokenWays,
        set(ROUTE, ["spec", "hostnames"], ["other.example"]),
        `${PRIVATE}: no route of the mesh takes the host`,
    );
    finds(
        "a route to a port that nothing listens on",
        brokenWays,
        set(ROUTE, ["spec", "rules", 0, "backendRefs", 0, "port"], 8081),
        `${PRIVATE}: the route leads to no workload`,
    );
    finds(
        "nodes closed to the operators",
        brokenWays,
        changed(
            (resource) => JSON.stringify(resource.inputs).includes('"allow-administration"'),
            ({ inputs }) => ({
                inputs: {
                    ...inputs,
                    securityRules: list(inputs.securityRules).filter(
                        (rule) => valueAt(rule, "name") !== "allow-administration",
                    ),
                },
            }),
        ),
        `${PRIVATE}: the nodes do not let the subnet in`,
    );
    finds(
        "a workload closed to the mesh",
        brokenWays,
        without(named(POLICY, "openmrs-gateway-8443-from-mesh-ingress")),
        ...both("the workload does not admit the mesh"),
    );
    finds(
        "an ingress that the mesh does not authorize",
        brokenWays,
        without(named(AUTHORIZATION, "openmrs-gateway-8443-from-mesh-ingress-authorization")),
        ...both("the mesh does not authorize its ingress"),
    );
    finds(
        "a probe that nothing answers",
        brokenWays,
        set(EDGE, ["probes", 0, "path"], "/ready"),
        ...both("the workload does not answer the host and the probe"),
    );
    finds(
        "an administration host that the edge takes",
        exposedHosts,
        set(EDGE, ["httpListeners", 0, "hostName"], PRIVATE),
        PRIVATE,
    );
});
