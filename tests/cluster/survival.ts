/** What becomes of the platform when pods and nodes go. */
import assert from "node:assert/strict";

import { ApiError, type KubernetesObject } from "../../sandbox/cluster/api";
import { eventually } from "../support/eventually";
import type { TestCluster } from "./test-cluster";
import { nameOf, podsOf, unreadyOf, workloadsOf, type LivePod, type LiveWorkload } from "./workloads";

const ZONE = "topology.kubernetes.io/zone";
const LOST_ZONE = "francecentral-1";

/** Those that run on three nodes or not whole: with one of each pool in each zone, until the autoscaler adds one. */
const ON_THREE_NODES = ["observability/alertmanager", "observability/loki"];

/** Workloads take twenty seconds to count a new pod as available. */
const RECOVERY_MS = 120_000;

interface LiveNode extends KubernetesObject {
    readonly spec: { readonly taints?: readonly object[] };
}

interface LiveBudget extends KubernetesObject {
    readonly status: {
        readonly currentHealthy: number;
        readonly desiredHealthy: number;
        readonly disruptionsAllowed: number;
    };
}

export function describeSurvival(cluster: () => TestCluster): void {
    describe("the platform's workloads", () => {
        const recovered = () =>
            eventually(
                () => unreadyOf(cluster().api),
                (unready) => unready.length === 0,
                RECOVERY_MS,
            );

        const replicated = async (): Promise<readonly LiveWorkload[]> => {
            const workloads = await workloadsOf(cluster().api);
            return workloads.filter(({ spec }) => (spec.replicas ?? 0) > 1);
        };
        const nodes = async (zone?: string): Promise<readonly LiveNode[]> => {
            const selection = zone === undefined ? {} : { labelSelector: `${ZONE}=${zone}` };
            return (await cluster().api.list("/api/v1/nodes", selection)).items as readonly LiveNode[];
        };
        const budgets = async (): Promise<readonly LiveBudget[]> =>
            (await cluster().api.list("/apis/policy/v1/poddisruptionbudgets")).items as readonly LiveBudget[];
        const evict = (pod: LivePod): Promise<KubernetesObject> =>
            cluster().api.create(`${pathOf(pod)}/eviction`, {
                apiVersion: "policy/v1",
                kind: "Eviction",
                metadata: { name: pod.metadata.name, namespace: pod.metadata.namespace },
            });

        it("have their pods in all zones, as evenly as can be", async () => {
            const workloads = await replicated();
            assert.ok(workloads.length >= 2);
            for (const workload of workloads) {
                assertEven(await podsByZone(workload), 3, nameOf(workload));
            }
        });

        it("have a deleted pod back", async () => {
            const workloads = await replicated();
            const deleted: string[] = [];
            for (const workload of workloads) {
                const [pod] = await podsOf(cluster().api, workload);
                assert.ok(pod);
                deleted.push(pod.metadata.uid ?? "");
                await cluster().api.delete(pathOf(pod));
            }
            const uids = async () => (await allPods()).map(({ metadata }) => metadata.uid ?? "");
            await eventually(uids, (left) => !deleted.some((uid) => left.includes(uid)));
            await recovered();
            for (const workload of workloads) {
                assert.equal((await podsOf(cluster().api, workload)).length, workload.spec.replicas);
            }
        });

        it("lose one pod at a time to those who ask", async () => {
            const workloads = await replicated();
            // With no node to go to, the evicted pod's successor waits.
            await setSchedulable(false);
            try {
                for (const workload of workloads) {
                    const [first, second] = await podsOf(cluster().api, workload);
                    assert.ok(first && second);
                    await evict(first);
                    await assert.rejects(evict(second), (error: unknown) => {
                        assert.ok(error instanceof ApiError);
                        assert.equal(error.code, 429);
                        assert.match(error.message, /would violate the pod's disruption budget/);
                        return true;
                    });
                }
            } finally {
                await setSchedulable(true);
            }
            await recovered();
        });

        it("go on in two zones when the third is lost", async () => {
            const { api } = cluster();
            const lost = await nodes(LOST_ZONE);
            assert.ok(lost.length >= 3);
            for (const node of lost) {
                const taint = { key: "audioprothese/zone-lost", effect: "NoExecute" };
                await api.merge(pathOf(node), { spec: { taints: [...(node.spec.taints ?? []), taint] } });
            }
            const names = new Set(lost.map(({ metadata }) => metadata.name));
            await eventually(
                async () =>
                    (await allPods()).filter(({ spec }) => names.has(spec.nodeName ?? "")).map(nameOf),
                (left) => left.length === 0,
                RECOVERY_MS,
            );
            for (const node of lost) {
                await api.delete(pathOf(node));
            }
            await eventually(
                async () => (await unreadyOf(api)).toSorted(),
                (unready) => JSON.stringify(unready) === JSON.stringify(ON_THREE_NODES),
                RECOVERY_MS,
            );
            await addNode();
            await recovered();

            for (const workload of await replicated()) {
                assertEven(await podsByZone(workload), 2, nameOf(workload));
            }
            const all = await budgets();
            assert.ok(all.length >= 2);
            for (const { metadata, status } of all) {
                assert.ok(status.currentHealthy > status.desiredHealthy, metadata.name);
                assert.equal(status.disruptionsAllowed, 1, metadata.name);
            }
        });

        async function allPods(): Promise<readonly LivePod[]> {
            const pods = await Promise.all(
                (await workloadsOf(cluster().api)).map((workload) => podsOf(cluster().api, workload)),
            );
            return pods.flat();
        }

        /** One more node of the pool where most of the pods are, as the autoscaler adds for those that wait. */
        async function addNode(): Promise<void> {
            const selection = { labelSelector: "kubernetes.azure.com/agentpool=general" };
            const [node] = (await cluster().api.list("/api/v1/nodes", selection)).items;
            assert.ok(node);
            const name = `${node.metadata.name}-added`;
            const labels = { ...node.metadata.labels, "kubernetes.io/hostname": name };
            await cluster().api.create("/api/v1/nodes", {
                ...node,
                metadata: { name, labels },
                spec: {},
            });
        }

        async function setSchedulable(schedulable: boolean): Promise<void> {
            for (const node of await nodes()) {
                await cluster().api.merge(pathOf(node), {
                    spec: { unschedulable: schedulable ? null : true },
                });
            }
        }

        /** How many pods of a workload each zone that has nodes has. */
        async function podsByZone(workload: LiveWorkload): Promise<ReadonlyMap<string, number>> {
            const zones = new Map(
                (await nodes()).map(({ metadata }) => [metadata.name, metadata.labels?.[ZONE] ?? ""]),
            );
            const counted = new Map([...zones.values()].map((zone) => [zone, 0]));
            for (const { spec } of await podsOf(cluster().api, workload)) {
                const zone = zones.get(spec.nodeName ?? "") ?? "nowhere";
                counted.set(zone, (counted.get(zone) ?? 0) + 1);
            }
            return counted;
        }
    });
}

function assertEven(counted: ReadonlyMap<string, number>, zones: number, name: string): void {
    const text = `${name}: ${JSON.stringify([...counted])}`;
    assert.equal(counted.size, zones, text);
    assert.ok(Math.max(...counted.values()) - Math.min(...counted.values()) <= 1, text);
}

function pathOf({ kind, metadata }: KubernetesObject): string {
    return kind === "Node"
        ? `/api/v1/nodes/${metadata.name}`
        : `/api/v1/namespaces/${metadata.namespace ?? ""}/pods/${metadata.name}`;
}
