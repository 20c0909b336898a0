import { createHash } from "node:crypto";
import type { ReportFramework } from "../model";

/** Characters of a token before its prefix. */
const LONGEST = 60;

/** OSCAL identifies by tokens: here, of Latin letters, digits, `.`, `-` and `_`. Texts that give the same are told apart. */
export function tokensOf(prefix: string, texts: readonly string[]): ReadonlyMap<string, string> {
    const times = new Map<string, number>();
    for (const text of new Set(texts)) {
        times.set(slug(text), (times.get(slug(text)) ?? 0) + 1);
    }
    return new Map(
        texts.map((text) => {
            const plain = slug(text);
            const apart = plain === "" || plain.length > LONGEST || (times.get(plain) ?? 0) > 1;
            return [text, `${prefix}_${apart ? `${plain.slice(0, LONGEST)}.${digest(text)}` : plain}`];
        }),
    );
}

/** The id of the control of each requirement: `hds-v2_exi-28`, `rgpd_art-32-1-b`, `iso27001-2022_a.8.24`. */
export function controlsOf({ id, version, requirements }: ReportFramework): ReadonlyMap<string, string> {
    return tokensOf(
        prefixOf({ id, version }),
        requirements.map((requirement) => requirement.id),
    );
}

/** A framework and its edition: `hds-v2`, `iso27001-2022`; a law has no edition. */
export function prefixOf({ id, version }: Pick<ReportFramework, "id" | "version">): string {
    const major = /^(\d{1,3})\.\d{1,3}$/.exec(version)?.[1];
    const edition = major === undefined ? (/^\d{4}$/.test(version) ? `-${version}` : "") : `-v${major}`;
    const name = slug(id).slice(0, LONGEST);
    return `${/^[a-z]/.test(name) ? "" : "_"}${name}${edition}`;
}

export function objectiveOf(control: string): string {
    return `${control}_obj`;
}

function slug(text: string): string {
    return text
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/\.(?=\s|$)/g, "")
        .replace(/[^a-z0-9._-]+/g, "-")
        .replace(/^[-.]+|[-.]+$/g, "");
}

function digest(text: string): string {
    return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
