import { all, any } from "../../answer";
import { exactly, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { explicitHost } from "../../kubernetes/hosts";
import { defineRule } from "../../rule";

const GROUP = "kubernetes:networking.istio.io";
const TYPE = `${GROUP}/v1:VirtualService`;

// "./*" and "istio-system/*" stand for the services of one namespace.
const ofNamespaces = such("« espace-de-noms/nom »", (host) => !/^\*\/|^\*$/.test(String(host ?? "*")));

const SERVICE_ENTRY = `${GROUP}:ServiceEntry`;
const SIDECAR = `${GROUP}:Sidecar`;

/** Where a type has several lists of hosts; the others have one, in their spec. */
const LISTS: ReadonlyMap<string, string> = new Map([
    [`${GROUP}:Gateway`, "spec.servers"],
    [SIDECAR, "spec.egress"],
]);

export const meshHostsExplicit = defineRule({
    id: "mesh-hosts-explicit",
    title: { fr: "Le maillage ne route que des noms énumérés", en: "The mesh routes enumerated names only" },
    why: {
        fr: "Un joker prend les requêtes d’autres services ou ouvre la sortie vers tout un domaine d’Internet.",
        en: "A wildcard takes the requests of other services or opens the way out to a whole domain of the Internet.",
    },
    remediation: {
        fr: "Énumérer les noms dans hosts, les espaces de noms dans Sidecar, et mettre resolution à DNS ou STATIC dans ServiceEntry.",
        en: "Enumerate the names in hosts, the namespaces in Sidecar, and set resolution to DNS or STATIC in ServiceEntry.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/",
    appliesTo: [...LISTS.keys(), SERVICE_ENTRY, `${GROUP}:VirtualService`],
    examples: {
        compliant: [{ type: TYPE, properties: { spec: { hosts: ["emr.example"] } } }],
        violation: [{ type: TYPE, properties: { spec: { hosts: ["*"] } } }],
    },

    check(resource, { type }) {
        const expectation = type === SIDECAR ? ofNamespaces : explicitHost;
        const checkHosts = (place: Inspection) => {
            place.each("hosts", (host) => {
                host.expect("", expectation);
            });
        };
        const list = LISTS.get(type);
        if (list === undefined) {
            checkHosts(resource.at("spec"));
        } else {
            resource.each(list, checkHosts);
        }
        if (type === SERVICE_ENTRY) {
            checkResolution(resource.at("spec"));
        }
    },
});

/** Without resolution, which is the default, a caller that gives the name of the host chooses the address. */
function checkResolution(entry: Inspection): void {
    const anywhere = all([
        any([isEmpty(entry, "resolution"), entry.meets("resolution", exactly("NONE"))]),
        isEmpty(entry, "addresses"),
    ]);
    if (anywhere === "yes") {
        entry.violation(
            "resolution",
            "attendu une résolution ou des adresses, obtenu une sortie vers toute adresse",
        );
    } else if (anywhere !== "no") {
        anywhere.note();
    }
}
