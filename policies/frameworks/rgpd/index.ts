import { defineFramework } from "../../framework";
import { principles } from "./principles";
import { processors } from "./processors";
import { security } from "./security";
import { transfers } from "./transfers";

/** Règlement (UE) 2016/679, the articles on the security of data, its processors and its transfers. */
export const rgpd = defineFramework({
    id: "rgpd",
    title: {
        fr: "Règlement général sur la protection des données (RGPD)",
        en: "General Data Protection Regulation (GDPR)",
    },
    version: "2016/679",
    url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    pack: true,
    requirements: [...principles, ...processors, ...security, ...transfers],
});
