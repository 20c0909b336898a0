import * as assert from "node:assert/strict";
import { flowsOf, nameOf } from "../../architecture/flows";
import { type Graph, valueAt } from "../../architecture/graph";
import { type StackName, STACKS } from "../../architecture/stack-config";
import { changed, finds, graphOf, holds, named, withAdded, without } from "../graph/recorded";
import { DECLARED } from "./declared";
import { workloadsOf } from "./deployed";

const SIDECAR = "kubernetes:networking.istio.io/v1:Sidecar";
const MYSQL = "mysql-aplus-core-prod-frc.mysql.database.azure.com";
const SERVICE_ENTRY = "kubernetes:networking.istio.io/v1:ServiceEntry";

/** "a/web", "b/api" and "80" of "a/web -> b/api:80". */
function partsOf(line: string) {
    const [from = "", target = ""] = line.split(" -> ");
    const [to = "", port = ""] = target.split(":");
    return { from, to, port };
}

const inNamespace = (name: string) => name.split("/", 1)[0] ?? "";

/** How the mesh's proxies know the parts of the cluster: a service of Kubernetes' own, and addresses under a name. */
const PARTS: Readonly<Record<string, string>> = {
    "kube-apiserver": "default/kubernetes.default.svc.cluster.local",
    kubelets: "./kubelets.internal",
};

/** What the mesh's proxy of a workload must know: the services and the hosts of its flows. */
function neededHosts(
    workload: string,
    { inside, outside, parts }: (typeof DECLARED)["dev"],
): readonly string[] {
    const own = (lines: readonly string[]) => lines.map(partsOf).filter(({ from }) => from === workload);
    const services = own(inside).map(({ to }) => {
        const [namespace = "", name = ""] = to.split("/");
        return `${namespace}/${name}.${namespace}.svc.cluster.local`;
    });
    const hosts = own(outside).map(({ to }) => `./${to}`);
    const known = own(parts).map(({ to }) => PARTS[to] ?? to);
    const all = [...new Set([...services, ...hosts, ...known])].toSorted();
    return all.length === 0 ? ["~/*"] : all;
}

/** Hosts that the proxies of a graph know, by the namespace and the selector of each. */
const knownHosts = (graph: Graph) =>
    graph.of(SIDECAR).map(({ inputs }) => ({
        namespace: valueAt(inputs, "metadata", "namespace"),
        labels: Object.entries(valueAt(inputs, "spec", "workloadSelector", "labels") as object),
        mode: valueAt(inputs, "spec", "outboundTrafficPolicy", "mode"),
        hosts: (valueAt(inputs, "spec", "egress", 0, "hosts") as string[]).toSorted().join(" "),
    }));

/** Hosts outside that the mesh's proxies of a namespace know, such as "openmrs/search.example:9200". */
const outsideHosts = (graph: Graph) =>
    graph
        .of(SERVICE_ENTRY)
        .map(({ inputs }) =>
            [
                valueAt(inputs, "metadata", "namespace"),
                "/",
                valueAt(inputs, "spec", "hosts", 0),
                ":",
                valueAt(inputs, "spec", "ports", 0, "number"),
            ].join(""),
        );

describe("hosts outside the cluster", () => {
    for (const stack of STACKS) {
        it(`are those declared, and no others (${stack})`, async () => {
            const { outside } = flowsOf(await graphOf(stack));
            assert.deepEqual(outside.map(nameOf), DECLARED[stack].outside.toSorted());
        });
    }

    const misknown = (graph: Graph, stack: StackName) => {
        const { outside, parts } = DECLARED[stack];
        const kubelets = parts.filter((line) => line.includes("-> kubelets:"));
        const needed = new Set(
            [...outside, ...kubelets.map((line) => line.replace("kubelets:", "kubelets.internal:"))]
                .map(partsOf)
                .map(({ from, to, port }) => `${inNamespace(from)}/${to}:${port}`),
        );
        const known = new Set(outsideHosts(graph));
        return [
            ...[...needed].filter((host) => !known.has(host)).map((host) => `unknown: ${host}`),
            ...[...known].filter((host) => !needed.has(host)).map((host) => `needless: ${host}`),
        ];
    };

    holds("are known to the mesh in the namespaces that need them, and no others", misknown);
    finds(
        "a host that the mesh does not know, and one that nobody needs",
        misknown,
        changed(named(SERVICE_ENTRY, `openmrs-backend-to-${MYSQL}-3306-service`), ({ inputs }) => ({
            inputs: { ...inputs, spec: { ...(inputs.spec as object), hosts: ["elsewhere.example"] } },
        })),
        `unknown: openmrs/${MYSQL}:3306`,
        "needless: openmrs/elsewhere.example:3306",
    );
});

describe("the parts of the cluster that are no pods", () => {
    for (const stack of STACKS) {
        it(`are reached by the workloads declared, and no others (${stack})`, async () => {
            const { parts } = flowsOf(await graphOf(stack));
            assert.deepEqual(parts.map(nameOf), DECLARED[stack].parts.toSorted());
        });
    }

    /** What the mesh takes for kubelets without being the subnet of the nodes. */
    const strayAddresses = (graph: Graph) => {
        const nodes = graph
            .of("azure-native:network:Subnet")
            .filter(({ name }) => name === "network-nodes")
            .map(({ inputs }) => inputs.addressPrefix);
        assert.equal(nodes.length, 1);
        return graph
            .of(SERVICE_ENTRY)
            .filter(({ inputs }) => valueAt(inputs, "spec", "resolution") === "NONE")
            .flatMap(({ inputs }) => (valueAt(inputs, "spec", "addresses") ?? ["every address"]) as string[])
            .filter((range) => !nodes.includes(range));
    };

    holds("are known to the mesh by the addresses of the nodes", strayAddresses);
    finds(
        "addresses that are not those of the nodes, and none at all",
        strayAddresses,
        (graph) =>
            [{ addresses: ["10.0.0.0/8"] }, {}].reduce<Graph>(
                (seeded, spec) =>
                    withAdded({ type: SERVICE_ENTRY, inputs: { spec: { ...spec, resolution: "NONE" } } })(
                        seeded,
                    ),
                graph,
            ),
        "10.0.0.0/8",
        "every address",
    );
});

describe("the mesh's proxies", () => {
    const wrongHosts = (graph: Graph, stack: StackName) =>
        workloadsOf(graph).flatMap(({ name, namespace, labels }) => {
            const sidecars = knownHosts(graph).filter(
                (sidecar) =>
                    sidecar.namespace === namespace &&
                    sidecar.labels.every(([label, value]) => labels[label] === value),
            );
            const found = sidecars.map(({ mode, hosts }) => `${String(mode)} ${hosts}`).join("; ");
            const expected = `REGISTRY_ONLY ${neededHosts(name, DECLARED[stack]).join(" ")}`;
            return found === expected ? [] : [`${name}: ${found}`];
        });

    holds("know what their workload connects to, and nothing else", wrongHosts);

    finds(
        "a proxy that knows every service",
        wrongHosts,
        without(named(SIDECAR, "openmrs-gateway-known-hosts")),
        "openmrs/openmrs-gateway: ",
    );
    finds(
        "a proxy that lets unknown connections pass",
        wrongHosts,
        changed(named(SIDECAR, "openmrs-frontend-known-hosts"), ({ inputs }) => ({
            inputs: {
                ...inputs,
                spec: { ...(inputs.spec as object), outboundTrafficPolicy: { mode: "ALLOW_ANY" } },
            },
        })),
        "openmrs/openmrs-frontend: ALLOW_ANY ~/*",
    );
});
