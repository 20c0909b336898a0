import { helmChartPinned } from "../../../policies/rules/helm/helm-chart-pinned";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

describeRule(helmChartPinned, {
    type: "kubernetes:helm.sh/v3:Release",
    accepts: {
        "an exact version": compliant({ chart: "web", version: "4.1.2" }),
        "an exact version with what may follow and precede": compliant({
            chart: "web",
            version: "v4.1.2-rc.1+build.7",
            devel: false,
        }),
        "a chart of the project": compliant({ chart: "./charts/web" }),
        "charts elsewhere on the machine": compliant({ chart: "../charts/web" }),
        "an absolute path": compliant({ chart: "/charts/web" }),
        "a chart by its digest": compliant({ chart: `oci://registry.example/web@sha256:${"0".repeat(64)}` }),
        "a chart of version 4": {
            ...compliant({ chart: "web", version: "4.1.2" }),
            type: "kubernetes:helm.sh/v4:Chart",
        },
        "a chart of version 3, which says nothing,": {
            ...notApplicable({}),
            type: "kubernetes:helm.sh/v3:Chart",
        },
        "a chart of version 3 that is a directory": {
            ...compliant({ path: "./charts/web" }),
            type: "kubernetes:helm.sh/v3:Chart",
        },
    },
    rejects: {
        ...Object.fromEntries(
            ["^4.1.2", "~4.1.2", "4.1", "4.x", "4.1.2 - 5.0.0", ">=4.1.2", "latest", "*", ""].map(
                (version) => [
                    `the version "${version}"`,
                    violation(
                        { chart: "web", version },
                        `version : attendu une version exacte, obtenu « ${version} »`,
                    ),
                ],
            ),
        ),
        "a digest that is cut short": violation(
            { chart: "oci://registry.example/web@sha256:00" },
            "version : attendu une version exacte, non défini",
        ),
        "versions before the first release": violation(
            { chart: "web", version: "4.1.2", devel: true },
            "devel : attendu false, obtenu true",
        ),
    },
    unset: {
        "the version": violation({ chart: "web" }, "version : attendu une version exacte, non défini"),
    },
    unknown: {
        "the version": undecided({ chart: "web", version: UNKNOWN }, "version"),
        "the chart": undecided({ chart: UNKNOWN }, "chart"),
    },
    otherType: "kubernetes:core/v1:Service",
});
