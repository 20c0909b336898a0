import type { ScopeMapArgs } from "@pulumi/azure-native/containerregistry/scopeMap";

import { such } from "../../expectation";
import { defineRule } from "../../rule";

const narrowAction = such(
    "un droit sur un dépôt nommé, sans joker ni suppression",
    (value) =>
        typeof value === "string" &&
        /^repositories\/[^*]+\/(content\/(read|write)|metadata\/(read|write))$/i.test(value),
);

export const containerRegistryScopeMapNarrow = defineRule({
    id: "container-registry-scope-map-narrow",
    title: {
        fr: "Les droits d’un jeton du registre nomment leurs dépôts",
        en: "The rights of a registry token name their repositories",
    },
    why: {
        fr: "Un jeton valable pour tous les dépôts permet de remplacer n’importe quelle image de production.",
        en: "A token valid for every repository lets its holder replace any production image.",
    },
    remediation: {
        fr: "Nommer chaque dépôt dans actions, sans joker, et n’accorder aucun content/delete.",
        en: "Name every repository in actions, without wildcards, and grant no content/delete.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-token-based-repository-permissions",
    appliesTo: ["azure-native:containerregistry:ScopeMap"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerregistry:ScopeMap",
                properties: {
                    actions: ["repositories/openmrs/backend/content/read"],
                } satisfies Partial<ScopeMapArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerregistry:ScopeMap",
                properties: { actions: ["repositories/*/content/write"] } satisfies Partial<ScopeMapArgs>,
            },
        ],
    },
    check(map) {
        map.each(
            "actions",
            (action) => {
                action.expect("", narrowAction);
            },
            { required: true },
        );
    },
});
