import assert from "node:assert/strict";
import { acceptingObjects } from "../../../../sandbox/providers/kubernetes/accepting-objects";
import { kubernetes } from "../../../../sandbox/providers/kubernetes/provider";
import { ProviderClient, secretOf, UNKNOWN, type Properties } from "../provider-client";
import { CONFIG_MAP, DEPLOYMENT, SECRET, SERVICE, STATEFUL_SET, configMap, named } from "./samples";

describe("the kubernetes stand-in", () => {
    let client: ProviderClient;
    beforeEach(async () => {
        client = await ProviderClient.start(kubernetes(acceptingObjects), { kubeconfig: "{}" });
    });
    afterEach(() => {
        client.close();
    });

    describe("diffs", () => {
        const service = (spec: Properties): Properties => ({ metadata: named, spec });
        const DIFFS: [string, string, Properties, Properties, Record<string, string>, boolean][] = [
            ["nothing", CONFIG_MAP, configMap(named), configMap(named), {}, false],
            [
                "a label",
                CONFIG_MAP,
                configMap(named),
                configMap({ ...named, labels: { "app.kubernetes.io/name": "x" } }),
                { "metadata.labels": "ADD" },
                false,
            ],
            [
                "a key of its own",
                DEPLOYMENT,
                { metadata: { ...named, labels: { "a.b/c": "1", d: "2" } } },
                { metadata: { ...named, labels: { "a.b/c": "2" } } },
                { 'metadata.labels["a.b/c"]': "UPDATE", "metadata.labels.d": "DELETE" },
                false,
            ],
            [
                "a port in a list",
                SERVICE,
                service({ ports: [{ port: 1 }, { port: 2 }] }),
                service({ ports: [{ port: 1 }, { port: 3 }, { port: 4 }] }),
                { "spec.ports[1].port": "UPDATE", "spec.ports[2]": "ADD" },
                false,
            ],
            [
                "the data of a named config map",
                CONFIG_MAP,
                configMap(named, { data: { "my.cnf": "1" } }),
                configMap(named, { data: { "my.cnf": "2" } }),
                { 'data["my.cnf"]': "UPDATE_REPLACE" },
                true,
            ],
            [
                "the data of an autonamed config map",
                CONFIG_MAP,
                configMap(
                    { name: "a", annotations: { "pulumi.com/autonamed": "true" } },
                    { data: { a: "1" } },
                ),
                configMap(
                    { name: "a", annotations: { "pulumi.com/autonamed": "true" } },
                    { data: { a: "2" } },
                ),
                { "data.a": "UPDATE_REPLACE" },
                false,
            ],
            [
                "the name",
                CONFIG_MAP,
                configMap(named),
                configMap({ ...named, name: "c" }),
                { "metadata.name": "UPDATE_REPLACE" },
                false,
            ],
            [
                "the namespace",
                CONFIG_MAP,
                configMap(named),
                configMap({ ...named, namespace: "c" }),
                { "metadata.namespace": "UPDATE_REPLACE" },
                false,
            ],
            [
                "a secret's secret value",
                SECRET,
                { metadata: named, stringData: secretOf({ a: "1" }) },
                { metadata: named, stringData: secretOf({ a: "2" }) },
                { "stringData.a": "UPDATE_REPLACE" },
                true,
            ],
            [
                "what became unknown",
                DEPLOYMENT,
                { metadata: named, spec: { replicas: 1 } },
                { metadata: named, spec: { replicas: UNKNOWN } },
                { "spec.replicas": "UPDATE" },
                false,
            ],
            [
                "a deployment's selector",
                DEPLOYMENT,
                { metadata: named, spec: { selector: { matchLabels: { a: "b" } } } },
                { metadata: named, spec: { selector: { matchLabels: { a: "c" } } } },
                { "spec.selector.matchLabels.a": "UPDATE_REPLACE" },
                true,
            ],
            [
                "a stateful set's disk",
                STATEFUL_SET,
                { metadata: named, spec: { volumeClaimTemplates: [{ spec: { storageClassName: "a" } }] } },
                { metadata: named, spec: { volumeClaimTemplates: [{ spec: { storageClassName: "b" } }] } },
                { "spec.volumeClaimTemplates[0].spec.storageClassName": "UPDATE_REPLACE" },
                true,
            ],
        ];
        for (const [what, type, olds, news, details, deleteBeforeReplace] of DIFFS) {
            it(`find ${what}`, async () => {
                const answer = await client.diff(type, olds, news);
                assert.deepEqual(answer.details, details);
                assert.equal(answer.changes, Object.keys(details).length === 0 ? "none" : "some");
                assert.equal(answer.deleteBeforeReplace, deleteBeforeReplace);
            });
        }

        it("update a config map in place when the provider may", async () => {
            await client.configure({ kubeconfig: "{}", enableConfigMapMutable: "true" });
            const { details } = await client.diff(
                CONFIG_MAP,
                configMap(named, { data: { a: "1" } }),
                configMap(named, { data: { a: "2" } }),
            );
            assert.deepEqual(details, { "data.a": "UPDATE" });
        });

        const PROVIDERS: [string, Properties, Properties, readonly string[]][] = [
            [
                "another access to the same cluster",
                { kubeconfig: "a", clusterIdentifier: "c" },
                { kubeconfig: "b", clusterIdentifier: "c" },
                [],
            ],
            [
                "an access that became unknown",
                { kubeconfig: "a", clusterIdentifier: "c" },
                { kubeconfig: UNKNOWN, clusterIdentifier: "c" },
                [],
            ],
            ["another access to who knows what", { kubeconfig: "a" }, { kubeconfig: "b" }, ["kubeconfig"]],
            [
                "another cluster",
                { clusterIdentifier: "c" },
                { clusterIdentifier: "d" },
                ["clusterIdentifier"],
            ],
            ["another option", { enableConfigMapMutable: "true" }, {}, []],
        ];
        for (const [what, olds, news, replaces] of PROVIDERS) {
            it(`${replaces.length > 0 ? "replace" : "keep"} a provider for ${what}`, async () => {
                assert.deepEqual((await client.diffConfig(olds, news)).replaces, replaces);
            });
        }
    });
});
