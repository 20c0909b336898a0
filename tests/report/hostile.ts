import { rulesOf } from "../../policies/framework";
import { assess } from "../../report/assessment";
import { compareText } from "../../report/compare-text";
import type { Judged } from "../../report/findings";
import type { Framework, Requirement, Rule } from "../../report/framework";
import type { Changes, Finding, Report, ReportExemptions } from "../../report/model";
import type { Text } from "../../report/words/language";
import { CONTEXT, STACK_URN, rule, urn } from "./fixtures";

/** Text that a renderer may take for something else than text; each holds `needle` where it is short. */
export const HOSTILE: readonly string[] = [
    "needle<script>alert(1)</script>",
    "needle</script></style></title></textarea><!-- --><![CDATA[x]]>",
    "needle\"><img src=x onerror='alert(1)'>",
    "needle&lt;b&gt;&#x26;&nbsp;&",
    'needle]]></failure><failure message="x"/>',
    "needle ${process.exit(1)} #{1} {{1}} {0} <%= 1 %>",
    "needle @someone #1 GH-1 !1 https://example.org/x www.example.org a@example.org",
    "needle [link](javascript:alert(1)) ![image](https://example.org/x.png) `code` | a | **b** _c_ ~~d~~ $e$",
    "# needle\n\n- a\n/close\n```\nfenced\n```\n| a |\n|---|",
    '=HYPERLINK("https://example.org";"needle")',
    "+needle",
    "-needle",
    "@needle",
    "\t=needle",
    "\r=needle",
    "\n=needle",
    " =needle",
    "＝needle",
    "needle;=1+1,=1+1\t=1+1\n=1+1",
    'needle";"=1+1"\r\n"=1+1',
    'needle#set page(width: 1pt) $x$ \\ #read("/etc/hostname") @label <label> `raw`',
    "needle\u202eesrever\u202c\u2066isolated\u2069\u200e\u200f\u061c",
    "needle\u0000\u0001\u0008\u000b\u000c\u001b[31mred\u001b[0m\u007f\u0085\u2028\u2029\ufeff\uffff",
    "needle\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007",
    "needle\ud800lone surrogates\udfff",
    "needle 👩‍⚕️ a\u0301\u0301\u0301 \u{10ffff}",
    "../../needle\\..\\nul:*?",
    "__proto__",
    "constructor",
    "",
    " ",
    "needle ".repeat(150_000),
];

const AT = "2026-11-21T09:30:00.000Z";

/** For the many fields where a string of 1 MB would only make the report slow to test. */
const BRIEF = HOSTILE.map((text, index) => (text.length < 1_000 ? text : `long ${index.toString()}`));

const TYPE = "test:index:Store";

/** A report that the model accepts, with hostile strings in every field which may hold any text. */
export function hostileReport(): Report {
    const frameworks = [hostileFramework()];
    const automated = new Set(frameworks.flatMap(rulesOf).map(({ id }) => id));
    const findings = HOSTILE.flatMap(findingsOn)
        .filter(({ rule: id }) => automated.has(id) && id !== DISABLED)
        .sort((a, b) => compareText(a.rule, b.rule) || compareText(a.resource, b.resource));
    const resources = HOSTILE.map(
        (text, index) =>
            [resource(text), { type: index % 2 === 0 ? brief(index) : TYPE, custom: true }] as const,
    );
    const stack: Judged["resources"] = new Map([[STACK_URN, { type: "pulumi:pulumi:Stack", custom: false }]]);
    const report = assess(
        {
            resources: new Map([...stack, ...resources]),
            findings,
            packVersions: new Map([["hds", brief(0)]]),
        },
        frameworks,
        {
            ...CONTEXT,
            project: brief(0),
            stack: brief(7),
            engine: { version: brief(2) },
            commit: { id: brief(0), modified: true },
            ci: { system: brief(1), actor: brief(6), url: SCRIPT },
            exemptions,
            disabledRules: [DISABLED],
            remediations: BRIEF.map((name, index) => ({ rule: ruleId(index), resource: resource(name) })),
            facts: BRIEF.map((name) => ({
                kind: "location",
                resource: resource(name),
                property: name,
                value: name,
            })),
        },
    );
    return { ...report, changes: changesOf(report) };
}

const SCRIPT = "javascript:alert('needle')";

const exemptions: ReportExemptions = {
    ignored: false,
    inForce: HOSTILE.map((text, index) => ({
        id: exemptionId(index),
        rule: ruleId(index),
        resource: brief(index),
        stack: "dev",
        reason: text,
        compensatingMeasure: brief(index),
        owner: brief(index),
        approver: brief(index),
        ticket: brief(index),
        granted: "2026-11-01",
        expires: "2026-12-01",
        daysLeft: 10,
    })),
    faults: BRIEF.map((text) => ({ exemption: text, message: text })),
};

/** An identifier is hostile itself in half of the cases. */
function ruleId(index: number): string {
    return `rule-${index % 2 === 0 ? brief(index) : index.toString()}`;
}

const DISABLED = ruleId(3);

function exemptionId(index: number): string {
    return `exemption-${index.toString()}`;
}

function hostileFramework(): Framework {
    return {
        id: "hds",
        title: both(brief(1)),
        version: brief(2),
        url: SCRIPT,
        pack: true,
        requirements: HOSTILE.map((text, index): Requirement => {
            const told = both(brief(index));
            const named = { id: `EXI ${brief(index)}`, title: told };
            const evidence = { owner: told, document: told };
            if (index % 4 === 1) {
                return { ...named, status: "evidence", evidence };
            }
            if (index % 8 === 2) {
                return { ...named, status: "notApplicable", why: told };
            }
            const sources = [{ id: `S ${brief(index)}`, title: told, url: SCRIPT }];
            return {
                ...named,
                status: "automated",
                chain: [{ sources, rules: [hostileRule(text, index)] }],
                ...(index % 3 === 0 ? { evidence } : {}),
            };
        }),
    };
}

function hostileRule(text: string, index: number): Rule {
    const told = both(brief(index));
    return { ...rule(ruleId(index)), title: both(text), why: told, remediation: told, url: SCRIPT };
}

/** A violation on one resource, an undecided verdict and a covered violation on others. */
function findingsOn(text: string, index: number): Finding[] {
    const next = (step: number) => resource(HOSTILE[(index + step) % HOSTILE.length] ?? "");
    const of = { rule: ruleId(index), messages: [], undecided: [] };
    const exemption = { id: exemptionId(index), expires: "2026-12-01", daysLeft: 10 };
    return [
        {
            ...of,
            resource: next(0),
            verdict: "violation",
            messages: [text, `tags\u00a0: ${brief(index)}`],
            since: AT,
        },
        { ...of, resource: next(1), verdict: "undecided", undecided: [brief(index)], since: AT },
        { ...of, resource: next(2), verdict: "exempted", messages: [brief(index)], exemption, since: AT },
        { ...of, resource: next(3), verdict: "compliant" },
    ];
}

function changesOf({ findings, rules, frameworks, resources }: Report): Changes {
    return {
        previous: {
            generatedAt: "2026-11-20T09:30:00.000Z",
            commit: brief(0),
            decision: "accepted",
            digest: "6".repeat(64),
        },
        origins: ["infrastructure", "rules"],
        findings: findings
            .filter(({ verdict }) => verdict === "violation")
            .map(({ rule: id, resource: of }) => ({
                kind: "regression",
                rule: id,
                resource: of,
                before: "compliant",
                after: "violation",
                origins: ["infrastructure"],
            })),
        requirements: frameworks.flatMap(({ id, requirements }) =>
            requirements.map((requirement) => ({
                framework: id,
                requirement: requirement.id,
                before: "compliant" as const,
                after: requirement.status,
            })),
        ),
        resources: { added: resources.map((added) => added.urn), removed: [...BRIEF] },
        rules: {
            added: rules.map((added) => added.id),
            removed: [...BRIEF],
            disabled: [...BRIEF],
            enabled: [],
        },
    };
}

function resource(name: string): string {
    return urn(TYPE, name);
}

function brief(index: number): string {
    return BRIEF[index] ?? "";
}

function both(told: string): Text {
    return { fr: told, en: told };
}
