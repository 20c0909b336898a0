import { type RunContext, assess } from "../../report/assessment";
import { compareText } from "../../report/compare-text";
import type { Requirement } from "../../report/framework";
import type { Finding, Report } from "../../report/model";
import type { Content } from "../../report/outputs";
import { CONTEXT, STACK_URN, STORE, framework, needingEvidence, urn } from "./fixtures";

export const OTHER_STORE = urn("test:index:Store", "images");

const OPEN_SINCE = "2026-11-20T09:30:00.000Z";

const EXEMPTION = {
    id: "EX-1",
    rule: "store-kept",
    resource: "*",
    stack: "dev",
    reason: "Le fournisseur ne sait pas encore le faire",
    compensatingMeasure: "Copie quotidienne hors ligne",
    owner: "RSSI",
    approver: "DPO",
    ticket: "T-1",
    granted: "2026-11-01",
    expires: "2026-12-01",
    daysLeft: 10,
};

const of = (rule: string, verdict: Finding["verdict"], resource = STORE): Finding => ({
    rule,
    resource,
    verdict,
    messages: verdict === "violation" || verdict === "exempted" ? [`access\u00a0: attendu « ${rule} »`] : [],
    undecided: verdict === "undecided" ? ["tls.version"] : [],
    ...(verdict === "compliant" ? {} : { since: OPEN_SINCE }),
    ...(verdict === "exempted"
        ? { exemption: { id: EXEMPTION.id, expires: EXEMPTION.expires, daysLeft: EXEMPTION.daysLeft } }
        : {}),
});

const FINDINGS: readonly Finding[] = [
    of("store-encrypted", "compliant"),
    of("store-kept", "compliant", OTHER_STORE),
    of("store-kept", "exempted"),
    of("store-named", "compliant"),
    of("store-private", "violation", OTHER_STORE),
    of("store-private", "violation"),
    of("store-tls", "undecided"),
];

/** Requirements that stand for each status and cause, under the status that they get. */
export const REQUIREMENTS = {
    "EXI 1": "nonCompliant",
    "EXI 2": "undetermined",
    "EXI 3": "exempted",
    "EXI 4": "compliant",
    "EXI 5": "evidenceRequired",
    "EXI 6": "notApplicable",
    "EXI 7": "undetermined",
    "EXI 8": "undetermined",
} as const;

/** One requirement or two of each status, findings of each verdict, an idle and a disabled rule. */
export function mixedReport(change: Partial<Report> = {}): Report {
    const rules = framework("hds", {
        "EXI 1": ["store-private"],
        "EXI 2": ["store-tls"],
        "EXI 3": ["store-kept"],
        "EXI 4": ["store-encrypted"],
        "EXI 7": ["store-idle"],
        "EXI 8": ["store-off"],
    });
    const partly = needingEvidence(framework("hds", { "EXI 5": ["store-named"] }));
    const none: Requirement = {
        id: "EXI 6",
        title: { fr: "Exigence EXI 6", en: "Requirement EXI 6" },
        status: "notApplicable",
        why: { fr: "Aucun serveur physique", en: "No physical server" },
    };
    const requirements = [...rules.requirements, ...partly.requirements, none].sort((a, b) =>
        compareText(a.id, b.id),
    );
    const frameworks = [{ ...rules, requirements }, framework("rgpd", { "art. 32": ["store-encrypted"] })];
    const context = {
        ...CONTEXT,
        exemptions: { ignored: false, inForce: [EXEMPTION], faults: [] },
        disabledRules: ["store-off"],
    };
    return { ...reportOn(FINDINGS, frameworks, context), ...change };
}

/** Nothing was judged. */
export function emptyReport(): Report {
    return reportOn([], [framework("hds", { "EXI 1": ["store-private"] })]);
}

/** All that was judged is compliant, for real. */
export function cleanReport(): Report {
    const frameworks = [framework("hds", { "EXI 1": ["store-private"] })];
    return reportOn([of("store-private", "compliant")], frameworks, { ...CONTEXT, simulated: false });
}

function reportOn(
    findings: readonly Finding[],
    frameworks: Parameters<typeof assess>[1],
    context: RunContext = CONTEXT,
): Report {
    const store = { type: "test:index:Store", custom: true };
    const resources = new Map([
        [STACK_URN, { type: "pulumi:pulumi:Stack", custom: false }],
        [STORE, store],
        [OTHER_STORE, store],
    ]);
    return assess({ resources, findings, packVersions: new Map([["hds", "1.0.0"]]) }, frameworks, context);
}

/** The changes that a report of the day before gives. */
export const CHANGES: NonNullable<Report["changes"]> = {
    previous: { generatedAt: OPEN_SINCE, decision: "reserved", digest: "6".repeat(64) },
    origins: ["infrastructure"],
    findings: [
        {
            kind: "regression",
            rule: "store-private",
            resource: OTHER_STORE,
            after: "violation",
            origins: ["infrastructure"],
        },
        {
            kind: "unjudged",
            rule: "store-off",
            resource: STORE,
            before: "violation",
            origins: ["levels"],
        },
        {
            kind: "improvement",
            rule: "store-encrypted",
            resource: STORE,
            before: "violation",
            after: "compliant",
            origins: ["infrastructure"],
        },
    ],
    requirements: [{ framework: "hds", requirement: "EXI 4", before: "nonCompliant", after: "compliant" }],
    resources: { added: [OTHER_STORE], removed: [] },
    rules: { added: [], removed: [], disabled: ["store-off"], enabled: [] },
};

/** The whole text of a file. */
export function textOf(content: Content | undefined): string {
    return typeof content === "string" ? content : [...((content ?? []) as Iterable<string>)].join("");
}
