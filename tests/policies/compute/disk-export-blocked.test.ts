import * as assert from "node:assert/strict";

import { diskExportBlocked } from "../../../policies/rules/compute/disk-export-blocked";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const disk = (
    networkAccessPolicy: unknown,
    publicNetworkAccess: unknown = "Disabled",
    diskAccessId?: unknown,
) => ({
    networkAccessPolicy,
    publicNetworkAccess,
    diskAccessId: diskAccessId ?? null,
});
const POLICY = "networkAccessPolicy : attendu « DenyAll » ou « AllowPrivate »";
const PUBLIC = "publicNetworkAccess : attendu « Disabled »";

describeRule(diskExportBlocked, {
    type: "azure-native:compute:Disk",
    accepts: {
        "a disk that cannot be exported": compliant(disk("DenyAll")),
        "an export at a private address": compliant(disk("AllowPrivate", "Disabled", "/subscriptions/0")),
        "an export at a private address that is not created yet": compliant(
            disk("AllowPrivate", "Disabled", UNKNOWN),
        ),
        "a snapshot that cannot be exported": {
            ...compliant(disk("DenyAll")),
            type: "azure-native:compute:Snapshot",
        },
    },
    rejects: {
        "an export to all": violation(disk("AllowAll"), `${POLICY}, obtenu « AllowAll »`),
        "a public disk": violation(disk("DenyAll", "Enabled"), `${PUBLIC}, obtenu « Enabled »`),
        "an export at a private address that is named nowhere": violation(
            disk("allowprivate"),
            "diskAccessId : attendu un DiskAccess, non défini",
        ),
        "a snapshot exported to all": {
            ...violation(disk("AllowAll"), `${POLICY}, obtenu « AllowAll »`),
            type: "azure-native:compute:Snapshot",
        },
    },
    unset: { "both, which then allow all,": violation({}, `${POLICY}, non défini`, `${PUBLIC}, non défini`) },
    unknown: {
        "the policy": undecided(disk(UNKNOWN), "networkAccessPolicy"),
        "the network": undecided(disk("DenyAll", UNKNOWN), "publicNetworkAccess"),
    },
    otherType: "azure-native:compute:DiskEncryptionSet",
});

describe("the remedy of disk-export-blocked", () => {
    it("sets what the rule asks for", () => {
        assert.deepEqual(diskExportBlocked.remedies?.("azure-native:compute:Disk"), [
            { path: "networkAccessPolicy", value: "DenyAll" },
            { path: "publicNetworkAccess", value: "Disabled" },
        ]);
    });
});
