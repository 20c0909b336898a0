import { webAppNoBackdoor } from "../../../policies/rules/web/web-app-no-backdoor";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const app = (ftpsState: unknown, remoteDebuggingEnabled: unknown) => ({
    siteConfig: { ftpsState, remoteDebuggingEnabled },
});
const password = (kind: string, sample: Case): Case => ({
    ...sample,
    type: `azure-native:web:WebApp${kind}Allowed`,
});
describeRule(webAppNoBackdoor, {
    type: "azure-native:web:WebApp",
    accepts: {
        "a closed application": compliant(app("disabled", false)),
        "no debugging by default": compliant({ siteConfig: { ftpsState: "Disabled" } }),
        "a slot likewise": { ...compliant(app("Disabled", false)), type: "azure-native:web:WebAppSlot" },
        "no password for FTP": password("Ftp", compliant({ allow: false })),
        "no password for deployments": password("Scm", compliant({ allow: false })),
    },
    rejects: {
        "FTP over TLS": violation(
            app("FtpsOnly", false),
            "siteConfig.ftpsState : attendu « Disabled », obtenu « FtpsOnly »",
        ),
        debugging: violation(
            app("Disabled", true),
            "siteConfig.remoteDebuggingEnabled : attendu false, obtenu true",
        ),
        "a password for FTP": password(
            "Ftp",
            violation({ allow: true }, "allow : attendu false, obtenu true"),
        ),
        "a password for deployments": password(
            "Scm",
            violation({ allow: true }, "allow : attendu false, obtenu true"),
        ),
    },
    unset: {
        FTP: violation({}, "siteConfig.ftpsState : attendu « Disabled », non défini"),
        "a password": password("Ftp", violation({}, "allow : attendu false, non défini")),
    },
    unknown: { FTP: undecided(app(UNKNOWN, false), "siteConfig.ftpsState") },
    otherType: "azure-native:web:AppServicePlan",
});
