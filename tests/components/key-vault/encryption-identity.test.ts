import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionIdentity } from "../../../components/key-vault/encryption-identity";
import { customerKey } from "../../support/customer-key";
import { recordDependencies } from "../../support/dependencies";
import { only, recorded, settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

const args = {
    ...scope,
    identityName: names.storageIdentity,
    subscriptionId: "subscription",
    key: customerKey("storage"),
};

class Encrypted extends pulumi.CustomResource {}

describe("EncryptionIdentity", () => {
    beforeEach(async () => {
        await startRecording();
        new EncryptionIdentity("encryption", args);
        await settled();
    });

    it("may wrap and unwrap with its key, and nothing else", () => {
        assert.deepEqual(
            recorded().map(({ type }) => type),
            [
                "azure-native:managedidentity:UserAssignedIdentity",
                "azure-native:authorization:RoleAssignment",
            ],
        );
        const {
            scope: on,
            principalId,
            roleDefinitionId,
        } = only("azure-native:authorization:RoleAssignment").inputs;
        assert.deepEqual([on, principalId], ["storage-key-id", "encryption-principal"]);
        // Key Vault Crypto Service Encryption User.
        assert.match(String(roleDefinitionId), /\/e147488a-f6f5-4113-8e2d-b22465e65bf6$/);
    });

    it("has its right before anything that depends on it is made", async () => {
        await startRecording();
        const dependenciesOf = recordDependencies();
        const identity = new EncryptionIdentity("encryption", args);
        new Encrypted("test:index:Encrypted", "encrypted", {}, { dependsOn: identity });
        await settled();
        assert.ok(dependenciesOf("encrypted").includes("encryption-role"));
    });
});
