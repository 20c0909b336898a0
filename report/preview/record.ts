import { EXEMPTION_REGISTER, VALUE_UNDECIDED } from "../../policies/pack/names";
import type { Diagnostic, EngineEvent, PolicySummary, PolicyViolation } from "./events";
import { isRootStack } from "../../policies/urn";
import { sortedFacts } from "../registers/facts";
import type { Fact } from "../model";

/** Steps that follow a registration; the engine has every pack judge each registered resource. */
const REGISTERING_OPERATIONS: ReadonlySet<string> = new Set([
    "same",
    "create",
    "update",
    "replace",
    "create-replacement",
    "import",
    "import-replacement",
]);

export interface RegisteredResource {
    readonly type: string;
    /** True for what a provider manages, false for components and the stack. */
    readonly custom: boolean;
}

/** A resource that a rule corrected before it was judged. */
export interface Remediation {
    readonly rule: string;
    /** Its URN. */
    readonly resource: string;
}

/** What one policy pack said in a run. */
export interface PackRecord {
    readonly version: string;
    /** One summary per resource judged, by URN. */
    readonly resources: Map<string, PolicySummary>;
    /** The summary of its stack rules; absent when these did not run. */
    stack?: PolicySummary;
}

/** The facts of one preview, gathered event by event. The order of events between packs does not matter. */
export class RunRecord {
    /** Registered resources by URN; a replaced one counts once. */
    public readonly resources = new Map<string, RegisteredResource>();
    public readonly packs = new Map<string, PackRecord>();
    public readonly violations: PolicyViolation[] = [];
    public readonly remediations: Remediation[] = [];
    /** URNs of the resources, among them the stack, that were refused because rules could not be decided. */
    public readonly undecidedRefusals = new Set<string>();
    /** True when the stack was refused because the register of exemptions is not in order. */
    public registerRefused = false;
    public readonly errors: Diagnostic[] = [];
    public readonly warnings: Diagnostic[] = [];
    /** What the program and the packs wrote on their error output, in order. */
    public errorOutput = "";
    /** The engine said that it had come to its end. */
    public finished = false;
    private readonly factsByUrn = new Map<string, readonly Fact[]>();

    public static of(events: Iterable<EngineEvent>): RunRecord {
        const record = new RunRecord();
        for (const event of events) {
            record.add(event);
        }
        return record;
    }

    public add(event: EngineEvent): void {
        const step = event.resourcePreEvent?.metadata;
        if (step !== undefined && REGISTERING_OPERATIONS.has(step.op)) {
            this.resources.set(step.urn, { type: step.type, custom: step.custom });
            this.factsByUrn.set(step.urn, step.facts);
        }
        if (event.diagnosticEvent !== undefined) {
            this.addDiagnostic(event.diagnosticEvent);
        }
        if (event.policyEvent !== undefined) {
            this.addViolation(event.policyEvent);
        }
        const corrected = event.policyRemediationEvent;
        if (corrected !== undefined) {
            this.remediations.push({ rule: corrected.policyName, resource: corrected.resourceUrn });
        }
        const judged = event.policyAnalyzeSummaryEvent;
        if (judged !== undefined) {
            this.pack(judged).resources.set(judged.resourceUrn, ofRules(judged));
        }
        const stack = event.policyAnalyzeStackSummaryEvent;
        if (stack !== undefined) {
            this.pack(stack).stack = ofRules(stack);
        }
        this.finished ||= event.summaryEvent !== undefined;
    }

    /** URN of the stack itself, the subject of verdicts on the stack as a whole; undefined before it is registered. */
    public get stackUrn(): string | undefined {
        return [...this.resources.keys()].find(isRootStack);
    }

    /** What the registered resources tell the record of processing activities, by resource. */
    public get facts(): readonly Fact[] {
        return sortedFacts(this.factsByUrn);
    }

    /** How many resources each of the packs has judged by now. */
    public judgedByAll(packs: readonly string[]): number {
        return Math.min(...packs.map((pack) => this.packs.get(pack)?.resources.size ?? 0));
    }

    private addViolation(violation: PolicyViolation): void {
        const refused = violation.enforcementLevel === "mandatory";
        if (violation.policyName === EXEMPTION_REGISTER) {
            this.registerRefused ||= refused;
        } else if (violation.policyName !== VALUE_UNDECIDED) {
            this.violations.push(violation);
        } else if (refused) {
            this.undecidedRefusals.add(violation.resourceUrn);
        }
    }

    private addDiagnostic(diagnostic: Diagnostic): void {
        if (diagnostic.severity === "error") {
            this.errors.push(diagnostic);
        } else if (diagnostic.severity === "warning") {
            this.warnings.push(diagnostic);
        } else if (diagnostic.severity === "info#err") {
            this.errorOutput += diagnostic.message;
        }
    }

    private pack(summary: PolicySummary): PackRecord {
        let pack = this.packs.get(summary.policyPackName);
        if (pack === undefined) {
            pack = { version: summary.policyPackVersion, resources: new Map() };
            this.packs.set(summary.policyPackName, pack);
        }
        return pack;
    }
}

/** A summary without the policies that a pack has beside its rules. */
function ofRules(summary: PolicySummary): PolicySummary {
    const own: readonly string[] = [VALUE_UNDECIDED, EXEMPTION_REGISTER];
    return { ...summary, failed: summary.failed.filter((name) => !own.includes(name)) };
}
