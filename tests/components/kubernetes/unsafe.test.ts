import * as assert from "node:assert/strict";
import { Workload } from "../../../components/kubernetes/workload";
import type { WorkloadArgs } from "../../../components/kubernetes/workload-args";
import { startRecording } from "../../support/recorder";
import { deployed } from "./shop";

const user = { uid: 101, gid: 102, fsGroup: 103 };
const storage = { sizeGiB: 20, storageClass: "zrs", protect: false };
const node = { root: { kind: "host", path: "/" } } as const;
const rights = { cluster: [{ apiGroups: [""], resources: ["nodes"], verbs: ["list"] }] };
const BACKEND = { namespace: "openmrs", name: "openmrs-backend" };
const NODE_EXPORTER = { namespace: "node-exporter", name: "node-exporter" };
const outside = (host: string, port: number) => ({ to: { host, port }, purpose: "Chercher" });

const REFUSED: readonly [what: string, changes: Partial<WorkloadArgs>, message: string][] = [
    ["the root user", { user: { ...user, uid: 0 } }, "user.uid: expected a user other than root, got 0"],
    [
        "the root group, without an exception",
        { user: { ...user, gid: 0 } },
        "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0",
    ],
    [
        "volumes of the root group",
        { user: { ...user, fsGroup: 0 } },
        "user.fsGroup: expected a group other than root, got 0",
    ],
    [
        "an autoscaler over disks",
        { replicas: { min: 2, max: 3 }, storage },
        "replicas: expected a number for a workload with storage, got an autoscaler",
    ],
    [
        "an autoscaler from one replica",
        { replicas: { min: 1, max: 3 } },
        "replicas: expected an autoscaler from 2 replicas on, to more, got 1 to 3",
    ],
    [
        "an autoscaler that can add none",
        { replicas: { min: 2, max: 2 } },
        "replicas: expected an autoscaler from 2 replicas on, to more, got 2 to 2",
    ],
    [
        "the root group, with the exception of another namespace",
        { ...BACKEND, namespace: "shop", user: { ...user, gid: 0 } },
        "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0",
    ],
    [
        "the root group, with the exception of another rule",
        { ...NODE_EXPORTER, user: { ...user, gid: 0 } },
        "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0",
    ],
    [
        "a directory of the node, without an exception",
        { volumes: node },
        "volumes.root: expected no directory of the node, or an exception in exceptions.ts, got one",
    ],
    [
        "a directory of the node, with the exception of another namespace",
        { ...NODE_EXPORTER, namespace: "shop", volumes: node },
        "volumes.root: expected no directory of the node, or an exception in exceptions.ts, got one",
    ],
    [
        "rights that it could not use",
        {
            apiRights: rights,
            connectsTo: [{ to: { part: "kubelets", nodes: "10.0.0.0/22" }, purpose: "Lire" }],
        },
        "connectsTo: expected the API server for a workload with apiRights, got none",
    ],
    [
        "a disk on every node",
        { replicas: { mostNodes: 5 }, storage },
        "replicas: expected a number for a workload with storage, got every node",
    ],
    [
        "every node of one pool",
        { replicas: { mostNodes: 5 }, pool: "database" },
        "pool: expected none for a workload of every node, got database",
    ],
    [
        "two hosts outside that the mesh cannot tell apart",
        { connectsTo: [outside("a.example", 9200), outside("b.example", 9200)] },
        "connectsTo: expected one host outside on port 9200, got a.example and b.example",
    ],
];

describe("an unsafe workload", () => {
    beforeEach(startRecording);

    for (const [what, changes, message] of REFUSED) {
        it(`is refused: ${what}`, () => {
            assert.throws(() => new Workload(deployed(changes)), { message });
        });
    }

    const ACCEPTED: readonly [what: string, changes: Partial<WorkloadArgs>][] = [
        ["the root group, with an exception", { ...BACKEND, user: { ...user, gid: 0 } }],
        ["the root of the node, with an exception", { ...NODE_EXPORTER, volumes: node }],
        [
            "rights with a connection to where they are used",
            { apiRights: rights, connectsTo: [{ to: { part: "apiServer" }, purpose: "Lire" }] },
        ],
        ["a replica on every node", { replicas: { mostNodes: 5 } }],
        [
            "two hosts that HTTPS names",
            { connectsTo: [outside("a.example", 443), outside("b.example", 443)] },
        ],
        [
            "one host outside on two ports, and twice on one",
            {
                connectsTo: [
                    outside("a.example", 9200),
                    outside("a.example", 9200),
                    outside("a.example", 9300),
                ],
            },
        ],
    ];
    for (const [what, changes] of ACCEPTED) {
        it(`is not: ${what}`, () => {
            assert.doesNotThrow(() => new Workload(deployed(changes)));
        });
    }
});
