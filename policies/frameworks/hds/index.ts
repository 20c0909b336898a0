import { defineFramework } from "../../framework";
import { contract } from "./contract";
import { managementSystem } from "./management-system";
import { risks } from "./risks";
import { sovereignty } from "./sovereignty";
import { verification } from "./verification";

/**
 * Référentiel de certification HDS v2 (arrêté du 26 avril 2024), its 31 requirements, EXI 05 by its events A to H. It
 * prescribes no cipher and no duration: it asks that risks be treated under ISO/IEC 27001, and the chain of a requirement
 * names the texts that the thresholds of its rules come from.
 */
export const hds = defineFramework({
    id: "hds",
    title: {
        fr: "Hébergement de données de santé (HDS)",
        en: "Health data hosting (HDS)",
    },
    version: "2.0",
    url: "https://esante.gouv.fr/produits-services/hds",
    pack: true,
    requirements: [...managementSystem, ...risks, ...verification, ...contract, ...sovereignty].sort(
        (a, b) => (a.id < b.id ? -1 : 1),
    ),
});
