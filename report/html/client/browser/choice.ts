/** The parameters of the page's address that hold what the reader chose. */
const KEYS = {
    text: "texte",
    framework: "referentiel",
    component: "composant",
    severity: "criticite",
    verdict: "etat",
    view: "vue",
} as const;

export type Field = keyof typeof KEYS;

/** What the reader chose to see; empty texts stand for anything, and for the view by rule. */
export type Choice = Readonly<Record<Field, string>>;

export const BY_RESOURCE = "ressources";

const FIELDS = Object.keys(KEYS) as readonly Field[];

export const EVERYTHING = choiceOf(() => "");

export function choiceOf(value: (field: Field) => string): Choice {
    return Object.fromEntries(FIELDS.map((field) => [field, value(field)])) as Choice;
}

/** A place in the page: `#constats?etat=violation&langue=en`. */
export interface Address {
    /** Of an element. */
    readonly id: string;
    readonly choice: Choice;
    /** Absent where it is that of the page as it was made. */
    readonly language?: string;
}

const LANGUAGE = "langue";

export function readAddress(hash: string): Address {
    const [id = "", query = ""] = hash.replace(/^#/, "").split(/\?(.*)/s);
    const parameters = new URLSearchParams(query);
    const language = parameters.get(LANGUAGE);
    return {
        id: decoded(id),
        choice: choiceOf((field) => parameters.get(KEYS[field]) ?? ""),
        ...(language !== null && { language }),
    };
}

export function writeAddress({ id, choice, language }: Address): string {
    const parameters = new URLSearchParams();
    for (const field of FIELDS.filter((own) => choice[own] !== "")) {
        parameters.set(KEYS[field], choice[field]);
    }
    if (language !== undefined) {
        parameters.set(LANGUAGE, language);
    }
    const query = parameters.toString();
    return `#${encodeURIComponent(id)}${query === "" ? "" : `?${query}`}`;
}

function decoded(id: string): string {
    try {
        return decodeURIComponent(id);
    } catch {
        return id;
    }
}
