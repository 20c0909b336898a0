import { type Expectation, such } from "../expectation";
import { typeset } from "../typography";
import { isDay } from "./calendar";

/** A dated permission to leave violations of a rule on some resources of a stack. */
export interface Exemption {
    readonly id: string;
    /** Id of the rule. */
    readonly rule: string;
    /** URNs of the resources, `*` standing for any characters. */
    readonly resource: string;
    readonly stack: string;
    readonly reason: string;
    readonly compensatingMeasure: string;
    /** Who answers for the risk. */
    readonly owner: string;
    /** Who accepted it; somebody else. */
    readonly approver: string;
    readonly ticket: string;
    /** First day, `YYYY-MM-DD`. */
    readonly granted: string;
    /** Last day, included, `YYYY-MM-DD`. */
    readonly expires: string;
}

/** What each field is, and what it may hold. */
export interface Field {
    readonly question: string;
    readonly expected: Expectation;
    /** What of that a JSON schema can say. */
    readonly schema: { readonly minLength?: number; readonly pattern?: string; readonly format?: "date" };
}

type Content = Omit<Field, "question">;

/** Shortest reason and compensating measure, in characters: a word is not a reason. */
const REASON_LENGTH = 20;

/** Longest time from the day of grant to the last day. */
export const LONGEST_DAYS = 180;

function text(what: string, length: number): Content {
    return {
        expected: such(what, (value) => typeof value === "string" && value.trim().length >= length),
        schema: { minLength: length },
    };
}

function matching(what: string, pattern: RegExp): Content {
    return {
        expected: such(what, (value) => typeof value === "string" && pattern.test(value)),
        schema: { pattern: pattern.source },
    };
}

/** A name after the last `::`, or three characters of it in a row beside its wildcards. */
const NAMED = /::(?:[^*:\s]+|[^:\s]*[^*:\s]{3}[^:\s]*)$/;

const prose = text(`un texte d’au moins ${String(REASON_LENGTH)} caractères`, REASON_LENGTH);
const day: Content = {
    expected: such(
        "une date du calendrier (AAAA-MM-JJ)",
        (value) => typeof value === "string" && isDay(value),
    ),
    schema: { format: "date" },
};

/** The fields of an exemption, in the order in which they are asked for. */
export const FIELDS: Readonly<Record<keyof Exemption, Field>> = {
    id: {
        question: "Identifiant",
        ...matching("un identifiant EX-AAAA-NNN", /^EX-\d{4}-\d{3}$/),
    },
    rule: { question: "Règle", ...text("l’identifiant d’une règle", 1) },
    resource: {
        question: "Ressource (URN, « * » pour toute suite de caractères)",
        // Engine, stack, project and type name none: a pattern without a name would exempt whatever comes later.
        ...matching("un URN ou un motif qui nomme une ressource après « :: »", NAMED),
    },
    stack: {
        question: "Pile",
        ...matching("le nom d’une pile", /^[A-Za-z0-9_.-]+$/),
    },
    reason: { question: "Motif", ...prose },
    compensatingMeasure: { question: "Mesure compensatoire", ...prose },
    owner: { question: "Porteur du risque", ...text("une fonction ou une équipe", 2) },
    approver: { question: "Approbateur", ...text("une fonction ou une équipe", 2) },
    ticket: { question: "Ticket", ...text("la référence d’un ticket", 2) },
    granted: { question: "Accordée le", ...day },
    expires: { question: "Expire le (jour inclus)", ...day },
};

/** The names of the fields, in order. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly (keyof Exemption)[];

/** The published JSON schema (draft 2020-12) of `policies/exemptions.json`. */
export function exemptionsJsonSchema(): object {
    const properties = FIELD_NAMES.map((name) => {
        const { question, expected, schema } = FIELDS[name];
        const description = typeset(`${question} : ${expected.text}`);
        return [name, { type: "string", ...schema, description }] as const;
    });
    return {
        $schema: "https://json-schema.org/draft/2020-12/schema",
        type: "object",
        properties: {
            $schema: { type: "string" },
            exemptions: {
                type: "array",
                items: {
                    type: "object",
                    properties: Object.fromEntries(properties),
                    required: FIELD_NAMES,
                    additionalProperties: false,
                },
            },
        },
        required: ["exemptions"],
        additionalProperties: false,
    };
}
