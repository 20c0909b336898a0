import * as assert from "node:assert/strict";
import { imageSources } from "../../../components/images";
import { ImageCache } from "../../../components/registry/image-cache";
import { recordDependencies } from "../../support/dependencies";
import { all, only, settled, startRecording } from "../../support/recorder";

const RULE = "azure-native:containerregistry:CacheRule";

describe("ImageCache", () => {
    let dependenciesOf: ReturnType<typeof recordDependencies>;

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        new ImageCache("cache", {
            resourceGroupName: "rg",
            registryName: "cr",
            subscriptionId: "subscription",
            vaultId: "vault-id",
            vaultUri: "https://kv.vault.azure.net/",
        });
        await settled();
    });

    it("fetches every image from its public registry, under the name that the workloads use", () => {
        assert.deepEqual(
            all(RULE)
                .map(({ inputs }) => [inputs.sourceRepository, inputs.targetRepository])
                .sort(),
            imageSources.map(({ upstream, repository }) => [`${upstream}/${repository}`, repository]).sort(),
        );
    });

    it("asks Quay without credentials", () => {
        assert.deepEqual(only(RULE, "cache-prometheus-prometheus").inputs, {
            cacheRuleName: "prometheus-prometheus",
            registryName: "cr",
            resourceGroupName: "rg",
            sourceRepository: "quay.io/prometheus/prometheus",
            targetRepository: "prometheus/prometheus",
        });
    });

    it("asks the other registries without, too, under names of the image and who makes it", () => {
        const others = all(RULE).filter(({ inputs }) =>
            /^(ghcr|registry)/.test(String(inputs.sourceRepository)),
        );
        assert.deepEqual(
            others.map(({ inputs }) => [inputs.cacheRuleName, inputs.credentialSetResourceId]),
            [
                ["kube-state-metrics-kube-state-metrics", undefined],
                ["open-telemetry-opentelemetry-collector-contrib", undefined],
                ["open-telemetry-autoinstrumentation-java", undefined],
            ],
        );
    });

    it("gives each rule a name of its own", () => {
        const names = all(RULE).map(({ inputs }) => inputs.cacheRuleName);
        assert.equal(new Set(names).size, names.length);
    });

    it("asks Docker Hub with the platform's account, once its secrets can be read", () => {
        assert.deepEqual(only(RULE, "cache-library-mariadb").inputs, {
            cacheRuleName: "library-mariadb",
            registryName: "cr",
            resourceGroupName: "rg",
            sourceRepository: "docker.io/library/mariadb",
            targetRepository: "library/mariadb",
            credentialSetResourceId: "cache-docker-hub-id",
        });
        const waitsFor = dependenciesOf("cache-library-mariadb");
        assert.ok(waitsFor.includes("cache-docker-hub-role-docker-hub-username"));
        assert.ok(waitsFor.includes("cache-docker-hub-role-docker-hub-token"));
    });

    it("names its rules as Azure accepts: 5 to 50 letters, digits or hyphens", () => {
        const refused = all(RULE).filter(
            ({ inputs }) => !/^[A-Za-z0-9-]{5,50}$/.test(String(inputs.cacheRuleName)),
        );
        assert.deepEqual(refused, []);
    });

    it("names the secrets of Docker Hub's account, and holds none", () => {
        assert.deepEqual(only("azure-native:containerregistry:CredentialSet").inputs, {
            credentialSetName: "docker-hub",
            registryName: "cr",
            resourceGroupName: "rg",
            loginServer: "docker.io",
            identity: { type: "SystemAssigned" },
            authCredentials: [
                {
                    name: "Credential1",
                    usernameSecretIdentifier: "https://kv.vault.azure.net/secrets/docker-hub-username",
                    passwordSecretIdentifier: "https://kv.vault.azure.net/secrets/docker-hub-token",
                },
            ],
        });
    });

    it("may read these two secrets of the vault, and no other", () => {
        assert.deepEqual(
            all("azure-native:authorization:RoleAssignment").map(({ inputs }) => [
                inputs.scope,
                inputs.principalId,
                // Key Vault Secrets User.
                /[^/]+$/.exec(String(inputs.roleDefinitionId))?.[0],
            ]),
            ["docker-hub-username", "docker-hub-token"].map((secret) => [
                `vault-id/secrets/${secret}`,
                "cache-docker-hub-principal",
                "4633458b-17de-408a-b874-0445c86b69e6",
            ]),
        );
    });
});
