import { webAppNoBackdoor } from "../../../policies/rules/web/web-app-no-backdoor";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

const app = (ftpsState: unknown, remoteDebuggingEnabled: unknown) => ({
    siteConfig: { ftpsState, remoteDebuggingEnabled },
});
const password = (kind: string, sample: Case): Case => ({
    ...sample,
    type: `azure-native:web:WebApp${kind}Allowed`,
});
const slot = (sample: Case): Case => ({ ...sample, type: `${sample.type ?? ""}Slot` });
describeRule(webAppNoBackdoor, {
    type: "azure-native:web:WebApp",
    accepts: {
        "a closed application": compliant(app("disabled", false)),
        "a slot likewise": { ...compliant(app("Disabled", false)), type: "azure-native:web:WebAppSlot" },
        "no password for FTP": password("Ftp", compliant({ allow: false })),
        "no password for deployments": password("Scm", compliant({ allow: false })),
        "a slot without a password for FTP": slot(password("Ftp", compliant({ allow: false }))),
        "a slot without a password for deployments": slot(password("Scm", compliant({ allow: false }))),
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
        "a password of a slot": slot(password("Scm", violation({}, "allow : attendu false, non défini"))),
        both: violation(
            {},
            "siteConfig.ftpsState : attendu « Disabled », non défini",
            "siteConfig.remoteDebuggingEnabled : attendu false, non défini",
        ),
        "a password": password("Ftp", violation({}, "allow : attendu false, non défini")),
    },
    unknown: { FTP: undecided(app(UNKNOWN, false), "siteConfig.ftpsState") },
    otherType: "azure-native:web:AppServicePlan",
});

describeRemedies(webAppNoBackdoor, {
    "azure-native:web:WebApp": [{ path: "siteConfig.remoteDebuggingEnabled", value: false }],
    "azure-native:web:WebAppSlot": [{ path: "siteConfig.remoteDebuggingEnabled", value: false }],
    "azure-native:web:WebAppScmAllowed": [],
});
