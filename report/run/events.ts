import * as z from "zod";
import { UserError } from "../../sandbox/user-error";

/** Go writes an empty slice as `null` or leaves it out. */
const names = z
    .array(z.string())
    .nullish()
    .transform((value) => value ?? []);

const diagnostic = z.object({
    urn: z.string().optional(),
    message: z.string(),
    severity: z.string(),
    ephemeral: z.boolean().optional(),
});

const resourceStep = z.object({
    metadata: z.object({
        op: z.string(),
        urn: z.string(),
        type: z.string(),
        new: z.object({ custom: z.boolean().optional() }).nullish(),
    }),
});

const policyViolation = z.object({
    resourceUrn: z.string().default(""),
    message: z.string(),
    policyName: z.string(),
    policyPackName: z.string(),
    enforcementLevel: z.string(),
});

const policySummary = z.object({
    resourceUrn: z.string().default(""),
    policyPackName: z.string(),
    policyPackVersion: z.string().default(""),
    passed: names,
    failed: names,
});

const engineEvent = z.object({
    diagnosticEvent: diagnostic.optional(),
    resourcePreEvent: resourceStep.optional(),
    policyEvent: policyViolation.optional(),
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
 * Inputs and outputs of resources are dropped here, so no later step can print them.
 */
export type EngineEvent = z.infer<typeof engineEvent>;

/**
 * Reads one event as the engine sends it.
 *
 * @param number which event of the run it is, from 1 on, to name it in an error.
 * @throws UserError when it is not an engine event. The text stays out of the error: it may hold values of the stack.
 */
export function readEvent(text: string, number: number): EngineEvent {
    const where = `événement ${number.toString()} du moteur`;
    let json: unknown;
    try {
        json = JSON.parse(text);
    } catch {
        throw new UserError(
            `${where}\u00a0: objet JSON attendu, texte illisible ou tronqué reçu (${text.length.toString()} caractères)`,
        );
    }
    const { data, error } = engineEvent.safeParse(json);
    if (error !== undefined) {
        const fields = error.issues.map((issue) => issue.path.join(".") || "(racine)");
        throw new UserError(`${where}\u00a0: champs inattendus\u00a0: ${fields.join(", ")}`);
    }
    return data;
}
