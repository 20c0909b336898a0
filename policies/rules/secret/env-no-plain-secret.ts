import { containerExample } from "../../kubernetes/example-workload";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import {
    allowsEmptyPassword,
    clearArguments,
    clearSettings,
    embedsSecret,
    givesClientPassword,
    isClearVariable,
    namesSecret,
} from "../../kubernetes/clear-secrets";
import { eachFile } from "../../kubernetes/config-map";
import { looksRandom } from "../../secrets/tokens";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

const CONFIG_MAP = "kubernetes:core:ConfigMap";

/** Where a container holds commands besides its own. */
const HOOKS: readonly string[] = [
    "livenessProbe",
    "readinessProbe",
    "startupProbe",
    "lifecycle.postStart",
    "lifecycle.preStop",
];

const EMBEDDED = "attendu un texte sans secret, obtenu un secret en clair";
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
    examples: {
        compliant: [
            containerExample({
                env: [
                    {
                        name: "DB_PASSWORD",
                        valueFrom: { secretKeyRef: { name: "database", key: "password" } },
                    },
                ],
            }),
        ],
        violation: [
            containerExample({ env: [{ name: "DB_PASSWORD", value: "hunter2" }] }),
            containerExample({ command: ["mysqldump", "-uroot", "-phunter2"] }),
        ],
    },
    check(properties, { type }) {
        if (type === CONFIG_MAP) {
            eachFile(properties, checkEntry);
            return;
        }
        eachContainer(podSpec(properties, type), (container) => {
            container.each("env", checkVariable);
            // The arguments go to the command.
            checkCommand(container, "args", checkCommand(container, "command", []));
            for (const hook of HOOKS) {
                checkCommand(container, `${hook}.exec.command`, []);
            }
        });
    },
});

function checkVariable(variable: Inspection): void {
    variable.given("name", (given) => {
        const name = String(given);
        // A value that is computed is in clear all the same once it is known.
        if (namesSecret(name) && variable.read("value").state === "unknown") {
            reportNames(variable.at("value"), [name]);
            return;
        }
        variable.given("value", (value) => {
            if (value === undefined) {
                return;
            }
            const text = String(value);
            if (isClearVariable(name, text)) {
                reportNames(variable.at("value"), [name]);
            } else {
                report(variable.at("value"), text, clearArguments(text));
                if (looksRandom(text)) {
                    variable.violation("value", EMBEDDED);
                }
            }
        });
    });
}

/** Judges the words of a command, of which `start` are the first; an option and its value may be two. Gives them all. */
function checkCommand(container: Inspection, path: string, start: readonly string[]): readonly string[] {
    let option: readonly string[] = [];
    let whole = start;
    container.each(path, (word) => {
        const before = option;
        option = [];
        word.given("", (value) => {
            const text = String(value);
            const setting = [...before, text].join(" ");
            report(word, setting, clearArguments(setting));
            option = /^--?[\w.-]+$/.test(text) ? [text] : [];
            const longer = [...whole, text];
            if (givesClientPassword(longer.join(" ")) && !givesClientPassword(whole.join(" "))) {
                word.violation("", EMBEDDED);
            }
            whole = longer;
        });
    });
    return whole;
}

/** An entry of a ConfigMap is a variable (through envFrom) or a whole file. */
function checkEntry(content: string, key: string, entry: Inspection): void {
    if (isClearVariable(key, content)) {
        reportNames(entry, [key]);
    }
    report(entry, content, clearSettings(content));
}

/** Reports the settings of a text that are clear secrets or, failing those, that it carries one elsewhere. */
function report(place: Inspection, text: string, clearNames: readonly string[]): void {
    reportNames(place, clearNames);
    if (clearNames.length === 0 && embedsSecret(text)) {
        place.violation("", EMBEDDED);
    }
}

function reportNames(place: Inspection, names: readonly string[]): void {
    for (const name of names) {
        place.violation(
            "",
            allowsEmptyPassword(name)
                ? `attendu un mot de passe, obtenu un accès sans mot de passe par « ${name} »`
                : `${EXPECTED} pour « ${name} »`,
        );
    }
}
