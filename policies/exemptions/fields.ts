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
}

/** Shortest reason and compensating measure, in characters: a word is not a reason. */
export const REASON_LENGTH = 20;

/** Longest time from the day of grant to the last day. */
export const LONGEST_DAYS = 180;

function text(what: string, length: number): Expectation {
    return such(what, (value) => typeof value === "string" && value.trim().length >= length);
}

function matching(what: string, accepts: (value: string) => boolean): Expectation {
    return such(what, (value) => typeof value === "string" && accepts(value));
}

const prose = text(`un texte d’au moins ${String(REASON_LENGTH)} caractères`, REASON_LENGTH);
const day = matching("une date du calendrier (AAAA-MM-JJ)", isDay);

/** The fields of an exemption, in the order in which they are asked for. */
export const FIELDS: Readonly<Record<keyof Exemption, Field>> = {
    id: {
        question: "Identifiant",
        expected: matching("un identifiant EX-AAAA-NNN", (value) => /^EX-\d{4}-\d{3}$/.test(value)),
    },
    rule: { question: "Règle", expected: text("l’identifiant d’une règle", 1) },
    resource: {
        question: "Ressource (URN, « * » pour toute suite de caractères)",
        // A glob of wildcards alone would exempt whatever comes later.
        expected: matching("un URN ou un motif qui nomme une ressource", (value) => /[^*:\s]{3}/.test(value)),
    },
    stack: {
        question: "Pile",
        expected: matching("le nom d’une pile", (value) => /^[A-Za-z0-9_.-]+$/.test(value)),
    },
    reason: { question: "Motif", expected: prose },
    compensatingMeasure: { question: "Mesure compensatoire", expected: prose },
    owner: { question: "Porteur du risque", expected: text("une fonction ou une équipe", 2) },
    approver: { question: "Approbateur", expected: text("une fonction ou une équipe", 2) },
    ticket: { question: "Ticket", expected: text("la référence d’un ticket", 2) },
    granted: { question: "Accordée le", expected: day },
    expires: { question: "Expire le (jour inclus)", expected: day },
};

/** The names of the fields, in order. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly (keyof Exemption)[];

/** The published JSON schema (draft 2020-12) of `policies/exemptions.json`. */
export function exemptionsJsonSchema(): object {
    const properties = FIELD_NAMES.map((name) => {
        const { question, expected } = FIELDS[name];
        return [name, { type: "string", description: typeset(`${question} : ${expected.text}`) }] as const;
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
