import * as z from "zod";
import { UserError } from "../../sandbox/user-error";
import { factsOf } from "../registers/facts";
import { printable } from "./engine-text";

/** Names and messages come from programs and packs; nothing in them may steer a terminal or turn a page's text around. */
const text = z.string().transform(printable);

/** Go writes an empty slice as `null` or leaves it out. */
const names = z
    .array(text)
    .nullish()
    .transform((value) => value ?? []);

const diagnostic = z.object({
    urn: text.optional(),
    message: text,
    severity: text,
    ephemeral: z.boolean().optional(),
});

/** Of the inputs, the few settings that the record of processing activities tells are kept. */
const resourceStep = z.object({
    metadata: z
        .object({
            op: text,
            urn: text,
            type: text,
            new: z.object({ custom: z.boolean().optional(), inputs: z.unknown().optional() }).nullish(),
        })
        .transform(({ op, urn, type, new: state }) => ({
            op,
            urn,
            type,
            custom: state?.custom ?? false,
            facts: factsOf({ urn, type, inputs: state?.inputs }),
        })),
});

const policyViolation = z.object({
    resourceUrn: text.default(""),
    message: text,
    policyName: text,
    policyPackName: text,
    enforcementLevel: text,
});

/** What a rule set in a resource; the properties before and after are dropped like all others. */
const policyRemediation = z.object({
    resourceUrn: text.default(""),
    policyName: text,
    policyPackName: text,
});

const policySummary = z.object({
    resourceUrn: text.default(""),
    policyPackName: text,
    policyPackVersion: text.default(""),
    passed: names,
    failed: names,
});

const engineEvent = z.object({
    diagnosticEvent: diagnostic.optional(),
    resourcePreEvent: resourceStep.optional(),
    policyEvent: policyViolation.optional(),
    policyRemediationEvent: policyRemediation.optional(),
    policyAnalyzeSummaryEvent: policySummary.optional(),
    policyAnalyzeStackSummaryEvent: policySummary.optional(),
    summaryEvent: z.object({ durationSeconds: z.number() }).optional(),
});

export type Diagnostic = z.infer<typeof diagnostic>;
export type PolicyViolation = z.infer<typeof policyViolation>;
export type PolicySummary = z.infer<typeof policySummary>;

/**
 * One event of the Pulumi engine, cut down to what the report needs.
 *
 * Inputs and outputs of resources are dropped here but for listed settings, so no later step can print them.
 */
export type EngineEvent = z.infer<typeof engineEvent>;

/** Reads the engine's events from its output, one JSON object a line, as it comes in. */
export class EventReader {
    private pending = "";
    private count = 0;

    /**
     * The events of the lines that this text completes.
     *
     * @throws UserError when one is not an engine event. The text stays out of the error: it may hold values of the stack.
     */
    public read(text: string): EngineEvent[] {
        const lines = (this.pending + text).split("\n");
        this.pending = lines.pop() ?? "";
        return lines.filter((line) => line !== "").map((line) => this.parse(line));
    }

    /**
     * The event of the last line, should it lack its end.
     *
     * @throws UserError when it is cut short.
     */
    public end(): EngineEvent[] {
        return this.read("\n");
    }

    private parse(line: string): EngineEvent {
        this.count += 1;
        const where = `événement ${this.count.toString()} du moteur`;
        let json: unknown;
        try {
            json = JSON.parse(line);
        } catch {
            throw new UserError(
                `${where}\u00a0: objet JSON attendu, texte illisible ou tronqué reçu (${line.length.toString()} caractères)`,
            );
        }
        const { data, error } = engineEvent.safeParse(json);
        if (error !== undefined) {
            const fields = error.issues.map((issue) => issue.path.join(".") || "(racine)");
            throw new UserError(`${where}\u00a0: champs inattendus\u00a0: ${fields.join(", ")}`);
        }
        return data;
    }
}
