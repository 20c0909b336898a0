/** The kubernetes stand-in over a real API server, as a user of the CLI sees it. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import type { Pulumi } from "../../sandbox/sandbox";
import { counts, countsOf, OPTIONS } from "../engine/output";
import { tinyProject, type TinyProject } from "../sandbox/tiny-project";
import type { CommandResult } from "../support/workspace";
import { CLINIC, HARDENED, TOO_LARGE, UNHARDENED } from "./clinic";
import { collected, type TestCluster } from "./test-cluster";

const CLINIC_PATH = "/api/v1/namespaces/clinic";
const DEPLOYMENTS = "/apis/apps/v1/namespaces/clinic/deployments";

export function describeStandIn(cluster: () => TestCluster): void {
    describe("the kubernetes stand-in over a real API server", () => {
        let project: TinyProject;
        let pulumi: Pulumi;
        const lines: string[] = [];
        before(async () => {
            project = await tinyProject(CLINIC);
            await project.write("Pulumi.other.yaml", "config: {}\n");
            pulumi = await cluster().openFor(project.directory, (line) => lines.push(line));
        });
        after(async () => {
            await pulumi.close();
            await project.remove();
            await cluster().forgetStack();
        });

        const run = (command: string, ...args: readonly string[]): Promise<CommandResult> =>
            collected(pulumi, [command, "--stack", "dev", ...OPTIONS, ...args]);
        const up = (...args: readonly string[]) => run("up", "--yes", "--skip-preview", ...args);
        const programIs = (...parts: readonly string[]) => project.write("index.ts", parts.join("\n"));

        it("says on the first line where objects go", () => {
            assert.match(lines[0] ?? "", /Kubernetes\u00a0: les objets vont au serveur d’API du bac à sable/);
        });

        it("stores nothing at a preview", async () => {
            assert.match((await run("preview")).stdout, /\+ 10 to create/);
            assert.equal(await cluster().api.get(CLINIC_PATH), undefined);
        });

        it("creates the objects, and waits until they are ready", async () => {
            assert.deepEqual(counts(await up()), { created: 10 });
            const [web, store, once, door] = await Promise.all(
                [
                    `${DEPLOYMENTS}/web`,
                    "/apis/apps/v1/namespaces/clinic/statefulsets/store",
                    "/apis/batch/v1/namespaces/clinic/jobs/once",
                    `${CLINIC_PATH}/services/door`,
                ].map(async (path) => (await cluster().api.get(path))?.status as Record<string, unknown>),
            );
            assert.equal(web?.availableReplicas, 3);
            assert.equal(store?.readyReplicas, 2);
            assert.equal(once?.succeeded, 1);
            assert.match(JSON.stringify(door), /"ip":"10\.240\./);
        });

        it("keeps in the state what the server made of the objects, and secrets secret", async () => {
            const { stdout } = await collected(pulumi, ["stack", "export", "--stack", "dev"]);
            const { resources } = (
                JSON.parse(stdout) as {
                    deployment: {
                        resources: { urn: string; id: string; outputs: Record<string, unknown> }[];
                    };
                }
            ).deployment;
            const web = resources.find(({ urn }) => urn.endsWith(":Deployment::web"));
            const live = await cluster().api.get(`${DEPLOYMENTS}/web`);
            assert.equal(web?.id, "clinic/web");
            assert.equal((web.outputs.metadata as { uid: string }).uid, live?.metadata.uid);
            assert.equal((web.outputs.status as { readyReplicas: number }).readyReplicas, 3);
            assert.doesNotMatch(stdout, /managedFields|Sesame-7/);
        });

        for (const command of ["up", "preview", "refresh"]) {
            it(`changes nothing at a second ${command}`, async () => {
                const result = await run(
                    command,
                    ...(command === "preview" ? [] : ["--yes", "--skip-preview"]),
                );
                assert.deepEqual(counts(result), { unchanged: 10 });
            });
        }

        it("finds at a refresh what others changed and deleted, and puts it right", async () => {
            const { api } = cluster();
            await api.merge(`${CLINIC_PATH}/configmaps/settings`, { data: { colour: "red" } });
            await api.delete(`${CLINIC_PATH}/services/door`);
            assert.deepEqual(counts(await run("refresh", "--yes", "--skip-preview")), {
                updated: 1,
                deleted: 1,
                unchanged: 8,
            });
            assert.deepEqual(counts(await up()), { created: 1, replaced: 1, unchanged: 8 });
            const settings = await api.get(`${CLINIC_PATH}/configmaps/settings`);
            assert.equal((settings?.data as { colour: string }).colour, "blue");
        });

        it("makes an object again that is missing when it is to be changed", async () => {
            await cluster().api.delete(`${CLINIC_PATH}/services/door`);
            await programIs(CLINIC.replace('type: "LoadBalancer"', 'type: "ClusterIP"'));
            assert.deepEqual(counts(await up()), { updated: 1, unchanged: 9 });
            const door = await cluster().api.get(`${CLINIC_PATH}/services/door`);
            assert.equal((door?.spec as { type: string }).type, "ClusterIP");
        });

        it("says what an object lacks when its time is over, keeps it, and goes on with it", async () => {
            await programIs(CLINIC, UNHARDENED, TOO_LARGE);
            const log = join(project.directory, "events.jsonl");
            const failed = await collected(
                pulumi,
                [
                    ...["up", "--stack", "dev", ...OPTIONS, "--yes", "--skip-preview"],
                    ...["--continue-on-error", "--event-log", log],
                ],
                { PULUMI_DEBUG_COMMANDS: "true" },
            );
            assert.notEqual(failed.exitCode, 0);
            const output = failed.stdout + failed.stderr;
            for (const line of [
                /warning: would violate PodSecurity "restricted:latest"/,
                /'soft' timed out waiting to be Ready/,
                /0 out of 1 replicas succeeded readiness checks/,
                /\[ReplicaSet clinic\/soft-\w+\]: FailedCreate: .* is forbidden: violates PodSecurity .*container "main" must not set securityContext\.privileged=true/,
                /'huge' timed out waiting to be Ready/,
                /\[Pod clinic\/huge-0\]: 0\/12 nodes are available: 3 Insufficient cpu/,
            ]) {
                assert.match(output, line);
            }
            const events = await readFile(log, "utf8");
            assert.match(
                events,
                /"message":"[^"]*Waiting for app ReplicaSet to be available \(0\/1 Pods available\)[^\n]*"ephemeral":true/,
            );
            assert.match(events, /\[1\/2\] Waiting for StatefulSet to create Pods \(0\/1 Pods ready\)/);

            await programIs(CLINIC, HARDENED);
            assert.deepEqual(counts(await up()), { updated: 1, deleted: 1, unchanged: 10 });
            const soft = await cluster().api.get(`${DEPLOYMENTS}/soft`);
            assert.equal((soft?.status as { availableReplicas: number }).availableReplicas, 1);
        });

        const faults: readonly (readonly [title: string, program: string, refusal: RegExp])[] = [
            [
                "an unknown field",
                'new k8s.apps.v1.Deployment("typo", { metadata: named("typo"), spec: { ...workload("typo", 1).spec, replicaz: 2 } } as any, options);',
                /Deployment::typo" was not successfully created .*clinic\/typo; apps\/v1, Kind=Deployment\): \.spec\.replicaz: field not declared in schema/,
            ],
            [
                "an invalid value",
                'new k8s.core.v1.Service("port", { metadata: named("port"), spec: { ports: [{ port: 99999 }] } }, options);',
                /Service "port" is invalid: \[spec\.ports\[0\]\.port: Invalid value: 99999/,
            ],
            [
                "an object that is there already",
                'new k8s.core.v1.ServiceAccount("default", { metadata: named("default") }, options);',
                /ServiceAccount::default" was not successfully created .*"clinic\/default" already exists/,
            ],
            [
                "a privileged pod",
                'new k8s.core.v1.Pod("bare", { metadata: named("bare"), spec: template("bare", "1", { privileged: true }).spec }, options);',
                /Pod::bare" was not successfully created .*pods "bare" is forbidden: violates PodSecurity .*securityContext\.privileged=true/,
            ],
            [
                "a pod with a path of the node",
                'new k8s.core.v1.Pod("nosy", { metadata: named("nosy"), spec: { ...template("nosy").spec, volumes: [{ name: "node", hostPath: { path: "/etc" } }] } }, options);',
                /Pod::nosy" was not successfully created .*pods "nosy" is forbidden: violates PodSecurity .*volume "node" uses restricted volume type "hostPath"/,
            ],
            [
                "a pod without the limit that a quota counts",
                'new k8s.core.v1.Pod("endless", { metadata: named("endless"), spec: template("endless", "1", HARDENED, {}).spec }, options);',
                /Pod::endless" was not successfully created .*pods "endless" is forbidden: failed quota: quota: must specify limits\.memory for: main/,
            ],
            [
                "a pod of more than a quota has left",
                'new k8s.core.v1.Pod("greedy", { metadata: named("greedy"), spec: template("greedy", "1", HARDENED, { memory: "5Gi" }).spec }, options);',
                /Pod::greedy" was not successfully created .*pods "greedy" is forbidden: exceeded quota: quota, requested: limits\.memory=5Gi, used: limits\.memory=\w+, limited: limits\.memory=4Gi/,
            ],
            [
                "a kind that the cluster lacks",
                'new k8s.apiextensions.CustomResource("ghost", { apiVersion: "example.org/v1", kind: "Ghost", metadata: named("ghost") }, options);',
                /kind example\.org\/v1\/Ghost failed .* no matches for kind "Ghost" in version "example\.org\/v1"/,
            ],
        ];
        describe("given what the server refuses", () => {
            let output = "";
            before(async () => {
                await programIs(CLINIC, HARDENED, ...faults.map(([, program]) => program));
                const { exitCode, stdout, stderr } = await up("--continue-on-error");
                assert.notEqual(exitCode, 0);
                output = stdout + stderr;
            });
            for (const [title, , refusal] of faults) {
                it(`refuses ${title} by name`, () => {
                    assert.match(output, refusal);
                });
            }

            it("stores nothing of it", () => {
                assert.equal(countsOf(output).created, undefined);
            });

            it("shows at a preview what the server would refuse", async () => {
                await programIs(CLINIC, HARDENED, faults[0]?.[1] ?? "");
                const { exitCode, stdout, stderr } = await run("preview");
                assert.notEqual(exitCode, 0);
                assert.match(stdout + stderr, /\.spec\.replicaz: field not declared in schema/);
            });
        });

        // Mocha runs what is nested last, in order.
        describe("in the end", () => {
            it("serves one stack, and tells another one how to have the cluster", async () => {
                await programIs(CLINIC);
                await collected(pulumi, ["stack", "init", "other", "--no-select"]);
                const { exitCode, stdout, stderr } = await collected(pulumi, [
                    ...["up", "--stack", "other", ...OPTIONS, "--yes", "--skip-preview"],
                ]);
                assert.notEqual(exitCode, 0);
                assert.match(
                    stdout + stderr,
                    /expected one that serves stack tiny\/other or none, got one that serves stack tiny\/dev; start anew with "npm run cluster -- down" and "npm run cluster -- up"/,
                );
            });

            it("deletes the objects, and waits until they are gone", async () => {
                assert.deepEqual(counts(await run("destroy", "--yes", "--skip-preview")), { deleted: 11 });
                assert.equal(await cluster().api.get(CLINIC_PATH), undefined);
            });
        });
    });
}
