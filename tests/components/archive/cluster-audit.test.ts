import * as assert from "node:assert/strict";
import { ComponentResource } from "@pulumi/pulumi";
import {
    type ClusterAudit,
    clusterAudit,
    ClusterAuditWriter,
} from "../../../components/archive/cluster-audit";
import { only, settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

const ADD = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action";
const GROUP = "/subscriptions/subscription/resourceGroups/rg";

describe("the archive of the cluster's audit logs", () => {
    let audit: ClusterAudit;

    beforeEach(async () => {
        await startRecording();
        audit = clusterAudit(
            "cluster",
            {
                names,
                subscriptionId: "subscription",
                resourceGroupName: "rg",
                resourceGroupId: GROUP,
                accountId: "archive-id",
                protectData: false,
            },
            { parent: new ComponentResource("test:index:Parent", "parent") },
        );
        new ClusterAuditWriter("writer", {
            ...scope,
            subscriptionId: "subscription",
            clusterAudit: audit,
            identityName: names.logCollectorIdentity,
            serviceAccount: { namespace: "observability", name: "log-collector" },
            oidcIssuerUrl: "https://issuer.example/",
        });
        await settled();
    });

    it("is a container of its own in the write-once account, closed to the public", () => {
        assert.deepEqual(only("azure-native:storage:BlobContainer").inputs, {
            accountName: "staplusauditdevfrc",
            resourceGroupName: "rg",
            containerName: "cluster-audit",
            publicAccess: "None",
        });
        assert.deepEqual([audit.accountName, audit.container], ["staplusauditdevfrc", "cluster-audit"]);
    });

    it("is added to under a role that neither reads nor changes what is there", () => {
        const { permissions, assignableScopes } = only("azure-native:authorization:RoleDefinition").inputs;
        assert.deepEqual(permissions, [{ actions: [], dataActions: [ADD] }]);
        assert.deepEqual(assignableScopes, [GROUP]);
    });

    it("is added to by one account of the cluster, in this container alone", () => {
        const {
            scope: container,
            principalId,
            roleDefinitionId,
        } = only("azure-native:authorization:RoleAssignment").inputs;
        assert.deepEqual(
            [container, principalId],
            ["archive-id/blobServices/default/containers/cluster-audit", "writer-principal"],
        );
        const role = String(only("azure-native:authorization:RoleDefinition").inputs.roleDefinitionId);
        assert.equal(String(roleDefinitionId).split("/").at(-1), role);
        assert.equal(
            only("azure-native:managedidentity:FederatedIdentityCredential").inputs.subject,
            "system:serviceaccount:observability:log-collector",
        );
    });
});
