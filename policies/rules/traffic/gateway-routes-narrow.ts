import { reference, such } from "../../expectation";
import { explicitHost } from "../../kubernetes/hosts";
import { defineRule } from "../../rule";

const GROUP = "kubernetes:gateway.networking.k8s.io";
const GATEWAY = `${GROUP}:Gateway`;
const GRANT = `${GROUP}:ReferenceGrant`;
const ROUTES: readonly string[] = ["GRPCRoute", "HTTPRoute", "TLSRoute"].map((kind) => `${GROUP}:${kind}`);

// Not set means Same.
const chosen = such("« Same » ou « Selector »", (from) => from !== "All");

export const gatewayRoutesNarrow = defineRule({
    id: "gateway-routes-narrow",
    title: {
        fr: "La Gateway API ne route que des noms énumérés, depuis des espaces de noms choisis",
        en: "The Gateway API routes enumerated names only, from chosen namespaces",
    },
    why: {
        fr: "Une passerelle ouverte à tous les espaces de noms, ou à tout nom, laisse une autre application capter les requêtes.",
        en: "A gateway open to every namespace, or to any name, lets another application capture requests.",
    },
    remediation: {
        fr: "Énumérer les noms, mettre allowedRoutes.namespaces.from à Same ou Selector, et nommer les objets d’un ReferenceGrant.",
        en: "Enumerate the names, set allowedRoutes.namespaces.from to Same or Selector, and name the objects of a ReferenceGrant.",
    },
    severity: "high",
    url: "https://gateway-api.sigs.k8s.io/concepts/security-model/",
    appliesTo: [GATEWAY, GRANT, ...ROUTES],
    examples: {
        compliant: [
            {
                type: "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
                properties: { spec: { parentRefs: [{ name: "edge" }], hostnames: ["emr.example"] } },
            },
        ],
        violation: [
            {
                type: "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute",
                properties: { spec: { parentRefs: [{ name: "edge" }], hostnames: ["*.example"] } },
            },
        ],
    },

    check(resource, { type }) {
        if (type === GATEWAY) {
            resource.each("spec.listeners", (listener) => {
                listener.expect("hostname", explicitHost);
                listener.expect("allowedRoutes.namespaces.from", chosen);
            });
        } else if (type === GRANT) {
            resource.each("spec.to", (target) => {
                target.expect("name", reference("le nom de l’objet"));
            });
        } else {
            for (const list of ["hostnames", "parentRefs"]) {
                resource.each(
                    `spec.${list}`,
                    (entry) => {
                        entry.expect(list === "hostnames" ? "" : "name", explicitHost);
                    },
                    { required: true },
                );
            }
        }
    },
});
