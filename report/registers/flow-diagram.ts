import { type Markup, html } from "../html/markup";
import { scrollRegion } from "../html/scroll-region";
import { wording } from "../html/wording";
import type { Language } from "../words/language";
import { countryName } from "./countries";
import type { Actor } from "./model";

const DIAGRAM_WORDS = wording(
    {
        title: "Où chaque acteur stocke des données de santé, d’où il y accède, et de quels droits il dépend",
        unknown: "À compléter",
        storage: "stockage",
        remoteAccess: "accès à distance",
        risks: "risque d’accès imposé",
    },
    {
        title: "Where each actor stores health data, from where it reaches them, and which law it is under",
        unknown: "To be completed",
        storage: "storage",
        remoteAccess: "remote access",
        risks: "risk of imposed access",
    },
);

const FLOWS = ["storage", "remoteAccess", "risks"] as const;

type FlowKind = (typeof FLOWS)[number];

const DASHES: Readonly<Record<FlowKind, string>> = { storage: "none", remoteAccess: "8 5", risks: "2 5" };

const WIDTH = 760;
const ROW = 64;
const BOX = { width: 250, height: 40 };
/** Characters of 14 pixels that a box holds. */
const LONGEST = 32;

interface Flow {
    readonly actor: number;
    readonly kind: FlowKind;
    readonly country: string;
}

/** Ids start with `prefix`. */
interface Place {
    readonly language: Language;
    readonly prefix: string;
}

/** Actors on the left, countries on the right, a line for each flow. The tables below say all that it shows. */
export function flowDiagram(actors: readonly Actor[], { language, prefix }: Place): Markup {
    const words = DIAGRAM_WORDS[language];
    const flows = actors.flatMap((actor, index) => flowsOf(actor, index));
    const countries = [...new Set(flows.map(({ country }) => country))];
    const top = 34;
    const height = top + ROW * Math.max(actors.length, countries.length);
    const middle = (row: number): number => top + ROW * row + BOX.height / 2;
    const right = WIDTH - BOX.width;
    const box = (x: number, row: number, label: string): Markup =>
        html`<rect
                x="${x}"
                y="${middle(row) - BOX.height / 2}"
                width="${BOX.width}"
                height="${BOX.height}"
                rx="6"
                fill="none"
                stroke="currentColor"
            /><text x="${x + 12}" y="${middle(row) + 5}" font-size="14" fill="currentColor"
                >${cut(label)}</text
            >`;
    return scrollRegion(
        `${prefix}flux`,
        html`<svg
            viewBox="0 0 ${WIDTH} ${height}"
            role="img"
            aria-labelledby="${prefix}flux"
            width="${WIDTH}"
            height="${height}"
        >
            <title id="${prefix}flux">${words.title}</title>
            ${FLOWS.map(
                (kind, index) =>
                    html`<path
                            d="M${index * 250} 10h40"
                            fill="none"
                            stroke="currentColor"
                            stroke-width="2"
                            stroke-dasharray="${DASHES[kind]}"
                        /><text x="${index * 250 + 50}" y="15" font-size="14" fill="currentColor"
                            >${words[kind]}</text
                        >`,
            )}
            ${actors.map(({ name }, row) => box(1, row, name))}
            ${countries.map((country, row) =>
                box(right - 1, row, country === "" ? words.unknown : countryName(country, language)),
            )}
            ${flows.map(({ actor, kind, country }) => {
                // Side by side where one actor has several flows with one country.
                const shift = (FLOWS.indexOf(kind) - 1) * 9;
                const from = middle(actor) + shift;
                const to = middle(countries.indexOf(country)) + shift;
                return html`<path
                    d="M${BOX.width + 1} ${from}L${right - 1} ${to}"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="2"
                    stroke-dasharray="${DASHES[kind]}"
                />`;
            })}
        </svg>`,
    );
}

/** The empty country stands for those that nobody has declared yet. */
function flowsOf({ storage, remoteAccess, risks }: Actor, actor: number): readonly Flow[] {
    const countries: Readonly<Record<FlowKind, readonly string[]>> = {
        storage: storage ?? [""],
        remoteAccess: remoteAccess?.map(({ country }) => country ?? "") ?? [""],
        risks: risks?.map(({ country }) => country) ?? [""],
    };
    return FLOWS.flatMap((kind) =>
        [...new Set(countries[kind])].map((country) => ({ actor, kind, country })),
    );
}

function cut(label: string): string {
    const characters = Array.from(label);
    return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : label;
}
