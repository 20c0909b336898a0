import { webAppHttpsOnly } from "../../../policies/rules/web/web-app-https-only";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const app = (siteConfig: object) => ({ httpsOnly: true, siteConfig });
describeRule(webAppHttpsOnly, {
    type: "azure-native:web:WebApp",
    accepts: {
        "TLS 1.2": compliant(app({ minTlsVersion: "1.2", scmMinTlsVersion: "1.3" })),
        "TLS 1.3": compliant(app({ minTlsVersion: "1.3", scmMinTlsVersion: "1.2" })),
        "a slot likewise": { ...compliant(app({})), type: "azure-native:web:WebAppSlot" },
    },
    rejects: {
        "plain HTTP": violation({ httpsOnly: false }, "httpsOnly : attendu true, obtenu false"),
        "TLS 1.1": violation(
            app({ minTlsVersion: "1.1" }),
            "siteConfig.minTlsVersion : attendu « 1.2 » ou « 1.3 », obtenu « 1.1 »",
        ),
        "TLS 1.0 for deployments": violation(
            app({ scmMinTlsVersion: "1.0" }),
            "siteConfig.scmMinTlsVersion : attendu « 1.2 » ou « 1.3 », obtenu « 1.0 »",
        ),
        "a slot likewise": {
            ...violation({ httpsOnly: false }, "httpsOnly : attendu true, obtenu false"),
            type: "azure-native:web:WebAppSlot",
        },
    },
    unset: {
        HTTPS: violation({}, "httpsOnly : attendu true, non défini"),
        "the version, which is then 1.2,": compliant({ httpsOnly: true }),
    },
    unknown: {
        "the version": undecided(app({ minTlsVersion: UNKNOWN }), "siteConfig.minTlsVersion"),
        "the settings": undecided({ httpsOnly: true, siteConfig: UNKNOWN }, "siteConfig"),
    },
    otherType: "azure-native:web:AppServicePlan",
});
