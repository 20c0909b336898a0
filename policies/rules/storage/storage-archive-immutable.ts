import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { anyCase, between, exactly } from "../../expectation";
import { defineRule } from "../../rule";

const ACCOUNT = "azure-native:storage:StorageAccount";

const PERIOD = "immutabilityPeriodSinceCreationInDays";

/** CNIL, délibération 2021-122: six months, and up to three years where the purpose justifies it, in days. */
const kept = between(180, 1095);

export const storageArchiveImmutable = defineRule({
    id: "storage-archive-immutable",
    title: {
        fr: "L’archive est immuable assez longtemps, sans excès",
        en: "The immutable archive is so for long enough, and not too long",
    },
    why: {
        fr: "Une archive que l’on peut réécrire ne prouve rien ; trop longue, elle dépasse la finalité et ne s’efface plus.",
        en: "An archive that can be rewritten proves nothing; too long, it exceeds its purpose and can no longer be erased.",
    },
    remediation: {
        fr: "Activer l’immuabilité, de 180 à 1095 jours.",
        en: "Turn immutability on, from 180 to 1095 days.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/storage/blobs/immutable-storage-overview",
    appliesTo: [ACCOUNT, "azure-native:storage:BlobContainerImmutabilityPolicy"],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    immutableStorageWithVersioning: {
                        enabled: true,
                        immutabilityPolicy: { state: "Locked", immutabilityPeriodSinceCreationInDays: 365 },
                    },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: {
                    immutableStorageWithVersioning: {
                        enabled: true,
                        immutabilityPolicy: { state: "Disabled", immutabilityPeriodSinceCreationInDays: 30 },
                    },
                } satisfies Partial<StorageAccountArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type !== ACCOUNT) {
            properties.expect(PERIOD, kept);
            return;
        }
        if (properties.read("immutableStorageWithVersioning").state === "unset") {
            properties.dismiss();
            return;
        }
        const storage = properties.at("immutableStorageWithVersioning");
        storage.expect("enabled", exactly(true));
        storage.expect("immutabilityPolicy.state", anyCase("Unlocked", "Locked"));
        storage.expect(["immutabilityPolicy", PERIOD], kept);
    },
});
