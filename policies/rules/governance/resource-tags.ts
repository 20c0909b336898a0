import type { VirtualNetworkArgs } from "@pulumi/azure-native/network/virtualNetwork";

import { anyCase, type Expectation, nonEmpty, such } from "../../expectation";
import { defineRule } from "../../rule";

/** The six activities of article R.1111-9 of the Code de la santé publique. */
const HDS_ACTIVITIES: readonly string[] = ["1", "2", "3", "4", "5", "6"];

const hdsActivities = such(
    "des numéros d’activité HDS de 1 à 6, séparés par des virgules",
    (value) =>
        typeof value === "string" &&
        value.split(",").every((activity) => HDS_ACTIVITIES.includes(activity.trim())),
);

/** The tags that the register is made from; "dscp" stands for données de santé à caractère personnel. */
const registerTags: readonly (readonly [tag: string, expectation: Expectation])[] = [
    ["dataClassification", anyCase("dscp", "personal", "internal", "public")],
    ["hdsActivity", hdsActivities],
];

/** Types whose location is that of their identity, and which take no tags. */
const UNTAGGABLE_TYPES: readonly string[] = ["azure-native:authorization:PolicyAssignment"];

export const resourceTags = defineRule({
    id: "resource-tags",
    title: {
        fr: "Toute ressource Azure porte ses étiquettes de conformité",
        en: "Every Azure resource carries its compliance tags",
    },
    why: {
        fr: "Sans classification, activité HDS ni responsable, un actif échappe à l’inventaire et au registre.",
        en: "Without classification, HDS activity and owner, an asset escapes the inventory and the register.",
    },
    remediation: {
        fr: "Poser les étiquettes dataClassification, hdsActivity, owner et environment.",
        en: "Set the tags dataClassification, hdsActivity, owner and environment.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources",
    generic: true,
    appliesTo: (type) => type.startsWith("azure-native:"),
    examples: {
        compliant: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: {
                    location: "francecentral",
                    tags: {
                        dataClassification: "dscp",
                        hdsActivity: "4,5",
                        owner: "plateforme@exemple.example",
                        environment: "prod",
                    },
                } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:VirtualNetwork",
                properties: {
                    location: "francecentral",
                    tags: {
                        dataClassification: "secret",
                        hdsActivity: "4,5",
                        owner: "plateforme@exemple.example",
                        environment: "prod",
                    },
                } satisfies Partial<VirtualNetworkArgs>,
            },
        ],
    },
    config: {
        tags: {
            type: "array",
            items: { type: "string" },
            description: "Étiquettes obligatoires, outre dataClassification et hdsActivity.",
            default: ["owner", "environment"],
        },
    },
    check(properties, { type }, { tags }) {
        // Resource Manager tracks and tags what has a location of its own; the rest belongs to a tagged parent.
        if (UNTAGGABLE_TYPES.includes(type) || properties.read("location").state === "unset") {
            properties.dismiss();
            return;
        }
        for (const [tag, expectation] of registerTags) {
            properties.expect(["tags", tag], expectation);
        }
        for (const tag of tags) {
            properties.expect(["tags", tag], nonEmpty);
        }
    },
});
