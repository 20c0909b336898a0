import { webAppHttpsOnly } from "../../../policies/rules/web/web-app-https-only";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const VERSIONS = { minTlsVersion: "1.2", scmMinTlsVersion: "1.3" };
const EXPECTED = "attendu « 1.2 » ou « 1.3 »";
const app = (changes: object, httpsOnly: unknown = true) => ({
    httpsOnly,
    siteConfig: { ...VERSIONS, ...changes },
});
describeRule(webAppHttpsOnly, {
    type: "azure-native:web:WebApp",
    accepts: {
        "TLS 1.2": compliant(app({})),
        "TLS 1.3": compliant(app({ minTlsVersion: "1.3", scmMinTlsVersion: "1.2" })),
        "a slot likewise": { ...compliant(app({})), type: "azure-native:web:WebAppSlot" },
    },
    rejects: {
        "plain HTTP": violation(app({}, false), "httpsOnly : attendu true, obtenu false"),
        "TLS 1.1": violation(
            app({ minTlsVersion: "1.1" }),
            `siteConfig.minTlsVersion : ${EXPECTED}, obtenu « 1.1 »`,
        ),
        "TLS 1.0 for deployments": violation(
            app({ scmMinTlsVersion: "1.0" }),
            `siteConfig.scmMinTlsVersion : ${EXPECTED}, obtenu « 1.0 »`,
        ),
        "a slot likewise": {
            ...violation(app({}, false), "httpsOnly : attendu true, obtenu false"),
            type: "azure-native:web:WebAppSlot",
        },
    },
    unset: {
        everything: violation(
            {},
            "httpsOnly : attendu true, non défini",
            `siteConfig.minTlsVersion : ${EXPECTED}, non défini`,
            `siteConfig.scmMinTlsVersion : ${EXPECTED}, non défini`,
        ),
    },
    unknown: {
        "the version": undecided(app({ minTlsVersion: UNKNOWN }), "siteConfig.minTlsVersion"),
        "the settings": undecided({ httpsOnly: true, siteConfig: UNKNOWN }, "siteConfig"),
    },
    otherType: "azure-native:web:AppServicePlan",
});

describeRemedies(webAppHttpsOnly, { "azure-native:web:WebApp": [{ path: "httpsOnly", value: true }] });
