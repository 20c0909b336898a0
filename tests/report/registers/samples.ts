import type { Actor, Processing, Registers, Responsibilities } from "../../../report/registers/model";
import { publicationOf, sentenceOf } from "../../../report/registers/publication";

/** A host wholly declared and verified, without transfer, risk or qualification. */
export const HOST: Actor = {
    name: "Hébergeur SA",
    role: "host",
    activities: [1, 2],
    hds: "certified",
    secNumCloud: [],
    storage: ["FR"],
    remoteAccess: [],
    risks: [],
    verifiedOn: "2026-11-01",
    evidence: "contrat 12",
};

/** The same as a subcontractor. */
export const SUBCONTRACTOR: Actor = { ...HOST, name: "Sous-traitant SAS", role: "subcontractor" };

const RESPONSIBILITIES: Responsibilities = {
    validatedOn: null,
    activities: [1, 2, 3, 4, 5, 6].map((activity) => ({
        activity,
        client: null,
        host: { fr: "L’hébergeur agit", en: "The host acts" },
        subcontractors: null,
    })),
};

const PROCESSING: Processing = {
    organisation: { name: "Hébergeur SA", contact: null, controller: null, dpo: null },
    activities: [
        {
            id: "dossier",
            name: { fr: "Dossier", en: "Record" },
            application: { fr: "OpenMRS", en: "OpenMRS" },
            healthData: true,
            updatedOn: null,
            controller: {
                purposes: { fr: "Soigner", en: "To care" },
                legalBasis: null,
                subjects: null,
                data: null,
                recipients: null,
                retention: null,
            },
            processor: { clients: null, processing: null },
            resources: ["azure-native:dbformysql"],
        },
    ],
};

export function registersOf(actors: readonly Actor[], more: Partial<Registers> = {}): Registers {
    const publication = publicationOf(actors);
    const sentence = sentenceOf(publication);
    return {
        publication,
        ...(sentence && { sentence: { ...sentence } }),
        subcontractors: { updatedOn: "2026-11-21", actors: [...actors], suppliers: [] },
        responsibilities: RESPONSIBILITIES,
        processing: PROCESSING,
        ...more,
    };
}
