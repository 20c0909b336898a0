import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const GROUP = "kubernetes:networking.istio.io";
const TYPE = `${GROUP}/v1:VirtualService`;

const explicit = such("un nom sans joker", (host) => !String(host ?? "*").includes("*"));
// "./*" and "istio-system/*" stand for the services of one namespace.
const ofNamespaces = such("« espace-de-noms/nom »", (host) => !/^\*\/|^\*$/.test(String(host ?? "*")));

/** Where each type has its hosts, and what they must be. */
const HOSTS: Readonly<Record<string, { readonly list: string; readonly expectation: typeof explicit }>> = {
    [`${GROUP}:Gateway`]: { list: "spec.servers", expectation: explicit },
    [`${GROUP}:ServiceEntry`]: { list: "spec", expectation: explicit },
    [`${GROUP}:Sidecar`]: { list: "spec.egress", expectation: ofNamespaces },
    [`${GROUP}:VirtualService`]: { list: "spec", expectation: explicit },
};

export const meshHostsExplicit = defineRule({
    id: "mesh-hosts-explicit",
    title: { fr: "Le maillage ne route que des noms énumérés", en: "The mesh routes enumerated names only" },
    why: {
        fr: "Un joker prend les requêtes d’autres services ou ouvre la sortie vers tout un domaine d’Internet.",
        en: "A wildcard takes the requests of other services or opens the way out to a whole domain of the Internet.",
    },
    remediation: {
        fr: "Énumérer les noms dans hosts, et les espaces de noms dans Sidecar.",
        en: "Enumerate the names in hosts, and the namespaces in Sidecar.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/",
    appliesTo: Object.keys(HOSTS),
    examples: {
        compliant: [{ type: TYPE, properties: { spec: { hosts: ["emr.example"] } } }],
        violation: [{ type: TYPE, properties: { spec: { hosts: ["*"] } } }],
    },

    check(resource, { type }) {
        const { list, expectation } = HOSTS[type] ?? { list: "spec", expectation: explicit };
        const checkHosts = (place: Inspection) => {
            place.each("hosts", (host) => {
                host.expect("", expectation);
            });
        };
        if (list === "spec") {
            checkHosts(resource.at("spec"));
        } else {
            resource.each(list, checkHosts);
        }
    },
});
