import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { anyCase, between, exactly } from "../../expectation";
import { defineRule } from "../../rule";

const ACCOUNT = "azure-native:storage:StorageAccount";

const PERIOD = "immutabilityPeriodSinceCreationInDays";

/** CNIL, délibération 2021-122: six months, in days. */
const MIN_DAYS = 180;

interface Config {
    readonly maxDays: number;
}

export const storageArchiveImmutable = defineRule<Config>({
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
        fr: "Activer l’immuabilité, de 180 à 365 jours ; au-delà, jusqu’à trois ans, le justifier par une dérogation.",
        en: "Turn immutability on, from 180 to 365 days; beyond, up to three years, justify it by an exemption.",
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
    config: {
        // CNIL, délibération 2021-122: one year, and up to three where the risk justifies it.
        maxDays: {
            type: "integer",
            minimum: MIN_DAYS,
            description: "Jours d’immuabilité de l’archive, au plus.",
            default: 365,
        },
    },
    check(properties, { type }, { maxDays }) {
        const kept = between(MIN_DAYS, maxDays);
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
