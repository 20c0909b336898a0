import * as assert from "node:assert/strict";
import { Task, taskDemand, type TaskArgs } from "../../../components/kubernetes/task";
import { recordDependencies } from "../../support/dependencies";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";

const args: TaskArgs = {
    name: "import",
    namespace: "shop",
    minutes: 10,
    user: { uid: 101, gid: 102, fsGroup: 103 },
    connectsTo: [{ to: { namespace: "stock", workload: "stock", port: 443 }, purpose: "Lire le stock" }],
    volumes: { setup: { kind: "files", files: { "a.sh": "true" } }, work: { kind: "memory", sizeMiB: 1 } },
    initContainers: {
        copy: { image: "r/i@sha256:1", compute: { cpu: "500m", memory: "16Mi" } },
    },
    containers: {
        import: {
            image: "r/i@sha256:0",
            command: ["sh", "/setup/a.sh"],
            compute: { cpu: "100m", memory: "64Mi" },
            mounts: { "/setup": "setup", "/work": "work" },
        },
    },
};

interface JobSpec {
    readonly activeDeadlineSeconds: number;
    readonly backoffLimit: number;
    readonly ttlSecondsAfterFinished: number;
    readonly template: {
        readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
        readonly spec: Readonly<Record<string, unknown>> & {
            readonly containers: readonly Readonly<Record<string, unknown>>[];
        };
    };
}

async function run(changes: Partial<TaskArgs> = {}): Promise<JobSpec> {
    await startRecording();
    new Task({ ...args, ...changes });
    await settled();
    return only("kubernetes:batch/v1:Job").inputs.spec as JobSpec;
}

describe("Task", () => {
    it("ends by itself, after a few tries and in bounded time", async () => {
        const { template, ...bounds } = await run();
        assert.deepEqual(bounds, {
            activeDeadlineSeconds: 600,
            backoffLimit: 3,
            ttlSecondsAfterFinished: 604_800,
        });
        assert.equal(template.spec.restartPolicy, "Never");
    });

    it("is hardened as a workload, under an account of its own that opens no API", async () => {
        const { spec } = (await run()).template;
        const { serviceAccountName, automountServiceAccountToken, securityContext } = spec;
        assert.deepEqual(
            [serviceAccountName, automountServiceAccountToken, securityContext],
            [
                "import",
                false,
                {
                    runAsNonRoot: true,
                    runAsUser: 101,
                    runAsGroup: 102,
                    fsGroup: 103,
                    fsGroupChangePolicy: "OnRootMismatch",
                    seccompProfile: { type: "RuntimeDefault" },
                },
            ],
        );
        assert.equal(only("kubernetes:core/v1:ServiceAccount").inputs.automountServiceAccountToken, false);
    });

    it("has a container without port and probe, which nobody sends requests to", async () => {
        const [container] = (await run()).template.spec.containers;
        assert.deepEqual(container, {
            name: "import",
            image: "r/i@sha256:0",
            command: ["sh", "/setup/a.sh"],
            env: [],
            resources: {
                requests: { cpu: "100m", memory: "64Mi" },
                limits: { cpu: "100m", memory: "64Mi" },
            },
            securityContext: {
                allowPrivilegeEscalation: false,
                privileged: false,
                readOnlyRootFilesystem: true,
                runAsNonRoot: true,
                capabilities: { drop: ["ALL"] },
            },
            volumeMounts: [
                { name: "setup", mountPath: "/setup", readOnly: true },
                { name: "work", mountPath: "/work", readOnly: false },
            ],
        });
        assert.deepEqual(all("kubernetes:core/v1:Service"), []);
    });

    it("starts when its account, its files and the policies of its flows are there", async () => {
        await startRecording();
        const dependenciesOf = recordDependencies();
        new Task(args);
        await settled();
        const names = recorded()
            .map(({ name }) => name)
            .filter((name) => name !== "import");
        assert.ok(names.includes("import-to-stock-443"));
        assert.ok(names.includes("import-setup"));
        assert.deepEqual(
            names.filter((name) => !dependenciesOf("import").includes(name)),
            [],
        );
    });

    it("runs again for another file and for another revision", async () => {
        const hash = async (changes: Partial<TaskArgs> = {}) =>
            (await run(changes)).template.metadata.annotations["audioprothese/config-sha256"];
        const hashes = [
            await hash(),
            await hash({ revision: "2" }),
            await hash({ volumes: { setup: { kind: "files", files: { "a.sh": "false" } } } }),
        ];
        assert.equal(new Set(hashes).size, 3);
        assert.equal(await hash(), hashes[0]);
    });

    it("refuses root", () => {
        assert.throws(() => new Task({ ...args, user: { ...args.user, uid: 0 } }), {
            message: "user.uid: expected a user other than root, got 0",
        });
    });
});

describe("taskDemand", () => {
    it("counts the pod, and the one that another task of the name is still ending", () => {
        // The init container's processor, the container's memory, and the sidecar's of both.
        assert.deepEqual(taskDemand(args), { pods: 2, millicores: 600, mebibytes: 192, diskGiB: 0 });
    });
});
