import { defineRule } from "../../rule";

const TYPE = "kubernetes:networking.istio.io/v1alpha3:EnvoyFilter";

export const meshNoRawProxyConfig = defineRule({
    id: "mesh-no-raw-proxy-config",
    title: {
        fr: "Aucun EnvoyFilter ni WasmPlugin ne change le mandataire du maillage",
        en: "No EnvoyFilter or WasmPlugin changes the proxy of the mesh",
    },
    why: {
        fr: "Ils modifient TLS, l’authentification et les journaux par une configuration que nulle règle ne lit.",
        en: "They change TLS, authentication and logs by configuration that no rule reads.",
    },
    remediation: {
        fr: "Utiliser les types d’Istio ; à défaut, consigner une dérogation.",
        en: "Use the types of Istio; failing that, record an exemption.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/reference/config/networking/envoy-filter/",
    appliesTo: ["kubernetes:networking.istio.io:EnvoyFilter", "kubernetes:extensions.istio.io:WasmPlugin"],
    examples: {
        compliant: [{ type: TYPE, properties: {} }],
        violation: [{ type: TYPE, properties: { spec: { configPatches: [] } } }],
    },

    check(filter) {
        filter.forbid(
            "spec",
            "attendu un type d’Istio que les règles lisent, obtenu une configuration libre",
        );
    },
});
