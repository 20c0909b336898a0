import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import { falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";
import { helmTypes } from "../../kubernetes/helm";

/** Options by which a release passes over what Helm or the cluster checks. */
const SHORTCUTS: readonly string[] = [
    "disableCRDHooks",
    "disableOpenapiValidation",
    "disableWebhooks",
    "forceUpdate",
    "replace",
    "skipAwait",
    "takeOwnership",
];

export const helmReleaseChecked = defineRule({
    id: "helm-release-checked",
    title: {
        fr: "Aucune release Helm ne saute les contrôles de son installation",
        en: "No Helm release skips the checks of its installation",
    },
    why: {
        fr: "Une release forcée ou sans crochets remplace des objets qu’elle ne possède pas, ou passe pour saine sans l’être.",
        en: "A release that is forced or without hooks replaces objects that it does not own, or passes for sound when it is not.",
    },
    remediation: {
        fr: "Retirer disableWebhooks, disableOpenapiValidation, forceUpdate, replace, takeOwnership et skipAwait.",
        en: "Remove disableWebhooks, disableOpenapiValidation, forceUpdate, replace, takeOwnership and skipAwait.",
    },
    severity: "medium",
    url: "https://www.pulumi.com/registry/packages/kubernetes/api-docs/helm/v3/release/",
    appliesTo: helmTypes,
    examples: {
        compliant: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: { chart: "./charts/web" } satisfies Partial<ReleaseArgs>,
            },
        ],
        violation: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: { chart: "./charts/web", disableWebhooks: true } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    check(release) {
        for (const shortcut of SHORTCUTS) {
            release.expect(shortcut, falseOrUnset);
        }
    },
});
