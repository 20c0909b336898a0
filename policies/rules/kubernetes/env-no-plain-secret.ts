import { isScalar } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { clearSettings, embedsPassword, isReference, namesSecret } from "./clear-secrets";
import { eachContainer, podSpec, workloadTypes } from "./pods";

const CONFIG_MAP = "kubernetes:core:ConfigMap";

const EXPECTED = "attendu une référence à un Secret, obtenu une valeur en clair";

export const envNoPlainSecret = defineRule({
    id: "env-no-plain-secret",
    title: {
        fr: "Aucun secret n’est écrit en clair dans l’environnement ou la configuration d’un conteneur",
        en: "No secret is written in clear in the environment or configuration of a container",
    },
    why: {
        fr: "Une valeur en clair se lit dans l’API, l’état Pulumi, les journaux et les sauvegardes de manifestes.",
        en: "A value in clear can be read in the API, the Pulumi state, logs and manifest backups.",
    },
    remediation: {
        fr: "Placer le secret dans un Secret ou un coffre, et le lire par secretKeyRef ou par un fichier monté.",
        en: "Put the secret in a Secret or a vault, and read it by secretKeyRef or from a mounted file.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/configuration/secret/",
    appliesTo: [...workloadTypes, CONFIG_MAP],
    check(properties, { type }) {
        if (type === CONFIG_MAP) {
            properties.entries("data", checkEntry);
            return;
        }
        eachContainer(podSpec(properties, type), (container) => {
            container.each("env", checkVariable);
            for (const list of ["command", "args"]) {
                container.each(list, (word) => {
                    word.given("", (text) => {
                        reportEmbedded(word, text);
                    });
                });
            }
        });
    },
});

function checkVariable(variable: Inspection): void {
    variable.given("name", (name) => {
        const value = variable.read("value");
        if (typeof name === "string" && namesSecret(name)) {
            // A value that is computed is in clear all the same once it is known.
            if (value.state === "unknown" || (value.state === "known" && !refersTo(value.value))) {
                variable.violation("value", `${EXPECTED} pour « ${name} »`);
            }
            return;
        }
        variable.given("value", (text) => {
            reportEmbedded(variable.at("value"), text);
        });
    });
}

/** An entry of a ConfigMap is a variable (through envFrom) or a whole file. */
function checkEntry(key: string, entry: Inspection): void {
    entry.given("", (content) => {
        if (content === undefined) {
            return;
        }
        if (namesSecret(key) && !isReference(String(content))) {
            entry.violation("", EXPECTED);
        }
        for (const setting of clearSettings(String(content))) {
            entry.violation("", `${EXPECTED} pour « ${setting} »`);
        }
        reportEmbedded(entry, content);
    });
}

function refersTo(value: unknown): boolean {
    return isScalar(value) && isReference(String(value));
}

function reportEmbedded(place: Inspection, text: unknown): void {
    if (typeof text === "string" && embedsPassword(text)) {
        place.violation("", "attendu une adresse sans mot de passe, obtenu un mot de passe en clair");
    }
}
