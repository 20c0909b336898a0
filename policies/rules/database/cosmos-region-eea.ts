import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount";

import { such } from "../../expectation";
import { isEeaRegion } from "../../regions";
import { defineRule } from "../../rule";

const COSMOS = "azure-native:cosmosdb:DatabaseAccount";

const eeaRegion = such(
    "une région Azure de l’Espace économique européen",
    (value) => typeof value === "string" && isEeaRegion(value),
);

export const cosmosRegionEea = defineRule({
    id: "cosmos-region-eea",
    title: {
        fr: "Un compte Cosmos DB ne réplique ses données que dans l’Espace économique européen",
        en: "A Cosmos DB account replicates its data within the European Economic Area only",
    },
    why: {
        fr: "Chaque région de la liste tient une copie entière : une seule hors de l’EEE est un transfert.",
        en: "Each region of the list holds a whole copy: a single one outside the EEA is a transfer.",
    },
    remediation: {
        fr: "Ne garder dans locations que des régions de l’EEE, comme France Central et France South.",
        en: "Keep only regions of the EEA in locations, such as France Central and France South.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/cosmos-db/distribute-data-globally",
    appliesTo: [COSMOS],
    examples: {
        compliant: [
            {
                type: COSMOS,
                properties: {
                    locations: [{ locationName: "francecentral" }, { locationName: "France South" }],
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
        violation: [
            {
                type: COSMOS,
                properties: {
                    locations: [{ locationName: "francecentral" }, { locationName: "uksouth" }],
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
    },
    check(account) {
        account.each(
            "locations",
            (location) => {
                location.expect("locationName", eeaRegion);
            },
            { required: true },
        );
    },
});
