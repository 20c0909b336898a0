/** The sandbox's cluster: the real control plane, put up twice in a folder of its own. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Api, ApiError, type KubernetesObject } from "../../../sandbox/cluster/api";
import { SIMULATION_BANNER, clusterCommand } from "../../../sandbox/cluster/command";
import { isTrue } from "../../../sandbox/cluster/kubernetes-object";
import { areGone, isRunning } from "../../../sandbox/cluster/processes";
import { readState, runningCluster } from "../../../sandbox/cluster/state";
import { eventually } from "../../support/eventually";
import { processesWith } from "../tiny-project";
import { deployment, diskClass, pod, podSpec, restrictedNamespace, service, statefulSet } from "./objects";

const MARK = `SANDBOX_CLUSTER_TEST=${randomUUID()}`;

const POD_PATH = "/api/v1/namespaces/care/pods";

describe("a sandbox's cluster", function () {
    this.timeout(60_000);
    let sandbox: string;
    let api: Api;
    /** What the two first commands, begun at once, printed. */
    let comingUp: readonly { readonly exitCode: number; readonly lines: readonly string[] }[];

    async function run(...args: readonly string[]): Promise<{ exitCode: number; lines: readonly string[] }> {
        const lines: string[] = [];
        const log = (text: string): void => {
            lines.push(...text.split("\n"));
        };
        const exitCode = await clusterCommand(args, { sandboxDirectory: sandbox, log });
        return { exitCode, lines };
    }

    async function connectApi(): Promise<Api> {
        const cluster = await runningCluster(sandbox);
        return Api.of(cluster?.kubeconfig ?? "");
    }

    async function apply(object: KubernetesObject): Promise<KubernetesObject> {
        return (await api.apply(object, { fieldManager: "test" })).object;
    }

    /** The object at a path, once it is as it should be. */
    async function settled(
        path: string,
        holds: (object: KubernetesObject) => boolean,
    ): Promise<KubernetesObject> {
        const object = await eventually(
            () => api.get(path),
            (found) => found !== undefined && holds(found),
        );
        assert.ok(object);
        return object;
    }

    function runningProcesses(): Promise<string[]> {
        return processesWith(MARK);
    }

    before(async () => {
        sandbox = await mkdtemp(join(tmpdir(), "cluster-"));
        const [name = "", value] = MARK.split("=");
        process.env[name] = value;
        comingUp = await Promise.all([run("up"), run("up")]);
        api = await connectApi();
        await apply(restrictedNamespace("care"));
    });
    after(async () => {
        api.close();
        await run("down");
        const [name = ""] = MARK.split("=");
        Reflect.deleteProperty(process.env, name);
        await rm(sandbox, { recursive: true });
    });

    describe("once it is up", () => {
        it("says that it is a simulation, and that it is up to each of two commands", () => {
            assert.deepEqual(
                comingUp.map(({ exitCode, lines }) => [exitCode, lines[0]]),
                [
                    [0, SIMULATION_BANNER],
                    [0, SIMULATION_BANNER],
                ],
            );
            const last = comingUp.map(({ lines }) => lines.at(-1)?.replace(/\d+\.\d/, "N")).sort();
            assert.deepEqual(last, [
                "It came up in N s. Apply the platform to it with: npm run pulumi -- up --stack dev",
                "It was up already.",
            ]);
        });

        it("tells its versions, nodes, pods and memory", async () => {
            const { exitCode, lines } = await run("status");
            assert.equal(exitCode, 0);
            const text = lines.join("\n");
            assert.match(text, /^cluster: up, Kubernetes v1\.34\.3, etcd v3\.6\.5, kwok v0\.7\.0$/m);
            assert.match(text, /^nodes: 12 ready of 12, simulated$/m);
            assert.match(text, /^pods: \d+ ready of \d+$/m);
            assert.match(text, /^memory: \d{3,} MiB \(etcd \d+, .*supervisor \d+\)$/m);
        });

        it("keeps the administrator's credentials to the user", async () => {
            const modes = await Promise.all(
                ["cluster/kubeconfig", "cluster/credentials"].map(
                    async (path) => (await stat(join(sandbox, path))).mode & 0o777,
                ),
            );
            assert.deepEqual(modes, [0o600, 0o700]);
        });

        it("has three nodes of each pool, one a zone, whose taints keep other pods off", async () => {
            const { items } = await api.list("/api/v1/nodes", {
                labelSelector: "audioprothese/pool=database",
            });
            assert.deepEqual(
                items.map(({ metadata, spec }) => [metadata.labels?.["topology.kubernetes.io/zone"], spec]),
                ["francecentral-1", "francecentral-2", "francecentral-3"].map((zone) => [
                    zone,
                    { taints: [{ key: "audioprothese/pool", value: "database", effect: "NoSchedule" }] },
                ]),
            );
        });

        it("refuses a privileged pod where the restricted standard is enforced", async () => {
            const privileged = podSpec({
                containers: [{ name: "main", image: "main", securityContext: { privileged: true } }],
            });
            await assert.rejects(apply(pod("care", "root", privileged)), (error: ApiError) => {
                assert.deepEqual([error.code, error.reason], [403, "Forbidden"]);
                assert.match(error.message, /violates PodSecurity "restricted:latest": privileged/);
                return true;
            });
        });

        it("refuses a field that a kind does not have, built-in or custom, and names it", async () => {
            await assert.rejects(
                apply(pod("care", "odd", podSpec({ hostIPs: true }))),
                /\.spec\.hostIPs: field not declared in schema/,
            );
            const policy = {
                apiVersion: "security.istio.io/v1",
                kind: "PeerAuthentication",
                metadata: { namespace: "care", name: "default" },
            };
            await assert.rejects(
                apply({ ...policy, spec: { mtls: { mode: "STRICT" }, mtl: {} } }),
                /\.spec\.mtl: field not declared in schema/,
            );
            await apply({ ...policy, spec: { mtls: { mode: "STRICT" } } });
        });

        it("refuses a pod that leaves a field of its namespace's quota unset", async () => {
            await apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: "counted" } });
            await apply({
                apiVersion: "v1",
                kind: "ResourceQuota",
                metadata: { namespace: "counted", name: "quota" },
                spec: { hard: { "limits.memory": "1Gi" } },
            });
            // Until then the API server may not have heard of it.
            await settled(
                "/api/v1/namespaces/counted/resourcequotas/quota",
                ({ status }) => "hard" in (status as object),
            );
            await assert.rejects(
                apply(pod("counted", "boundless", podSpec())),
                /must specify limits\.memory for: main/,
            );
        });

        it("has pods of a Deployment spread, ready and replaced", async () => {
            const spread = {
                maxSkew: 1,
                topologyKey: "topology.kubernetes.io/zone",
                whenUnsatisfiable: "DoNotSchedule",
                labelSelector: { matchLabels: { app: "web" } },
            };
            await apply(deployment("care", "web", 3, podSpec({ topologySpreadConstraints: [spread] })));
            const path = "/apis/apps/v1/namespaces/care/deployments/web";
            const isComplete = ({ status }: KubernetesObject): boolean =>
                (status as { readyReplicas?: number }).readyReplicas === 3;
            await settled(path, isComplete);
            const pods = (await api.list(POD_PATH, { labelSelector: "app=web" })).items;
            const nodes = pods.map(({ spec }) => (spec as { nodeName: string }).nodeName).sort();
            assert.deepEqual(
                nodes,
                [0, 1, 2].map((zone) => `aks-general-sandbox-vmss00000${String(zone)}`),
            );

            const [first] = pods;
            assert.ok(first);
            await api.delete(`${POD_PATH}/${first.metadata.name}`);
            await eventually(
                async () => (await api.list(POD_PATH, { labelSelector: "app=web" })).items,
                (items) =>
                    items.filter((item) => isTrue(item, "Ready")).length === 3 &&
                    !items.some(({ metadata }) => metadata.uid === first.metadata.uid),
            );
        });

        it("gives claims of Azure's disks a volume, which goes when its class says so", async () => {
            await apply(diskClass("kept", "Retain"));
            await apply(diskClass("passing", "Delete"));
            await apply(statefulSet("care", "kept", 1, "kept"));
            await apply(statefulSet("care", "passing", 1, "passing"));
            const volumeOf = async (set: string): Promise<string> => {
                await settled(`${POD_PATH}/${set}-0`, (object) => isTrue(object, "Ready"));
                const claim = await api.get(`/api/v1/namespaces/care/persistentvolumeclaims/data-${set}-0`);
                assert.deepEqual((claim?.status as { phase: string }).phase, "Bound");
                return (claim?.spec as { volumeName: string }).volumeName;
            };
            const [kept, passing] = [await volumeOf("kept"), await volumeOf("passing")];

            for (const set of ["kept", "passing"]) {
                await api.delete(`/apis/apps/v1/namespaces/care/statefulsets/${set}`);
                await api.delete(`/api/v1/namespaces/care/persistentvolumeclaims/data-${set}-0`);
            }
            await eventually(
                () => api.get(`/api/v1/persistentvolumes/${passing}`),
                (volume) => volume === undefined,
            );
            await settled(
                `/api/v1/persistentvolumes/${kept}`,
                ({ status }) => (status as { phase: string }).phase === "Released",
            );
        });

        it("gives services of type LoadBalancer the address they ask for, if it is one, or one", async () => {
            const key = "service.beta.kubernetes.io/azure-load-balancer-ipv4";
            await apply(service("care", "odd", { type: "LoadBalancer" }, { [key]: "10.1.2.256" }));
            await apply(service("care", "asking", { type: "LoadBalancer" }, { [key]: "10.1.2.3" }));
            await apply(service("care", "any", { type: "LoadBalancer" }));
            await apply(service("care", "inner", {}));
            const addressOf = async (name: string): Promise<unknown> => {
                const { status } = await settled(
                    `/api/v1/namespaces/care/services/${name}`,
                    (object) => "ingress" in (object.status as { loadBalancer: object }).loadBalancer,
                );
                return (status as { loadBalancer: { ingress: { ip: string }[] } }).loadBalancer.ingress[0]
                    ?.ip;
            };
            assert.equal(await addressOf("asking"), "10.1.2.3");
            assert.match(String(await addressOf("any")), /^10\.240\.\d+\.\d+$/);
            for (const name of ["odd", "inner"]) {
                const without = await api.get(`/api/v1/namespaces/care/services/${name}`);
                assert.deepEqual(without?.status, { loadBalancer: {} }, name);
            }
        });
    });

    describe("when it ends", () => {
        it("leaves no process when its supervisor is killed, and comes up anew whatever it left", async () => {
            const state = await readState(join(sandbox, "cluster"));
            assert.ok(state);
            const commands = (await runningProcesses()).filter((command) => command.includes(sandbox));
            assert.equal(commands.length, state.programs.length + 1);
            process.kill(state.supervisor.pid, "SIGKILL");
            await eventually(runningProcesses, ({ length }) => length === 0);
            const { exitCode, lines } = await run("status");
            assert.deepEqual([exitCode, lines.slice(1)], [1, ["cluster: down; its supervisor was killed"]]);

            await writeFile(join(sandbox, "cluster/cluster.json"), "{");
            assert.deepEqual((await run("status")).lines.slice(1), ["cluster: down"]);
            const before = api;
            assert.equal((await run("up")).exitCode, 0);
            api = await connectApi();
            before.close();
            assert.equal(await api.get("/api/v1/namespaces/care"), undefined);
        });

        it("is taken down with its data, once, even if nobody else ends its programs", async () => {
            const { supervisor, programs } = (await readState(join(sandbox, "cluster"))) ?? {};
            assert.ok(supervisor && programs);
            const own = String(supervisor.pid);
            const children = await readFile(`/proc/${own}/task/${own}/children`, "utf8");
            const others = children.trim().split(" ").map(Number);
            const reaper = others.filter((id) => !programs.some(({ pid }) => pid === id));
            [...reaper, supervisor.pid].forEach((pid) => process.kill(pid, "SIGKILL"));
            assert.equal(await areGone([supervisor], 20_000), true);
            assert.deepEqual(await Promise.all(programs.map(isRunning)), [true, true, true, true, true]);

            assert.equal((await run("down")).lines.at(-1), "cluster: ended, its data forgotten");
            assert.equal(existsSync(join(sandbox, "cluster")), false);
            assert.deepEqual(await runningProcesses(), []);
            assert.deepEqual(await run("down"), {
                exitCode: 0,
                lines: [SIMULATION_BANNER, "cluster: down already"],
            });
            assert.deepEqual(await run("status"), {
                exitCode: 1,
                lines: [SIMULATION_BANNER, "cluster: down"],
            });
        });
    });
});
