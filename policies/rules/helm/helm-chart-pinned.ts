import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import { falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";
import { helmTypes, isVisible } from "../../kubernetes/helm";

/** A version of its own, neither a range nor a part of one. */
const EXACT = /^v?\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/;

const exact = such("une version exacte", (version) => EXACT.test(String(version)));

export const helmChartPinned = defineRule({
    id: "helm-chart-pinned",
    title: {
        fr: "Tout chart Helm est désigné par une version exacte",
        en: "Every Helm chart is of an exact version",
    },
    why: {
        fr: "Sans version exacte, le prochain déploiement installe un chart que personne n’a relu.",
        en: "Without an exact version, the next deployment installs a chart that nobody has reviewed.",
    },
    remediation: {
        fr: "Donner version, en trois nombres et sans intervalle, ou l’empreinte d’un chart OCI.",
        en: "Give version, in three numbers and without a range, or the digest of an OCI chart.",
    },
    severity: "high",
    url: "https://helm.sh/docs/chart_best_practices/dependencies/#versions",
    appliesTo: helmTypes,
    examples: {
        compliant: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "oci://registry.example/charts/web",
                    version: "4.1.2",
                } satisfies Partial<ReleaseArgs>,
            },
        ],
        violation: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "oci://registry.example/charts/web",
                    version: "^4.1.0",
                } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    check(release) {
        if (!isVisible(release)) {
            release.dismiss();
            return;
        }
        release.given("chart", (chart) => {
            // A directory of the program's own is of the version that it has there.
            if (!/^\.{0,2}\/|@sha256:[0-9a-f]{64}$/.test(String(chart ?? "./"))) {
                release.expect("version", exact);
            }
        });
        release.expect("devel", falseOrUnset);
    },
});
