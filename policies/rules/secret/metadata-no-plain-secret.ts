import type { core } from "@pulumi/kubernetes/types/input";

import { isScalar, wrongShape } from "../../expectation";
import type { Inspection } from "../../inspection";
import { embedsSecret, isClearVariable } from "../../kubernetes/clear-secrets";
import { podTemplate, workloadTypes } from "../../kubernetes/pods";
import { defineRule } from "../../rule";
import { looksRandom } from "../../secrets/tokens";

/**
 * Last words of a key that holds a secret. Not "secret" itself: many annotations of that name (ingress
 * authentication, certificates) name a Secret.
 */
const SECRET_KEY =
    /(^|[._-])(password|passwd|passphrase|pwd|mot[_-]?de[_-]?passe|mdp|token|(api|access|account)[_-]?key)$/i;

/** What Azure gives a new identity: its application id, which is public, is known after the identity is made only. */
const GIVEN_BY_AZURE = "azure.workload.identity/client-id";

const METADATA: readonly string[] = ["metadata.annotations", "metadata.labels"];

export const metadataNoPlainSecret = defineRule({
    id: "metadata-no-plain-secret",
    title: {
        fr: "Aucun secret n’est écrit dans une étiquette ou une annotation",
        en: "No secret is written in a tag, a label or an annotation",
    },
    why: {
        fr: "Étiquettes et annotations se lisent avec le seul droit de lister, dans les factures, les journaux et les inventaires.",
        en: "Tags, labels and annotations can be read with the right to list alone, in bills, logs and inventories.",
    },
    remediation: {
        fr: "Retirer la valeur, la remplacer par le nom du secret dans le coffre, et renouveler le secret.",
        en: "Remove the value, put the name of the secret in the vault instead, and renew the secret.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources",
    generic: true,
    appliesTo: (type) => /^(azure-native|kubernetes):/.test(type),
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:Namespace",
                properties: {
                    metadata: {
                        name: "openmrs",
                        annotations: { "example.org/password-secret": "openmrs-database" },
                    },
                } satisfies core.v1.Namespace,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:Namespace",
                properties: {
                    metadata: { name: "openmrs", annotations: { "example.org/password": "hunter2" } },
                } satisfies core.v1.Namespace,
            },
        ],
    },
    check(resource, { type }) {
        checkPlaces(resource, ["tags", ...METADATA]);
        if (workloadTypes.includes(type)) {
            checkPlaces(podTemplate(resource, type), METADATA);
        }
    },
});

function checkPlaces(resource: Inspection, places: readonly string[]): void {
    for (const place of places) {
        resource.entries(place, (key, value) => {
            // Read only: to leave tags to somebody else (ignoreChanges) writes no secret, and so hides none.
            const reading = value.read("");
            if (reading.state !== "known") {
                if (key !== GIVEN_BY_AZURE) {
                    value.note(reading);
                }
            } else if (!isScalar(reading.value)) {
                value.violation("", wrongShape("une valeur simple", reading.value));
            } else if (isClear(key, String(reading.value))) {
                value.violation("", "attendu un texte sans secret, obtenu un secret en clair");
            }
        });
    }
}

/** The domain that prefixes a key says nothing of its value. */
function isClear(key: string, text: string): boolean {
    const name = key.slice(key.lastIndexOf("/") + 1).replace(/([a-z0-9])([A-Z])/g, "$1_$2");
    return (SECRET_KEY.test(name) && isClearVariable(name, text)) || embedsSecret(text) || looksRandom(text);
}
