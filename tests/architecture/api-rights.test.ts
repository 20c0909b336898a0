import * as assert from "node:assert/strict";
import { apiRightsOf } from "../../architecture/api-rights";
import { flowsPage } from "../../architecture/flows-page";
import { Graph, type Properties, type Resource } from "../../architecture/graph";
import { resource } from "./sample";

const RBAC = "kubernetes:rbac.authorization.k8s.io/v1";

const role = (kind: string, metadata: object, rules: readonly object[]): Resource =>
    resource(`${RBAC}:${kind}`, `${kind} role`, { inputs: { metadata, rules } as unknown as Properties });

const binding = (kind: string, metadata: object, changes: object = {}): Resource =>
    resource(`${RBAC}:${kind}Binding`, `${kind} binding`, {
        inputs: {
            metadata,
            roleRef: { kind, name: "shop-web" },
            subjects: [{ kind: "ServiceAccount", name: "web", namespace: "shop" }],
            ...changes,
        } as unknown as Properties,
    });

const WIDE = { name: "shop-web" };
const NARROW = { name: "shop-web", namespace: "store" };
const ROLES = [
    role("ClusterRole", WIDE, [
        { apiGroups: [""], resources: ["nodes", "nodes/metrics"], verbs: ["get"] },
        { nonResourceURLs: ["/metrics"], verbs: ["get"] },
    ]),
    role("Role", NARROW, [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] }]),
];
const both = new Graph([...ROLES, binding("ClusterRole", WIDE), binding("Role", NARROW)]);

describe("the rights in the cluster", () => {
    it("are read from the roles, by those who are bound to them", () => {
        assert.deepEqual(apiRightsOf(both), [
            {
                account: "shop/web",
                namespace: undefined,
                targets: ["nodes", "nodes/metrics"],
                verbs: ["get"],
            },
            { account: "shop/web", namespace: undefined, targets: ["/metrics"], verbs: ["get"] },
            { account: "shop/web", namespace: "store", targets: ["pods"], verbs: ["get", "list"] },
        ]);
    });

    it("have a row each on the page of the flows, with the stacks that give them", () => {
        const page = flowsPage({
            dev: new Graph([ROLES[1], binding("Role", NARROW)] as Resource[]),
            prod: both,
        });
        for (const row of [
            "| `shop/web` | tout le cluster | `nodes`, `nodes/metrics` | get | prod |",
            "| `shop/web` | `store` | `pods` | get, list | dev, prod |",
        ]) {
            assert.ok(page.includes(row), row);
        }
    });

    const FAULTS: readonly [what: string, binding: Resource, message: RegExp][] = [
        [
            "by a role that is not the stack's",
            binding("ClusterRole", WIDE, { roleRef: { kind: "ClusterRole", name: "cluster-admin" } }),
            /^ClusterRole binding: expected a ClusterRole of the stack, got .*cluster-admin/,
        ],
        [
            "by a role of another namespace",
            binding("Role", { ...NARROW, namespace: "elsewhere" }),
            /^Role binding: expected a Role of the stack/,
        ],
        [
            "by a role of the cluster, in a namespace",
            binding("Role", NARROW, { roleRef: { kind: "ClusterRole", name: "shop-web" } }),
            /^Role binding: expected a Role of the stack/,
        ],
        [
            "to a group",
            binding("Role", NARROW, { subjects: [{ kind: "Group", name: "everybody" }] }),
            /^Role binding: expected one service account, got .*everybody/,
        ],
        [
            "to several",
            binding("Role", NARROW, {
                subjects: ["a", "b"].map((name) => ({ kind: "ServiceAccount", name, namespace: "shop" })),
            }),
            /^Role binding: expected one service account, got/,
        ],
    ];
    for (const [what, wrong, message] of FAULTS) {
        it(`are refused when given ${what}`, () => {
            assert.throws(() => apiRightsOf(new Graph([...ROLES, wrong])), { message });
        });
    }
});
