import * as assert from "node:assert/strict";
import type { Connection } from "../../../components/kubernetes/flows";
import { Workload } from "../../../components/kubernetes/workload";
import { all, only, settled, startRecording } from "../../support/recorder";
import { deployed } from "./shop";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
const AUTHORIZATION = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const OUTSIDE = "kubernetes:cilium.io/v2:CiliumNetworkPolicy";
const SIDECAR = "kubernetes:networking.istio.io/v1:Sidecar";
const SERVICE_ENTRY = "kubernetes:networking.istio.io/v1:ServiceEntry";

const mariadb = { namespace: "database", workload: "mariadb", port: 3306 };
const api = { namespace: "shop", workload: "api", port: 80 };

async function connect(...connectsTo: readonly Connection[]): Promise<void> {
    new Workload(deployed({ connectsTo }));
    await settled();
}

/** Namespace, name and purpose of each policy. */
const policies = (type: string) =>
    all(type).map(({ inputs }) => {
        const { namespace, name, annotations } = inputs.metadata as Record<string, string> & {
            readonly annotations?: Readonly<Record<string, string>>;
        };
        return [namespace, name, ...Object.values(annotations ?? {})];
    });

describe("a workload's flows", () => {
    beforeEach(startRecording);

    it("are let out at its end and in at the other, on the network and in the mesh", async () => {
        await connect({ to: mariadb, purpose: "Ranger" }, { to: api, purpose: "Demander" });
        assert.deepEqual(policies(POLICY), [
            ["shop", "web-to-mariadb-3306", "Ranger"],
            ["database", "mariadb-3306-from-web", "Ranger"],
            ["shop", "web-to-api-80", "Demander"],
            ["shop", "api-80-from-web", "Demander"],
        ]);
        assert.deepEqual(policies(AUTHORIZATION), [
            ["database", "mariadb-3306-from-web"],
            ["shop", "api-80-from-web"],
        ]);
        assert.deepEqual((only(SIDECAR).inputs.spec as Record<string, unknown>).egress, [
            { hosts: ["database/mariadb.database.svc.cluster.local", "shop/api.shop.svc.cluster.local"] },
        ]);
    });

    it("are declared once, however many reasons there are, and keep them all", async () => {
        const replica = { ...api, replica: 1 };
        await connect(
            { to: api, purpose: "Demander" },
            { to: replica, purpose: "Demander" },
            { to: api, purpose: "Mesurer" },
            { to: { ...api, port: 81 }, purpose: "Demander" },
        );
        assert.deepEqual(policies(POLICY), [
            ["shop", "web-to-api-80", "Demander ; Mesurer"],
            ["shop", "api-80-from-web", "Demander ; Mesurer"],
            ["shop", "web-to-api-81", "Demander"],
            ["shop", "api-81-from-web", "Demander"],
        ]);
    });

    it("are one whatever the service that leads there, and the mesh knows every one of these", async () => {
        await connect(
            { to: api, purpose: "Demander" },
            { to: { ...api, service: "api-peers" }, purpose: "Demander" },
        );
        assert.equal(all(POLICY).length, 2);
        assert.deepEqual((only(SIDECAR).inputs.spec as Record<string, unknown>).egress, [
            { hosts: ["shop/api.shop.svc.cluster.local", "shop/api-peers.shop.svc.cluster.local"] },
        ]);
    });

    it("lead to hosts outside by their names", async () => {
        await connect({ to: { host: "search.example", port: 9200 }, purpose: "Chercher" });
        assert.deepEqual(policies(OUTSIDE), [["shop", "web-to-search.example-9200", "Chercher"]]);
        assert.deepEqual(policies(SERVICE_ENTRY), [["shop", "web-to-search.example-9200"]]);
        assert.equal(all(POLICY).length + all(AUTHORIZATION).length, 0);
    });

    it("lead to the parts of the cluster, once for all their reasons", async () => {
        const kubelets = { part: "kubelets", nodes: "10.0.0.0/22" } as const;
        await connect(
            { to: { part: "apiServer" }, purpose: "Trouver les pods" },
            { to: { part: "apiServer" }, purpose: "Mesurer" },
            { to: kubelets, purpose: "Mesurer" },
        );
        assert.deepEqual(policies(OUTSIDE).toSorted(), [
            ["shop", "web-to-kube-apiserver", "Trouver les pods ; Mesurer"],
            ["shop", "web-to-kubelets", "Mesurer"],
        ]);
        assert.deepEqual(policies(SERVICE_ENTRY), [["shop", "web-to-kubelets"]]);
        const { addresses } = only(SERVICE_ENTRY).inputs.spec as Record<string, unknown>;
        assert.deepEqual(addresses, ["10.0.0.0/22"]);
        assert.equal(all(POLICY).length + all(AUTHORIZATION).length, 0);
    });
});
