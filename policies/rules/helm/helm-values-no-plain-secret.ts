import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import { isScalar } from "../../expectation";
import { defineRule } from "../../rule";
import { clearSettings, embedsSecret, isClearVariable } from "../../kubernetes/clear-secrets";
import { eachSetting, helmTypes, type Setting } from "../../kubernetes/helm";

/** What names a Secret of the cluster, not its content: existingSecret, imagePullSecret, tlsSecret. */
const NAMES_OBJECT = /(existing|pull|tls)_?secret$/i;

export const helmValuesNoPlainSecret = defineRule({
    id: "helm-values-no-plain-secret",
    title: {
        fr: "Aucun secret n’est écrit en clair dans les valeurs d’un chart",
        en: "No secret is written in clear in the values of a chart",
    },
    why: {
        fr: "Les valeurs d’une release se lisent dans l’état Pulumi et, par helm get values, dans le cluster.",
        en: "The values of a release can be read in the Pulumi state and, by helm get values, in the cluster.",
    },
    remediation: {
        fr: "Désigner un Secret existant (existingSecret), ou passer la valeur en secret Pulumi.",
        en: "Name an existing Secret (existingSecret), or pass the value as a Pulumi secret.",
    },
    severity: "critical",
    url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
    appliesTo: helmTypes,
    examples: {
        compliant: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { auth: { existingSecret: "web-credentials" } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
        violation: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { auth: { password: "correct-horse" } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    check(release) {
        release.expectSecret("repositoryOpts.password");
        eachSetting(release, (setting) => {
            if (isScalar(setting.content) && holdsSecret(setting, String(setting.content))) {
                setting.value.expectSecret("");
            }
        });
    },
});

function holdsSecret(setting: Setting, text: string): boolean {
    const name = nameOf(setting);
    return (
        (!NAMES_OBJECT.test(name) && isClearVariable(name, text)) ||
        clearSettings(text).length > 0 ||
        embedsSecret(text)
    );
}

/** A variable goes by the name beside its value: `{ name: "DB_PASSWORD", value: "…" }`. */
function nameOf({ key, holder }: Setting): string {
    const name = holder.read("name");
    return key === "value" && name.state === "known" && isScalar(name.value) ? String(name.value) : key;
}
