import * as assert from "node:assert/strict";
import { type DeployedArgs, Workload } from "../../../components/kubernetes/workload";
import { all, only, settled, startRecording } from "../../support/recorder";
import { deployed } from "./shop";

const ACCOUNT = "kubernetes:core/v1:ServiceAccount";

async function deploy(changes: Partial<DeployedArgs> = {}): Promise<void> {
    new Workload(deployed(changes));
    await settled();
}

describe("a workload with rights", () => {
    beforeEach(startRecording);

    const rule = (resource: string, verbs: readonly string[]) => ({
        apiGroups: [""],
        resources: [resource],
        verbs: [...verbs],
    });
    const rights: Partial<DeployedArgs> = {
        apiRights: {
            cluster: [rule("nodes", ["list"])],
            namespaces: { openmrs: [rule("pods", ["get"])], database: [rule("pods/log", ["get"])] },
        },
        connectsTo: [{ to: { part: "apiServer" }, purpose: "Trouver les pods" }],
    };
    const labels = {
        "app.kubernetes.io/name": "web",
        "app.kubernetes.io/part-of": "audioprothese-plus",
        "app.kubernetes.io/managed-by": "pulumi",
    };
    const subjects = [{ kind: "ServiceAccount", name: "web", namespace: "shop" }];
    const roleRef = (kind: string) => ({ apiGroup: "rbac.authorization.k8s.io", kind, name: "shop-web" });
    const rbac = (kind: string) => `kubernetes:rbac.authorization.k8s.io/v1:${kind}`;

    it("binds them to its own account, all over the cluster and in each namespace", async () => {
        await deploy(rights);
        const metadata = { name: "shop-web", labels };
        const { inputs: role } = only(rbac("ClusterRole"), "shop-web");
        assert.deepEqual([role.metadata, role.rules], [metadata, [rule("nodes", ["list"])]]);
        const { inputs: binding } = only(rbac("ClusterRoleBinding"), "shop-web");
        assert.deepEqual(
            [binding.metadata, binding.roleRef, binding.subjects],
            [metadata, roleRef("ClusterRole"), subjects],
        );
        assert.deepEqual(
            all(rbac("Role")).map(({ name, inputs }) => [name, inputs.metadata, inputs.rules]),
            [
                ["shop-web-in-openmrs", { ...metadata, namespace: "openmrs" }, [rule("pods", ["get"])]],
                ["shop-web-in-database", { ...metadata, namespace: "database" }, [rule("pods/log", ["get"])]],
            ],
        );
        assert.deepEqual(
            all(rbac("RoleBinding")).map(({ name, inputs }) => [
                name,
                inputs.metadata,
                inputs.roleRef,
                inputs.subjects,
            ]),
            ["openmrs", "database"].map((namespace) => [
                `shop-web-in-${namespace}`,
                { ...metadata, namespace },
                roleRef("Role"),
                subjects,
            ]),
        );
    });

    it("mounts no token of itself all the same", async () => {
        await deploy(rights);
        const { inputs } = only(ACCOUNT);
        assert.equal(inputs.automountServiceAccountToken, false);
    });

    it("makes no role where it has none", async () => {
        await deploy();
        const kinds = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"];
        assert.equal(kinds.flatMap((kind) => all(rbac(kind))).length, 0);
    });
});

describe("a workload with an identity", () => {
    beforeEach(startRecording);

    const identityOf = () => {
        const { metadata } = only(ACCOUNT).inputs;
        const { template } = only("kubernetes:apps/v1:Deployment", "web").inputs.spec as {
            readonly template: { readonly metadata: { readonly labels: Readonly<Record<string, string>> } };
        };
        const { labels } = template.metadata;
        const { annotations } = metadata as { readonly annotations?: object };
        return { annotations, label: labels["azure.workload.identity/use"] };
    };

    it("takes it on by its account, and asks AKS for its token", async () => {
        await deploy({ identityClientId: "11111111-2222-3333-4444-555555555555" });
        assert.deepEqual(identityOf(), {
            annotations: { "azure.workload.identity/client-id": "11111111-2222-3333-4444-555555555555" },
            label: "true",
        });
    });

    it("asks for none without", async () => {
        await deploy();
        assert.deepEqual(identityOf(), { annotations: undefined, label: undefined });
    });
});
