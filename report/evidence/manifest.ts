import * as z from "zod";
import type { Language, Text } from "../words/language";
import { MANIFEST, REPORT, SIGNATURE } from "./names";
import { faultOf } from "./schema-faults";
import { shown } from "./shown";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A name without a path, that means the same on every file system. */
const fileName = z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/)
    .refine((name) => name !== MANIFEST && name !== SIGNATURE);

const file = z.strictObject({
    name: fileName,
    sha256,
    size: z.int().nonnegative().describe("In bytes."),
    mediaType: z.string(),
});

/** Apart from the model of the report: a manifest stays verifiable when that has changed. */
const manifestModel = z
    .strictObject({
        version: z.literal(1),
        project: z.string(),
        stack: z.string(),
        source: z.enum(["preview", "state"]),
        simulated: z.boolean(),
        generatedAt: z.iso.datetime().describe("UTC."),
        commit: z.strictObject({ id: z.string(), modified: z.boolean() }).optional(),
        engine: z.strictObject({ version: z.string() }).optional(),
        packs: z.array(z.strictObject({ framework: z.string(), version: z.string() })).readonly(),
        inputs: sha256.describe("The digest of what the verdicts depend on."),
        decision: z.enum(["refused", "inconclusive", "reserved", "accepted"]),
        complete: z.literal(true).describe("It is written last: these are all the files."),
        files: z
            .array(file)
            .readonly()
            .refine(areDistinct, "expected distinct names")
            .refine((files) => files.some(({ name }) => name === REPORT), `expected ${REPORT}`),
        previous: z
            .strictObject({ folder: z.string(), manifest: sha256.describe("Of its `manifest.json`.") })
            .nullable()
            .describe("The report published before on the stack; null for the first."),
    })
    .meta({
        $id: "urn:audioprothese-plus:report-manifest:1",
        title: "Manifest of a compliance report",
        description: "Every file of a report with its digest, and the report before it.",
    });

export type Manifest = z.infer<typeof manifestModel>;

/** The published JSON schema (draft 2020-12) of `manifest.json`. */
export function manifestJsonSchema(): object {
    return z.toJSONSchema(manifestModel);
}

/** A manifest from its bytes, or what is wrong with them. */
export function parseManifest(bytes: Buffer): Manifest | { readonly fault: Text } {
    let value: unknown;
    try {
        value = JSON.parse(bytes.toString("utf8"));
    } catch (error) {
        const reason = shown((error as SyntaxError).message);
        return {
            fault: {
                fr: `${MANIFEST} : attendu du JSON, obtenu une erreur de lecture (${reason})`,
                en: `${MANIFEST}: expected JSON, got a reading error (${reason})`,
            },
        };
    }
    const told = (language: Language) => faultOf(manifestModel, value, language);
    const { data } = manifestModel.safeParse(value);
    return data ?? { fault: { fr: `${MANIFEST} : ${told("fr")}`, en: `${MANIFEST}: ${told("en")}` } };
}

/** Whether names differ by more than case, which some file systems ignore. */
function areDistinct(files: readonly { readonly name: string }[]): boolean {
    return new Set(files.map(({ name }) => name.toLowerCase())).size === files.length;
}
