import { isInEea } from "./countries";
import type { Text } from "../words/language";
import type { Actor, Publication } from "./model";

/**
 * What requirement 31 of the référentiel HDS (arrêté of 26 April 2024) has the host publish, word for word, where it
 * needs no table. Read in the ANS text as CISO Assistant carries it (`hds-v2.yaml`, EXI 31). The English is ours.
 */
export const SENTENCES: Readonly<Record<Exclude<Publication, "table">, Text>> = {
    noAccessRisk: {
        fr: "Aucun risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union",
        en: "No risk of access imposed by the legislation of a third country in breach of Union law",
    },
    noTransfer: {
        fr: "Aucun transfert de données de santé à caractère personnel vers un pays tiers à l’espace économique européen",
        en: "No transfer of personal health data to a country outside the European Economic Area",
    },
};

export function sentenceOf(publication: Publication): Text | undefined {
    return publication === "table" ? undefined : SENTENCES[publication];
}

export interface ActivityPublication {
    readonly activity: number;
    readonly publication: Publication;
}

/** The least reassuring first. */
const ORDER: readonly Publication[] = ["table", "noTransfer", "noAccessRisk"];

/** What is published of all activities together: what holds for each of them. */
export function publicationOf(actors: readonly Actor[]): Publication {
    const found = publicationsOf(actors).map(({ publication }) => publication);
    return ORDER.find((publication) => found.includes(publication)) ?? "table";
}

/**
 * What is published of each activity. A sentence stands only where every actor of the activity is wholly declared and
 * verified, and where none stores out of the EEA, has an access from out of it or is under a risk of requirement 30: the
 * référentiel then has the table published, qualification or not.
 */
export function publicationsOf(actors: readonly Actor[]): readonly ActivityPublication[] {
    const activities = [...new Set(actors.flatMap((actor) => actor.activities ?? []))].sort();
    return activities.map((activity) => {
        const involved = actors.filter((actor) => actor.activities?.includes(activity) ?? true);
        if (involved.some((actor) => isOpen(actor) || isExposed(actor))) {
            return { activity, publication: "table" };
        }
        const qualified = involved.every(({ secNumCloud }) => secNumCloud?.includes(activity));
        return { activity, publication: qualified ? "noAccessRisk" : "noTransfer" };
    });
}

/** Whether people have yet to declare something of an actor, or to verify what is declared. */
export function isOpen(actor: Actor): boolean {
    return holdsNull(actor);
}

function holdsNull(value: unknown): boolean {
    return value === null || (typeof value === "object" && Object.values(value).some(holdsNull));
}

function isExposed({ storage, remoteAccess, risks }: Actor): boolean {
    return (
        remoteAccess?.length !== 0 || risks?.length !== 0 || storage?.some((code) => !isInEea(code)) !== false
    );
}
