import * as assert from "node:assert/strict";

import { normaliseToken } from "../../policies/token";

describe("normaliseToken", () => {
    const cases: readonly (readonly [token: string, normalised: string])[] = [
        ["azure-native:storage:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native:storage/v20240101:StorageAccount", "azure-native:storage:StorageAccount"],
        ["azure-native:app/v20240802preview:Job", "azure-native:app:Job"],
        ["azure-native_storage_v20240101:storage:StorageAccount", "azure-native:storage:StorageAccount"],
        ["kubernetes:apps/v1:Deployment", "kubernetes:apps:Deployment"],
        ["kubernetes:apps/v1beta2:Deployment", "kubernetes:apps:Deployment"],
        ["kubernetes:extensions/v1beta1:Deployment", "kubernetes:apps:Deployment"],
        ["kubernetes:extensions/v1beta1:Ingress", "kubernetes:networking.k8s.io:Ingress"],
        ["kubernetes:core/v1:Pod", "kubernetes:core:Pod"],
        ["kubernetes:v1:Pod", "kubernetes:core:Pod"],
        ["kubernetes:apps/v1:DeploymentPatch", "kubernetes:apps:Deployment"],
        ["kubernetes:extensions/v1beta1:DeploymentPatch", "kubernetes:apps:Deployment"],
        ["kubernetes:core/v1:PodPatch", "kubernetes:core:Pod"],
        ["random:index/randomPassword:RandomPassword", "random:index/randomPassword:RandomPassword"],
        ["pulumi:pulumi:Stack", "pulumi:pulumi:Stack"],
        ["pulumi:providers:azure-native", "pulumi:providers:azure-native"],
        ["not-a-token", "not-a-token"],
        ["", ""],
    ];
    for (const [token, normalised] of cases) {
        it(`reads "${token}" as "${normalised}"`, () => {
            assert.equal(normaliseToken(token), normalised);
        });
    }
});
