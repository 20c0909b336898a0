import * as assert from "node:assert/strict";
import { WorkloadIdentity } from "../../../components/identity/workload-identity";
import { only, settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

describe("WorkloadIdentity", () => {
    beforeEach(async () => {
        await startRecording();
        new WorkloadIdentity("gateway", {
            ...scope,
            identityName: names.gatewayIdentity,
            serviceAccount: { namespace: "openmrs", name: "openmrs-gateway" },
            oidcIssuerUrl: "https://issuer.example/",
        });
        await settled();
    });

    it("is a managed identity without a password", () => {
        assert.deepEqual(only("azure-native:managedidentity:UserAssignedIdentity").inputs, {
            ...scope,
            resourceName: names.gatewayIdentity,
        });
    });

    it("is taken on by one service account of the cluster, and by no other", () => {
        assert.deepEqual(only("azure-native:managedidentity:FederatedIdentityCredential").inputs, {
            federatedIdentityCredentialResourceName: "openmrs-openmrs-gateway",
            resourceName: names.gatewayIdentity,
            resourceGroupName: scope.resourceGroupName,
            issuer: "https://issuer.example/",
            subject: "system:serviceaccount:openmrs:openmrs-gateway",
            audiences: ["api://AzureADTokenExchange"],
        });
    });
});
