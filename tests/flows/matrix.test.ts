import * as assert from "node:assert/strict";
import { NETWORK_POLICY, AUTHORIZATION } from "../../architecture/flows";
import type { Graph, Resource } from "../../architecture/graph";
import { type StackName, STACKS } from "../../architecture/stack-config";
import { changed, graphOf, named, withAdded, without } from "../graph/recorded";
import { DECLARED } from "./declared";
import { deploymentOf, type Deployment } from "./deployed";
import { BUILD_MS, builtMatcher, connection, passing } from "./matcher";

const DNS = "kube-system/kube-dns";
const MESH_CONTROL = "aks-istio-system/istiod";

/** What every pod of the platform may connect to. */
const OPEN = [`${DNS}:53`, `${DNS}:53/UDP`, `${MESH_CONTROL}:15012`];

/** Connections between the pods of which one at least is the platform's, that the network lets pass. */
async function networkMatrix({
    networkPolicies,
    pods,
    ports,
    isOwn,
}: Deployment): Promise<readonly string[]> {
    const foreign = new Set(pods.filter(({ namespace }) => !isOwn(namespace)).map(({ name }) => name));
    const found = await passing(networkPolicies, pods, ports);
    return found
        .filter((line) => !line.split(" -> ").every((end) => foreign.has(end.split(":", 1)[0] ?? "")))
        .toSorted();
}

/** Connections to the platform's pods that the mesh lets pass. */
function meshMatrix({ mesh, pods, ports, isOwn }: Deployment): readonly string[] {
    return pods
        .flatMap((from) =>
            pods
                .filter(({ namespace }) => isOwn(namespace))
                .flatMap((to) =>
                    ports
                        // The mesh carries TCP.
                        .filter(({ protocol, port }) => protocol === "TCP" && mesh(from, to, port))
                        .map((port) => connection(from.name, to.name, port)),
                ),
        )
        .toSorted();
}

function declaredIn(stack: StackName, { pods, isOwn }: Deployment): readonly string[] {
    const own = pods.filter(({ namespace }) => isOwn(namespace));
    const open = own.flatMap(({ name }) => OPEN.map((target) => `${name} -> ${target}`));
    return [...DECLARED[stack].inside, ...open].toSorted();
}

/**
 * Between pods: of hosts outside and of the parts of the cluster that are no pods, which Cilium's own policies open, the
 * simulators know nothing. outside.test.ts compares those with what is declared.
 */
describe("the matrix of connections", () => {
    before(async function () {
        this.timeout(BUILD_MS);
        await builtMatcher();
        for (const stack of STACKS) {
            await graphOf(stack);
        }
    });

    for (const stack of STACKS) {
        it(`lets the declared flows pass on the network, and no others (${stack})`, async () => {
            const deployment = deploymentOf(await graphOf(stack));
            assert.deepEqual(await networkMatrix(deployment), declaredIn(stack, deployment));
        });

        it(`lets the declared flows pass in the mesh, and no others (${stack})`, async () => {
            const deployment = deploymentOf(await graphOf(stack));
            assert.deepEqual(meshMatrix(deployment), DECLARED[stack].inside.toSorted());
        });

        it(`leads to ports that are offered (${stack})`, async () => {
            const { workloads } = deploymentOf(await graphOf(stack));
            const offered = workloads.flatMap(({ name, ports }) =>
                ports.map((port) => `${name}:${port.toString()}`),
            );
            const targets = DECLARED[stack].inside.map((line) => line.split(" -> ")[1] ?? "");
            assert.deepEqual(
                targets.filter((target) => !offered.includes(target)),
                [],
            );
        });
    }

    describe("finds", () => {
        /** What a seeded fault lets pass that must not, and refuses that must. */
        async function difference(
            seed: (graph: Graph) => Graph,
            matrix: (deployment: Deployment) => Promise<readonly string[]> | readonly string[],
        ) {
            const graph = await graphOf("dev");
            const before = await matrix(deploymentOf(graph));
            const after = await matrix(deploymentOf(seed(graph)));
            return {
                added: after.filter((line) => !before.includes(line)),
                removed: before.filter((line) => !after.includes(line)),
            };
        }

        const policy = (type: string, suffix: string) => (resource: Resource) =>
            resource.type === type && resource.name.endsWith(suffix);
        const toFrontend = "openmrs/openmrs-gateway -> openmrs/openmrs-frontend:8080";

        it("a policy too many", async () => {
            const everyone = withAdded({
                type: NETWORK_POLICY,
                inputs: {
                    metadata: { name: "everyone", namespace: "openmrs" },
                    spec: {
                        podSelector: { matchLabels: { "app.kubernetes.io/name": "openmrs-frontend" } },
                        policyTypes: ["Ingress"],
                        ingress: [{ ports: [{ protocol: "TCP", port: 9113 }] }],
                    },
                },
            });
            const { added, removed } = await difference(everyone, networkMatrix);
            assert.ok(added.includes("default/stranger -> openmrs/openmrs-frontend:9113"));
            assert.ok(added.every((line) => line.endsWith("-> openmrs/openmrs-frontend:9113")));
            assert.deepEqual(removed, []);
        });

        for (const end of [
            "openmrs-frontend-8080-from-openmrs-gateway",
            "openmrs-gateway-to-openmrs-frontend-8080",
        ]) {
            it(`a policy too few: ${end}`, async () => {
                assert.deepEqual(await difference(without(named(NETWORK_POLICY, end)), networkMatrix), {
                    added: [],
                    removed: [toFrontend],
                });
            });
        }

        it("a namespace that does not refuse first, once nothing else selects its pods", async () => {
            const { added } = await difference(
                without(policy(NETWORK_POLICY, "-default-deny")),
                networkMatrix,
            );
            assert.ok(added.includes("default/stranger -> openmrs/stranger:8080"));
        });

        it("a wrong port", async () => {
            const wrong = changed(
                named(NETWORK_POLICY, "openmrs-frontend-8080-from-openmrs-gateway"),
                ({ inputs }) => ({
                    inputs: JSON.parse(
                        JSON.stringify(inputs).replace('"port":8080', '"port":8081'),
                    ) as Resource["inputs"],
                }),
            );
            assert.deepEqual(await difference(wrong, networkMatrix), { added: [], removed: [toFrontend] });
        });

        it("an authorization too few, in the mesh", async () => {
            const missing = without(
                policy(AUTHORIZATION, "openmrs-frontend-8080-from-openmrs-gateway-authorization"),
            );
            assert.deepEqual(await difference(missing, meshMatrix), { added: [], removed: [toFrontend] });
        });

        it("an authorization too many, in the mesh", async () => {
            const everyPort = withAdded({
                type: AUTHORIZATION,
                inputs: {
                    metadata: { name: "extra", namespace: "openmrs" },
                    spec: {
                        rules: [
                            {
                                from: [{ source: { principals: ["cluster.local/ns/openmrs/sa/default"] } }],
                                to: [{ operation: { ports: ["8080"] } }],
                            },
                        ],
                    },
                },
            });
            const { added } = await difference(everyPort, meshMatrix);
            assert.ok(added.includes("openmrs/stranger -> openmrs/openmrs-backend:8080"));
        });

        it("a namespace that the mesh does not close", async () => {
            const { added } = await difference(
                without(policy(AUTHORIZATION, "openmrs-deny-all")),
                meshMatrix,
            );
            assert.ok(added.includes("openmrs/openmrs-backend -> openmrs/stranger:8080"));
        });
    });
});
