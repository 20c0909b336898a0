import type { Framework, Rule } from "../../report/framework";
import type { Source } from "../../policies/framework";
import { Register } from "../../policies/exemptions/register";
import { type RunContext, assess } from "../../report/assessment";
import type { HeededRegister } from "../../report/exemptions";
import { judgedByPacks } from "../../report/findings";
import { EventReader, type EngineEvent } from "../../report/preview/events";
import type { Report } from "../../report/model";
import { RunRecord } from "../../report/preview/record";

/** A line of the engine's event log before it is parsed. */
export type RawEvent = Readonly<Record<string, unknown>>;

export const STACK_URN = "urn:pulumi:dev::clinic::pulumi:pulumi:Stack::clinic-dev";

export function urn(type: string, name: string): string {
    return `urn:pulumi:dev::clinic::${type}::${name}`;
}

/** The first event of a resource; the type may have those of its parents before it, as in a URN. */
export function registered(type: string, name: string, op = "create", inputs: object = {}): RawEvent {
    const own = type.split("$").at(-1);
    const of = type === "pulumi:pulumi:Stack" ? STACK_URN : urn(type, name);
    return {
        resourcePreEvent: {
            metadata: {
                op,
                urn: of,
                type: own,
                old: null,
                new: { type: own, urn: of, custom: type !== "pulumi:pulumi:Stack", inputs },
                provider: "",
            },
            planning: true,
        },
    };
}

export function judged(pack: string, of: string, passed: string[] = [], failed: string[] = []): RawEvent {
    return {
        policyAnalyzeSummaryEvent: {
            resourceUrn: of,
            policyPackName: pack,
            policyPackVersion: "1.0.0",
            policyPackVersionTag: "1.0.0",
            ...(passed.length > 0 ? { passed } : {}),
            ...(failed.length > 0 ? { failed } : {}),
        },
    };
}

export function stackJudged(pack: string, passed: string[] = [], failed: string[] = []): RawEvent {
    return {
        policyAnalyzeStackSummaryEvent: { policyPackName: pack, policyPackVersion: "1.0.0", passed, failed },
    };
}

export function violation(pack: string, rule: string, of: string, message: string): RawEvent {
    return {
        policyEvent: {
            resourceUrn: of,
            message: `<{%reset%}>${title(rule)}\n${message}<{%reset%}>\n`,
            color: "raw",
            policyName: rule,
            policyPackName: pack,
            policyPackVersion: "1.0.0",
            policyPackVersionTag: "1.0.0",
            enforcementLevel: "mandatory",
        },
    };
}

export function undecided(pack: string, rule: string, of: string, text: string): RawEvent {
    const message = `can't run policy '${rule}' from policy pack '${pack}@v1.0.0' during preview: ${text}`;
    const event = violation(pack, rule, of, "").policyEvent as object;
    return {
        policyEvent: {
            ...event,
            message: `<{%reset%}>${message}<{%reset%}>\n`,
            enforcementLevel: "advisory",
        },
    };
}

export function error(message: string, of?: string): RawEvent {
    return {
        diagnosticEvent: {
            ...(of === undefined ? {} : { urn: of }),
            prefix: "<{%fg 1%}>error: <{%reset%}>",
            message: `<{%reset%}>${message}<{%reset%}>\n`,
            color: "raw",
            severity: "error",
        },
    };
}

export const finished: RawEvent = {
    summaryEvent: {
        maybeCorrupt: false,
        durationSeconds: 2,
        resourceChanges: { create: 2 },
        isPreview: true,
    },
};

/** What the engine writes in a whole run: each pack judges each resource, then the stack. */
export function wholeRun(packs: readonly string[], ...verdicts: readonly RawEvent[]): RawEvent[] {
    const summarised = new Set(
        verdicts.flatMap((event) => {
            const summary = event.policyAnalyzeSummaryEvent as
                { policyPackName: string; resourceUrn: string } | undefined;
            return summary === undefined ? [] : [`${summary.policyPackName} ${summary.resourceUrn}`];
        }),
    );
    const stackSummarised = new Set(
        verdicts.map(
            (event) =>
                (event.policyAnalyzeStackSummaryEvent as { policyPackName: string } | undefined)
                    ?.policyPackName,
        ),
    );
    return [
        registered("pulumi:pulumi:Stack", "clinic-dev"),
        registered("test:index:Store", "records"),
        ...verdicts,
        ...packs.flatMap((pack) =>
            [STACK_URN, STORE].filter((of) => !summarised.has(`${pack} ${of}`)).map((of) => judged(pack, of)),
        ),
        ...packs.filter((pack) => !stackSummarised.has(pack)).map((pack) => stackJudged(pack)),
        finished,
        { cancelEvent: {} },
    ];
}

export const STORE = urn("test:index:Store", "records");

/** Events as the engine sends them: numbered and stamped. */
export function sent(events: readonly RawEvent[]): string[] {
    return events.map((event, sequence) => JSON.stringify({ sequence, timestamp: 1_700_000_000, ...event }));
}

/** The events through the real reader. */
export function read(events: readonly string[]): EngineEvent[] {
    const reader = new EventReader();
    return [...reader.read(events.join("\n")), ...reader.end()];
}

export function recordOf(events: readonly RawEvent[]): RunRecord {
    return RunRecord.of(read(sent(events)));
}

function title(rule: string): string {
    return `Titre ${rule} / Title ${rule}`;
}

export function rule(id: string, severity: Rule["severity"] = "high"): Rule {
    return {
        id,
        title: { fr: `Titre ${id}`, en: `Title ${id}` },
        why: { fr: `Risque ${id}`, en: `Risk ${id}` },
        remediation: { fr: `Corriger ${id}`, en: `Mend ${id}` },
        severity,
        url: `https://example.org/${id}`,
        examples: { compliant: [], violation: [] },
    };
}

/** Where the thresholds of every rule come from. */
const SOURCE: Source = {
    id: "Guide R1",
    title: { fr: "Recommandation 1", en: "Recommendation 1" },
    url: "https://example.org/guide",
};

/** A framework whose requirements are checked by the named rules. */
export function framework(
    id: Framework["id"],
    requirements: Readonly<Record<string, readonly string[]>>,
): Framework {
    return {
        id,
        title: { fr: `Référentiel ${id}`, en: `Framework ${id}` },
        version: "2.0",
        url: `https://example.org/${id}`,
        pack: true,
        requirements: Object.entries(requirements).map(([requirement, rules]) => ({
            id: requirement,
            title: { fr: `Exigence ${requirement}`, en: `Requirement ${requirement}` },
            status: "automated",
            chain: [{ sources: [SOURCE], rules: rules.map((name) => rule(name)) }],
        })),
    };
}

/** The same framework, with evidence that each requirement needs besides. */
export function needingEvidence(whole: Framework): Framework {
    return {
        ...whole,
        requirements: whole.requirements.map((requirement) => ({
            ...requirement,
            evidence: {
                owner: { fr: "RSSI", en: "CISO" },
                document: { fr: `Preuve ${requirement.id}`, en: `Evidence ${requirement.id}` },
            },
        })),
    };
}

/** A register without exemptions. */
export const NO_EXEMPTIONS: HeededRegister = {
    register: new Register({ exemptions: [] }, new Set(), "2026-11-21"),
    ignored: false,
};

export const CONTEXT: RunContext = {
    project: "clinic",
    stack: "dev",
    source: "preview",
    generatedAt: "2026-11-21T09:30:00.000Z",
    simulated: true,
    engine: { version: "3.225.0" },
    commit: { id: "0123456789abcdef0123456789abcdef01234567", modified: false },
    inputs: {
        infrastructure: "1".repeat(64),
        rules: "2".repeat(64),
        levels: "3".repeat(64),
        exemptions: "4".repeat(64),
        digest: "5".repeat(64),
    },
    undecided: "warn",
    exemptions: { ignored: false, inForce: [], faults: [] },
    disabledRules: [],
    remediations: [],
    facts: [],
};

export function reportOf(events: readonly RawEvent[], frameworks: readonly Framework[]): Report {
    return assess(judgedByPacks(recordOf(events), frameworks), frameworks, CONTEXT);
}
