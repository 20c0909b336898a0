import { helmChartSource } from "../../../policies/rules/helm/helm-chart-source";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const approved = (sample: Case): Case => ({
    ...sample,
    config: { repositories: ["https://charts.example/stable", "oci://registry.example/charts/"] },
});

describeRule(helmChartSource, {
    type: "kubernetes:helm.sh/v3:Release",
    accepts: {
        "a chart of the project": compliant({ chart: "./charts/web" }),
        "a chart of version 3, which says nothing,": {
            ...notApplicable({}),
            type: "kubernetes:helm.sh/v3:Chart",
        },
        "a chart of version 3 that is a directory": {
            ...compliant({ path: "./charts/web" }),
            type: "kubernetes:helm.sh/v3:Chart",
        },
        "an approved repository, whatever the case,": approved(
            compliant({ chart: "web", repositoryOpts: { repo: "https://Charts.example/stable/" } }),
        ),
        "an approved registry": approved(
            compliant({ chart: "oci://registry.example/charts/web", plainHttp: false }),
        ),
    },
    rejects: {
        "any repository, by default,": violation(
            { chart: "web", repositoryOpts: { repo: "https://charts.example/stable" } },
            "repositoryOpts.repo : attendu un dépôt approuvé, obtenu « https://charts.example/stable »",
        ),
        "a repository whose address only begins like an approved one": approved(
            violation(
                { chart: "web", repositoryOpts: { repo: "https://charts.example/stable-not" } },
                "repositoryOpts.repo : attendu un dépôt approuvé, obtenu « https://charts.example/stable-not »",
            ),
        ),
        "the same in clear": approved(
            violation(
                { chart: "web", repositoryOpts: { repo: "http://charts.example/stable" } },
                "repositoryOpts.repo : attendu un dépôt approuvé, obtenu « http://charts.example/stable »",
            ),
        ),
        "a way out of an approved registry": approved(
            violation(
                { chart: "oci://registry.example/charts/../web" },
                "chart : attendu un dépôt approuvé, obtenu « oci://registry.example/charts/../web »",
            ),
        ),
        "an address, without the password in it,": violation(
            { chart: "https://robot:hunter2@charts.example/web.tgz?sig=hunter2" },
            "chart : attendu un dépôt approuvé, obtenu « https://charts.example/web.tgz »",
        ),
        "a registry in clear": approved(
            violation(
                { chart: "oci://registry.example/charts/web", plainHttp: true },
                "plainHttp : attendu false, obtenu true",
            ),
        ),
    },
    unset: {
        "the repository, which is then the machine's,": approved(
            violation({ chart: "stable/web" }, "repositoryOpts.repo : attendu un dépôt approuvé, non défini"),
        ),
    },
    unknown: {
        "the repository": undecided(
            { chart: "web", repositoryOpts: { repo: UNKNOWN } },
            "repositoryOpts.repo",
        ),
        "the chart": undecided({ chart: UNKNOWN }, "chart"),
    },
    otherType: "kubernetes:core/v1:Service",
});
