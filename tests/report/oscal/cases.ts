import { assess } from "../../../report/assessment";
import { compareText } from "../../../report/compare-text";
import type { Framework } from "../../../report/framework";
import type { Finding, Report, Verdict } from "../../../report/model";
import { CONTEXT, STACK_URN, STORE, framework, needingEvidence } from "../fixtures";

export const EXEMPTION: Report["exemptions"]["inForce"][number] = {
    id: "EX-1",
    rule: "exempted",
    resource: "*",
    stack: "dev",
    reason: "Migration prévue en décembre.",
    compensatingMeasure: "Accès journalisés.",
    owner: "équipe plateforme",
    approver: "RSSI",
    ticket: "SEC-1",
    granted: "2026-10-01",
    expires: "2027-01-15",
    daysLeft: 55,
};

export function finding(rule: string, verdict: Verdict, resource = STORE): Finding {
    const { id, expires, daysLeft } = EXEMPTION;
    return {
        rule,
        resource,
        verdict,
        messages:
            verdict === "violation" || verdict === "exempted" ? ["tls\u00a0: attendu 1.2, obtenu 1.0"] : [],
        undecided: verdict === "undecided" ? ["properties.tls"] : [],
        ...(verdict === "exempted" ? { exemption: { id, expires, daysLeft } } : {}),
    };
}

export function reportOn(
    frameworks: readonly Framework[],
    findings: readonly Finding[],
    disabledRules: readonly string[] = [],
): Report {
    return assess(
        {
            resources: new Map([
                [STACK_URN, { type: "pulumi:pulumi:Stack", custom: false }],
                [STORE, { type: "test:index:Store", custom: true }],
            ]),
            findings: [...findings].sort(
                (a, b) => compareText(a.rule, b.rule) || compareText(a.resource, b.resource),
            ),
            packVersions: new Map([["hds", "1.0.0"]]),
        },
        frameworks,
        { ...CONTEXT, disabledRules, exemptions: { ignored: false, inForce: [EXEMPTION], faults: [] } },
    );
}

/** A requirement of each status, and each cause of the undetermined. */
export function everyStatus(): Report {
    const whole = framework("hds", {
        "EXI 1": ["compliant"],
        "EXI 2": ["violated"],
        "EXI 3": ["exempted"],
        "EXI 4": ["unknown"],
        "EXI 5": ["idle"],
        "EXI 6": ["compliant", "disabled"],
        "EXI 8": ["violated", "exempted"],
    });
    const document = { fr: "contrat", en: "contract" };
    const owner = { fr: "direction", en: "management" };
    const hds: Framework = {
        ...whole,
        requirements: [
            ...whole.requirements,
            {
                id: "EXI 7",
                title: { fr: "Contrat", en: "Contract" },
                status: "evidence",
                evidence: { owner, document },
            },
            {
                id: "EXI 9",
                title: { fr: "Sans objet", en: "Void" },
                status: "notApplicable",
                why: { fr: "Aucun sous-traitant.", en: "No processor." },
            },
        ],
    };
    const part = needingEvidence(
        framework("rgpd", { "art. 32(1)(b)": ["compliant"], "art. 33": ["violated"] }),
    );
    return reportOn(
        [hds, part],
        [
            finding("compliant", "compliant"),
            finding("violated", "violation"),
            finding("exempted", "exempted"),
            finding("unknown", "undecided"),
        ],
        ["disabled"],
    );
}
