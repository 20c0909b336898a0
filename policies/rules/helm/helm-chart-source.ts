import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import { falseOrUnset, mismatch, type Scalar } from "../../expectation";
import { defineRule } from "../../rule";
import { helmTypes, isVisible } from "../../kubernetes/helm";

const LOCAL = /^\.{0,2}\//;

export const helmChartSource = defineRule<{ readonly repositories: readonly string[] }>({
    id: "helm-chart-source",
    title: {
        fr: "Tout chart Helm vient du projet ou d’un dépôt approuvé",
        en: "Every Helm chart comes from the project or from an approved repository",
    },
    why: {
        fr: "Un chart décide de tout ce qui s’exécute : un dépôt tiers ou détourné obtient le cluster.",
        en: "A chart decides on everything that runs: a third-party or hijacked repository gets the cluster.",
    },
    remediation: {
        fr: "Copier le chart dans le projet, ou déclarer son dépôt (https ou oci) dans repositories.",
        en: "Copy the chart into the project, or declare its repository (https or oci) in repositories.",
    },
    severity: "high",
    url: "https://helm.sh/docs/topics/registries/",
    appliesTo: helmTypes,
    config: {
        repositories: {
            type: "array",
            items: { type: "string", pattern: "^(https|oci)://" },
            description: "Dépôts de charts approuvés, par leur adresse (https:// ou oci://)",
            default: [],
        },
    },
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
                properties: {
                    chart: "web",
                    repositoryOpts: { repo: "https://charts.example" },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    check(release, _resource, { repositories }) {
        if (!isVisible(release)) {
            release.dismiss();
            return;
        }
        release.given("chart", (given = "./") => {
            const chart = String(given);
            if (LOCAL.test(chart)) {
                return;
            }
            // An address stands for itself; a name is looked up in the repository or, without one, in those of the
            // machine.
            const path = chart.includes("://") ? "chart" : "repositoryOpts.repo";
            release.given(path, (source) => {
                if (!repositories.some((approved) => isWithin(String(source), approved))) {
                    release.violation(path, mismatch("un dépôt approuvé", withoutUser(source)));
                }
            });
        });
        release.expect("plainHttp", falseOrUnset);
    },
});

/** Whether an address is the other, or below it. */
function isWithin(address: string, other: string): boolean {
    const base = `${other.toLowerCase().replace(/(?<!\/)\/+$/, "")}/`;
    return `${address.toLowerCase()}/`.startsWith(base) && !address.includes("/..");
}

/** The address without the name, password or key that may stand in it. */
function withoutUser(address: Scalar): Scalar {
    return typeof address === "string"
        ? address.replace(/\/\/[^/]*@/, "//").replace(/[?#].*$/s, "")
        : address;
}
