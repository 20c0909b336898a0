/** What the API server refuses in the platform's namespaces: the platform's own pods with a fault, and more than its quotas. */
import assert from "node:assert/strict";

import { ApiError, type KubernetesObject } from "../../sandbox/cluster/api";
import type { TestCluster } from "./test-cluster";
import { nameOf, workloadsOf, type Container, type PodSpec } from "./workloads";

const WORKLOAD = "openmrs/openmrs-frontend";

/** The first container with a fault in it. */
const container =
    (change: (container: Container) => object) =>
    (spec: PodSpec): PodSpec => {
        const [first, ...others] = spec.containers;
        assert.ok(first);
        return { ...spec, containers: [{ ...first, ...change(first) }, ...others] };
    };

/** The same with a fault in its security context. */
const context = (change: object) =>
    container(({ securityContext }) => ({ securityContext: { ...securityContext, ...change } }));

const SEEDED: Readonly<Record<string, readonly [fault: (spec: PodSpec) => PodSpec, refusal: RegExp]>> = {
    "a privileged container": [
        context({ privileged: true, allowPrivilegeEscalation: undefined }),
        /violates PodSecurity "restricted[^"]*": privileged \(container "\S+" must not set securityContext\.privileged=true\)/,
    ],
    "a path of the node": [
        (spec) => ({
            ...spec,
            volumes: [...(spec.volumes as object[]), { name: "node", hostPath: { path: "/etc" } }],
        }),
        /violates PodSecurity .*volume "node" uses restricted volume type "hostPath"/,
    ],
    "the network of the node": [
        (spec) => ({ ...spec, hostNetwork: true }),
        /violates PodSecurity .*host namespaces \(hostNetwork=true\)/,
    ],
    "a container that runs as root": [
        context({ runAsUser: 0, runAsNonRoot: false }),
        /violates PodSecurity .*runAsNonRoot != true \(container "\S+" must not set securityContext\.runAsNonRoot=false\)/,
    ],
    "a capability": [
        context({ capabilities: { drop: ["ALL"], add: ["NET_ADMIN"] } }),
        /violates PodSecurity .*unrestricted capabilities \(container "\S+" must not include "NET_ADMIN" in securityContext\.capabilities\.add\)/,
    ],
    "a container without limits": [
        container(({ resources }) => ({
            resources: { requests: (resources as { requests: object }).requests },
        })),
        /pods "seeded" is forbidden: .*(must specify limits\.(cpu|memory)|no limit is specified)/,
    ],
    "more memory than any of the workloads there": [
        container(() => ({
            resources: {
                requests: { cpu: "1", memory: "512Gi" },
                limits: { cpu: "1", memory: "512Gi" },
            },
        })),
        /pods "seeded" is forbidden: maximum memory usage per Pod is \w+, but limit is \d/,
    ],
    "an unknown field": [
        container(() => ({ imagePullPolice: "Always" })),
        /unknown field "spec\.containers\[0\]\.imagePullPolice"/,
    ],
};

/** What an account of a workload has no use for, but for those of GRANTED. */
const ACTIONS = [
    { verb: "get", resource: "secrets" },
    { verb: "list", resource: "configmaps" },
    { verb: "list", resource: "pods" },
    { verb: "create", resource: "pods" },
    { verb: "create", resource: "pods", subresource: "exec" },
    { verb: "create", resource: "serviceaccounts", subresource: "token" },
    { verb: "list", resource: "nodes" },
    { verb: "get", resource: "nodes", subresource: "proxy" },
    { verb: "*", resource: "*", group: "*" },
];

/** What some have a use for: finding what they measure, and the pods whose logs they read. */
const GRANTED = [
    "observability:kube-state-metrics list nodes",
    "observability:kube-state-metrics list pods",
    "observability:log-agent list pods",
    "observability:prometheus list nodes",
    "observability:prometheus list pods",
];

export function describeAdmission(cluster: () => TestCluster): void {
    describe("in the platform's namespaces the API server", () => {
        const dryRun = (kind: string, object: object): Promise<KubernetesObject> =>
            cluster().api.create(`/api/v1/namespaces/openmrs/${kind}?dryRun=All`, object);
        const refused = (refusal: RegExp) => (error: unknown) => {
            assert.ok(error instanceof ApiError);
            assert.match(error.message, refusal);
            return true;
        };

        describe("given a pod of the platform", () => {
            let template: PodSpec;
            before(async () => {
                const workloads = await workloadsOf(cluster().api);
                const workload = workloads.find((one) => nameOf(one) === WORKLOAD);
                assert.ok(workload);
                template = workload.spec.template.spec;
            });
            const create = (spec: PodSpec) =>
                dryRun("pods", { apiVersion: "v1", kind: "Pod", metadata: { name: "seeded" }, spec });

            it("accepts it as it is", async () => {
                assert.equal((await create(template)).kind, "Pod");
            });
            for (const [title, [fault, refusal]] of Object.entries(SEEDED)) {
                it(`refuses it with ${title}`, async () => {
                    await assert.rejects(create(fault(template)), refused(refusal));
                });
            }
        });

        it("refuses a Secret", async () => {
            const object = { apiVersion: "v1", kind: "Secret", metadata: { name: "seeded" } };
            const refusal = /secrets "seeded" is forbidden: exceeded quota: openmrs, requested: secrets=1/;
            await assert.rejects(dryRun("secrets", object), refused(refusal));
        });

        it("refuses another disk than those of the workloads there", async () => {
            const object = {
                apiVersion: "v1",
                kind: "PersistentVolumeClaim",
                metadata: { name: "seeded" },
                spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
            };
            const refusal =
                /persistentvolumeclaims "seeded" is forbidden: exceeded quota: openmrs, requested: persistentvolumeclaims=1/;
            await assert.rejects(dryRun("persistentvolumeclaims", object), refused(refusal));
        });

        for (const [type, counted] of [
            ["LoadBalancer", "loadbalancers"],
            ["NodePort", "nodeports"],
        ]) {
            it(`refuses a Service of type ${type ?? ""}`, async () => {
                const spec = { type, ports: [{ port: 80 }] };
                const object = { apiVersion: "v1", kind: "Service", metadata: { name: "seeded" }, spec };
                const refusal = `services "seeded" is forbidden: exceeded quota: openmrs, requested: .*services\\.${counted ?? ""}=1`;
                await assert.rejects(dryRun("services", object), refused(new RegExp(refusal)));
            });
        }

        it("lets the accounts of the workloads do nothing but what some are granted", async () => {
            const workloads = await workloadsOf(cluster().api);
            const allowed: string[] = [];
            for (const { metadata, spec } of workloads) {
                const { namespace = "" } = metadata;
                const user = `system:serviceaccount:${namespace}:${spec.template.spec.serviceAccountName}`;
                for (const action of ACTIONS) {
                    const groups = [
                        "system:serviceaccounts",
                        `system:serviceaccounts:${namespace}`,
                        "system:authenticated",
                    ];
                    if (await mayDo({ user, groups }, { ...action, namespace })) {
                        const { verb, resource, subresource } = action;
                        const what = [resource, ...(subresource === undefined ? [] : [subresource])].join(
                            "/",
                        );
                        allowed.push(`${user.replace("system:serviceaccount:", "")} ${verb} ${what}`);
                    }
                }
            }
            assert.ok(workloads.length >= 5);
            assert.deepEqual(allowed.toSorted(), GRANTED);
            // Who may do it is told so.
            assert.equal(await mayDo({ user: "admin", groups: ["system:masters"] }, ACTIONS[0] ?? {}), true);
        });

        async function mayDo(
            subject: { readonly user: string; readonly groups: readonly string[] },
            resourceAttributes: object,
        ): Promise<boolean> {
            const review = await cluster().api.create("/apis/authorization.k8s.io/v1/subjectaccessreviews", {
                apiVersion: "authorization.k8s.io/v1",
                kind: "SubjectAccessReview",
                spec: { ...subject, resourceAttributes },
            });
            return (review.status as { readonly allowed: boolean }).allowed;
        }
    });
}
