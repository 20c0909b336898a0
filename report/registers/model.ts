import * as z from "zod";
import { isCountry, isInEea } from "./countries";
import { publicationOf, sentenceOf } from "./publication";

const filled = z.string().regex(/\S/, "un texte");

const text = z.strictObject({ fr: filled, en: filled });

/** What people have yet to declare is null; « à compléter » stands for it in the files. */
const declared = <T extends z.ZodType>(schema: T) => schema.nullable().describe("null: to be completed.");

const country = z
    .string()
    .refine(isCountry, "un code de pays ISO 3166-1 de deux lettres")
    .describe("ISO 3166-1 code.");

const thirdCountry = country.refine(
    (code) => !isInEea(code),
    "un pays qui n’est pas de l’Espace économique européen",
);

const activity = z
    .int()
    .min(1)
    .max(6)
    .describe("Hosting activity, as art. R.1111-9 of the Code de la santé publique numbers them.");

const activities = z
    .array(activity)
    .min(1)
    .refine((list) => new Set(list).size === list.length, "chaque activité une seule fois");

const remoteAccess = z
    .strictObject({
        country: declared(thirdCountry),
        basis: declared(z.enum(["adequacy", "safeguards"])).describe(
            "adequacy: a decision under art. 45 of the GDPR. safeguards: those of art. 46, of which the client is told.",
        ),
        detail: declared(text).describe("The decision, or the safeguards."),
    })
    .describe("Access to health data from a country out of the EEA (EXI 29).");

const risk = z
    .strictObject({
        country: thirdCountry,
        laws: declared(z.array(filled).min(1)).describe("For the client's documentation and the contract."),
        measures: declared(text),
        residual: declared(text).describe("The risk that remains."),
    })
    .describe(
        "Law of a third country that may impose an access which Union law does not authorise (EXI 30).",
    );

const actor = z
    .strictObject({
        name: filled.describe("Corporate name."),
        role: z.enum(["host", "subcontractor"]),
        activities: declared(activities).describe("Those that it takes part in."),
        hds: declared(z.enum(["certified", "notCertified", "exempted"])),
        secNumCloud: declared(z.array(activity)).describe(
            "Activities that a SecNumCloud 3.2 qualification covers; empty: not qualified.",
        ),
        storage: declared(z.array(country)).describe(
            "Countries where it stores health data; empty: it stores none.",
        ),
        remoteAccess: declared(z.array(remoteAccess)),
        risks: declared(z.array(risk)),
        verifiedOn: declared(z.iso.date()).describe("When a person last verified all this; null: never."),
        evidence: declared(filled).describe("Where the proof is kept."),
    })
    .refine(({ secNumCloud, activities: own }) => secNumCloud?.every((one) => own?.includes(one)) ?? true, {
        path: ["secNumCloud"],
        error: "des activités de l’acteur",
    })
    .describe("Who takes part in the hosting, or in it on behalf of the host.");

const supplier = z
    .strictObject({ name: filled, service: filled.describe("Host name."), why: text })
    .describe("Who supplies software or services and has no access to health data: not in the table.");

export const subcontractors = z
    .strictObject({
        updatedOn: z.iso.date(),
        actors: z.array(actor).min(1),
        suppliers: z.array(supplier),
    })
    .refine(({ actors }) => actors.filter(({ role }) => role === "host").length === 1, {
        path: ["actors"],
        error: "exactement un acteur de rôle « host »",
    })
    .refine(({ actors }) => new Set(actors.map(({ name }) => name)).size === actors.length, {
        path: ["actors"],
        error: "des noms tous différents",
    });

export const responsibilities = z.strictObject({
    validatedOn: declared(z.iso.date()).describe("When host and client approved them; null: not yet."),
    activities: z
        .array(
            z.strictObject({
                activity,
                client: declared(text),
                host: declared(text),
                subcontractors: declared(text),
            }),
        )
        .refine(
            (list) => list.map((each) => each.activity).join() === "1,2,3,4,5,6",
            "les activités 1 à 6, dans cet ordre",
        ),
});

const processingActivity = z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, "un identifiant en minuscules, chiffres et traits d’union"),
    name: text,
    application: text,
    healthData: z.boolean().describe("A special category of art. 9 of the GDPR."),
    updatedOn: declared(z.iso.date()).describe("When a person last completed the record."),
    controller: z
        .strictObject({
            purposes: declared(text),
            legalBasis: declared(text),
            subjects: declared(text),
            data: declared(text),
            recipients: declared(text),
            retention: declared(text),
        })
        .describe("Art. 30.1 of the GDPR."),
    processor: z
        .strictObject({ clients: declared(text), processing: declared(text) })
        .describe("Art. 30.2 of the GDPR: for whom, and which categories of processing."),
    resources: z
        .array(filled)
        .describe("Beginnings of type tokens, without versions: whose facts belong to the activity."),
});

export const processing = z.strictObject({
    organisation: z.strictObject({
        name: filled,
        contact: declared(filled),
        controller: declared(filled),
        dpo: declared(filled),
    }),
    activities: z
        .array(processingActivity)
        .min(1)
        .refine(
            (list) => new Set(list.map(({ id }) => id)).size === list.length,
            "des identifiants tous différents",
        ),
});

const publication = z.enum(["noAccessRisk", "noTransfer", "table"]);

/** The registers that people keep in `registers/`. */
export const registers = z
    .strictObject({
        publication: publication.describe("Which of the three publications of HDS requirement 31 holds."),
        sentence: text
            .optional()
            .describe("The référentiel's own words; absent where the table is published."),
        subcontractors,
        responsibilities,
        processing,
    })
    .refine((all) => all.publication === publicationOf(all.subcontractors.actors), {
        path: ["publication"],
        error: "celle qui découle des acteurs déclarés",
    })
    .refine((all) => all.sentence?.fr === sentenceOf(all.publication)?.fr, {
        path: ["sentence"],
        error: "la phrase du référentiel",
    });

export type Registers = z.infer<typeof registers>;
export type Publication = z.infer<typeof publication>;
export type Actor = z.infer<typeof actor>;
export type RemoteAccess = z.infer<typeof remoteAccess>;
export type Risk = z.infer<typeof risk>;
export type Supplier = z.infer<typeof supplier>;
export type Responsibilities = z.infer<typeof responsibilities>;
export type Processing = z.infer<typeof processing>;
export type ProcessingActivity = z.infer<typeof processingActivity>;
