import { closest } from "fastest-levenshtein";

import { typeset } from "../typography";
import { type Day, dayAfter } from "./calendar";
import { type Exemption, FIELD_NAMES, FIELDS, LONGEST_DAYS } from "./fields";
import { contradictions, fieldFault } from "./register";

/** Asks a question and returns the answer; rejects when there is nobody left to answer. */
export type Ask = (question: string) => Promise<string>;

export interface Asking {
    readonly ask: Ask;
    readonly print: (line: string) => void;
    readonly rules: ReadonlySet<string>;
    readonly today: Day;
    /** Ids in use. */
    readonly taken: readonly string[];
}

/** Asks for each field until its answer will do; an empty answer takes the value in brackets. */
export async function askExemption(asking: Asking): Promise<Exemption> {
    let exemption: Partial<Exemption> = {};
    for (const field of FIELD_NAMES) {
        exemption = { ...exemption, [field]: await askField(field, exemption, asking) };
    }
    return exemption as Exemption;
}

async function askField(field: keyof Exemption, sofar: Partial<Exemption>, asking: Asking): Promise<string> {
    const proposal = propose(field, sofar, asking);
    const suffix = proposal === undefined ? "" : ` [${proposal}]`;
    for (;;) {
        const answer = (await asking.ask(typeset(`${FIELDS[field].question}${suffix} : `))).trim();
        const value = answer === "" && proposal !== undefined ? proposal : answer;
        const fault = fieldFault(field, value) ?? faultAmong(field, { ...sofar, [field]: value }, asking);
        if (fault === undefined) {
            return value;
        }
        asking.print(typeset(`  ${fault}`));
    }
}

function propose(field: keyof Exemption, sofar: Partial<Exemption>, asking: Asking): string | undefined {
    switch (field) {
        case "id":
            return nextId(asking);
        case "granted":
            return asking.today;
        case "expires":
            return dayAfter(sofar.granted ?? asking.today, LONGEST_DAYS / 2);
        default:
            return undefined;
    }
}

/** The first free number of the year. */
function nextId({ today, taken }: Asking): string {
    const prefix = `EX-${today.slice(0, 4)}-`;
    const numbers = taken.filter((id) => id.startsWith(prefix)).map((id) => Number(id.slice(prefix.length)));
    return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(3, "0")}`;
}

/** What is wrong with an answer in the light of those before it. */
function faultAmong(
    field: keyof Exemption,
    sofar: Partial<Exemption>,
    { rules, taken, today }: Asking,
): string | undefined {
    const { id = "", rule = "", owner = "", approver = "", granted = today, expires = granted } = sofar;
    if (field === "id" && taken.includes(id)) {
        return `id : attendu un identifiant libre, obtenu « ${id} »`;
    }
    if (field === "rule" && !rules.has(rule)) {
        return `rule : attendu une règle des paquets, obtenu « ${rule} » ; la plus proche : ${closest(rule, [...rules])}`;
    }
    if (field === "granted" && granted > today) {
        return `granted : attendu au plus tard ce jour (${today}), obtenu ${granted}`;
    }
    if (field === "expires" && expires < today) {
        return `expires : attendu une date à venir, obtenu ${expires}`;
    }
    return contradictions({ ...(sofar as Exemption), owner, approver, granted, expires }, rules).find(
        (fault) => fault.startsWith(`${field} `),
    );
}
