import { meshNoRawProxyConfig } from "../../../policies/rules/traffic/mesh-no-raw-proxy-config";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const FREE = "spec : attendu un type d’Istio que les règles lisent, obtenu une configuration libre";

describeRule(meshNoRawProxyConfig, {
    type: "kubernetes:networking.istio.io/v1alpha3:EnvoyFilter",
    accepts: { "a filter that does nothing": compliant({ metadata: { name: "none" } }) },
    rejects: {
        "a filter": violation({ spec: { configPatches: [] } }, FREE),
        "a module": {
            ...violation({ spec: { url: "oci://registry.example/filter" } }, FREE),
            type: "kubernetes:extensions.istio.io/v1alpha1:WasmPlugin",
        },
    },
    unset: { "the patches": compliant({}) },
    unknown: { "the patches": undecided({ spec: UNKNOWN }, "spec") },
    otherType: "kubernetes:networking.istio.io/v1:Sidecar",
});
