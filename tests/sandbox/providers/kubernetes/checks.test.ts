import assert from "node:assert/strict";
import { acceptingObjects } from "../../../../sandbox/providers/kubernetes/accepting-objects";
import { kubernetes } from "../../../../sandbox/providers/kubernetes/provider";
import {
    autonaming,
    AutonamingMode,
    ProviderClient,
    secretOf,
    UNKNOWN,
    type Properties,
} from "../provider-client";
import { CONFIG_MAP, NAMESPACE, configMap, named } from "./samples";

describe("the kubernetes stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(kubernetes(acceptingObjects), { kubeconfig: "{}" });
    });
    afterEach(() => {
        client.close();
    });

    describe("checks", () => {
        const ACCEPTED: [string, string, Properties, Properties][] = [
            ["a namespaced object as it is", CONFIG_MAP, configMap(named), configMap(named)],
            [
                "one without a namespace, which gets the default one",
                CONFIG_MAP,
                configMap({ name: "a" }),
                configMap({ name: "a", namespace: "default" }),
            ],
            [
                "one of the whole cluster, which gets none",
                NAMESPACE,
                { apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } },
                { apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } },
            ],
            [
                "secret metadata, which stay secret",
                CONFIG_MAP,
                { ...configMap({}), metadata: secretOf({ name: "a" }) },
                { ...configMap({}), metadata: secretOf({ name: "a", namespace: "default" }) },
            ],
            [
                "unknown metadata, which stay unknown",
                CONFIG_MAP,
                { ...configMap({}), metadata: UNKNOWN },
                { ...configMap({}), metadata: UNKNOWN },
            ],
            [
                "a custom kind of AKS",
                "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
                { apiVersion: "secrets-store.csi.x-k8s.io/v1", kind: "SecretProviderClass", metadata: named },
                { apiVersion: "secrets-store.csi.x-k8s.io/v1", kind: "SecretProviderClass", metadata: named },
            ],
            ...[
                "autoscaling.k8s.io/v1:VerticalPodAutoscaler",
                "cilium.io/v2:CiliumNetworkPolicy",
                "gateway.networking.k8s.io/v1:Gateway",
                "gateway.networking.k8s.io/v1:TLSRoute",
                "networking.istio.io/v1:ServiceEntry",
                "networking.istio.io/v1:Sidecar",
                "security.istio.io/v1:AuthorizationPolicy",
                "security.istio.io/v1:PeerAuthentication",
            ].map((token): [string, string, Properties, Properties] => {
                const [apiVersion = "", kind = ""] = token.split(":");
                const object = { apiVersion, kind, metadata: named };
                return [`an add-on's ${kind}`, `kubernetes:${token}`, object, object];
            }),
        ];
        for (const [what, type, news, inputs] of ACCEPTED) {
            it(`accept ${what}`, async () => {
                assert.deepEqual(await client.check(type, news), { inputs, failures: [] });
            });
        }

        const REFUSED: [string, string, Properties, string, string][] = [
            [
                "another kind than the type's",
                CONFIG_MAP,
                { ...configMap(named), kind: "Secret" },
                "kind",
                'expected ConfigMap, got "Secret"',
            ],
            [
                "another version than the type's",
                CONFIG_MAP,
                { ...configMap(named), apiVersion: "v2" },
                "apiVersion",
                'expected v1, got "v2"',
            ],
            [
                "a list of objects",
                "kubernetes:core/v1:ConfigMapList",
                { apiVersion: "v1", kind: "ConfigMapList", metadata: named },
                "kind",
                "expected each object of the list, got ConfigMapList",
            ],
            [
                "a generated name",
                CONFIG_MAP,
                configMap({ generateName: "a-", namespace: "b" }),
                "metadata.generateName",
                "metadata.generateName is not supported in server-side apply mode",
            ],
        ];
        for (const [what, type, news, property, reason] of REFUSED) {
            it(`refuse ${what}`, async () => {
                assert.deepEqual((await client.check(type, news)).failures, [{ property, reason }]);
            });
        }

        for (const type of [
            "kubernetes:networking.istio.io/v1:NetworkPolicy",
            "kubernetes:a.example/v1:Thing",
        ]) {
            it(`refuse the custom kind ${type}`, async () => {
                await assert.rejects(
                    client.check(type, configMap(named)),
                    /expected a kind that the sandbox's cluster has/,
                );
            });
        }

        it("refuse to patch objects of others", async () => {
            await assert.rejects(client.check("kubernetes:core/v1:ConfigMapPatch", configMap(named)), {
                message:
                    "3 kubernetes:core/v1:ConfigMapPatch: expected an object of this program, got a patch; " +
                    "the sandbox's cluster has no other objects",
            });
        });

        it("take the default namespace from the provider", async () => {
            await client.configure({ kubeconfig: "{}", namespace: "mine" });
            assert.deepEqual((await client.check(CONFIG_MAP, configMap({ name: "a" }))).inputs.metadata, {
                name: "a",
                namespace: "mine",
            });
        });

        it("name an object, mark it, and keep the name", async () => {
            const first = await client.check(CONFIG_MAP, configMap({ annotations: { a: "b" } }));
            const metadata = first.inputs.metadata as Properties;
            assert.match(metadata.name as string, /^name-[0-9a-f]{8}$/);
            assert.deepEqual(metadata.annotations, { a: "b", "pulumi.com/autonamed": "true" });
            const olds = configMap({ name: "old", annotations: { "pulumi.com/autonamed": "true" } });
            const second = await client.check(CONFIG_MAP, configMap({}), olds);
            assert.equal((second.inputs.metadata as Properties).name, "old");
        });

        it("take the name that the engine proposes", async () => {
            const { inputs } = await client.check(
                CONFIG_MAP,
                configMap({}),
                {},
                autonaming(AutonamingMode.ENFORCE, "mine"),
            );
            assert.equal((inputs.metadata as Properties).name, "mine");
        });

        it("refuse to name an object when autonaming is disabled", async () => {
            const { failures } = await client.check(
                CONFIG_MAP,
                configMap({}),
                {},
                autonaming(AutonamingMode.DISABLE),
            );
            assert.deepEqual(failures, [
                {
                    property: "metadata.name",
                    reason: "expected a name, got none, and autonaming is disabled",
                },
            ]);
        });
    });
});
