import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import {
    type Expectation,
    falseOrUnset,
    isScalar,
    mismatch,
    such,
    trueOrUnset,
    wrongShape,
} from "../../expectation";
import { defineRule } from "../../rule";
import { eachSetting, helmTypes, type Setting } from "../../kubernetes/helm";
import { isRecord } from "../../reading";

const nonZero = such("une valeur autre que 0", (id) => id !== 0 && id !== "0");
const noPort = such("aucun port du nœud", (port) => port === 0 || port === "");

/** What the values of a chart may set, whatever the chart, by the name that Kubernetes gives it. */
const EXPECTED: ReadonlyMap<string, Expectation> = new Map([
    ["allowPrivilegeEscalation", falseOrUnset],
    ["hostIPC", falseOrUnset],
    ["hostNetwork", falseOrUnset],
    ["hostPID", falseOrUnset],
    ["hostPort", noPort],
    ["hostProcess", falseOrUnset],
    ["privileged", falseOrUnset],
    ["procMount", such("« Default »", (mount) => mount === "Default")],
    ["readOnlyRootFilesystem", trueOrUnset],
    ["runAsNonRoot", trueOrUnset],
    ["runAsUser", nonZero],
    ["shareProcessNamespace", falseOrUnset],
    ["capabilities.add", such("« NET_BIND_SERVICE » au plus", (added) => added === "NET_BIND_SERVICE")],
    ["appArmorProfile.type", such("un profil", (type) => type !== "Unconfined")],
    ["seccompProfile.type", such("un profil", (type) => type !== "Unconfined")],
]);

export const helmValuesHardened = defineRule({
    id: "helm-values-hardened",
    title: {
        fr: "Aucune valeur de chart ne défait le durcissement des pods",
        en: "No value of a chart undoes the hardening of pods",
    },
    why: {
        fr: "Les pods d’une release ne passent pas par Pulumi : seules leurs valeurs disent ce qu’ils demandent.",
        en: "The pods of a release do not go through Pulumi: only its values tell what they ask for.",
    },
    remediation: {
        fr: "Retirer privileged, host*, runAsUser 0 et les capacités ajoutées, et garder les profils du chart.",
        en: "Remove privileged, host*, runAsUser 0 and added capabilities, and keep the profiles of the chart.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
    appliesTo: helmTypes,
    examples: {
        compliant: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { securityContext: { runAsNonRoot: true } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
        violation: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { controller: { hostNetwork: true } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    check(release) {
        eachSetting(release, (setting) => {
            if (setting.key === "hostPath" && !isOff(setting.content)) {
                setting.value.violation("", "monter un répertoire du nœud est interdit");
            } else {
                checkSetting(setting);
            }
        });
    },
});

/** A chart takes an empty value for none. */
function isOff(content: unknown): boolean {
    return content === false || content === "" || (isRecord(content) && Object.keys(content).length === 0);
}

/** A map of that name is the chart's own. */
function checkSetting({ key, parent, value, content }: Setting): void {
    const expected = EXPECTED.get(key) ?? EXPECTED.get(`${parent}.${key}`);
    if (expected !== undefined && isScalar(content) && !expected.accepts(content)) {
        // A text among values may be a secret that is out of place.
        const tell = typeof content === "string" ? wrongShape : mismatch;
        value.violation("", tell(expected.text, content));
    }
}
