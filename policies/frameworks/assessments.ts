import type { Assessment, Evidence, Link } from "../framework";
import type { Text } from "../rule";

/** Who provides evidence. */
export const owner = {
    management: { fr: "direction", en: "management" },
    ciso: { fr: "RSSI", en: "CISO" },
    dpo: { fr: "DPO", en: "DPO" },
    operations: { fr: "exploitation", en: "operations" },
    development: { fr: "études et développement", en: "development" },
    legal: { fr: "service juridique", en: "legal department" },
    people: { fr: "ressources humaines", en: "human resources" },
    purchasing: { fr: "achats", en: "purchasing" },
    premises: { fr: "services généraux", en: "facilities" },
    provider: { fr: "exploitation, auprès de Microsoft Azure", en: "operations, from Microsoft Azure" },
} as const satisfies Readonly<Record<string, Text>>;

export function evidence(who: Text, fr: string, en: string): Evidence {
    return { owner: who, document: { fr, en } };
}

/** Judged by rules; without evidence, they cover the whole of the requirement. */
export function automated(topics: readonly (Link | readonly Link[])[], missing?: Evidence): Assessment {
    return { status: "automated", chain: topics.flat(), ...(missing && { evidence: missing }) };
}

/** Nothing that a program declares shows it. */
export function byEvidence(who: Text, fr: string, en: string): Assessment {
    return { status: "evidence", evidence: evidence(who, fr, en) };
}

export function notApplicable(fr: string, en: string): Assessment {
    return { status: "notApplicable", why: { fr, en } };
}
