import { aksManagedIngressInternal } from "../../../policies/rules/aks/aks-managed-ingress-internal";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const addOn = (enabled: unknown, name = "httpApplicationRouting") => ({
    addonProfiles: { [name]: { enabled } },
});
const routing = (webAppRouting: object) => ({ ingressProfile: { webAppRouting } });
const nginx = (defaultIngressControllerType: unknown, enabled: unknown = true) =>
    routing({ enabled, nginx: { defaultIngressControllerType } });
const gateway = (mode: unknown, enabled: unknown = true) => ({
    serviceMeshProfile: { istio: { components: { ingressGateways: [{ enabled, mode }] } } },
});
const NGINX = "ingressProfile.webAppRouting.nginx.defaultIngressControllerType";
const GATEWAY = "serviceMeshProfile.istio.components.ingressGateways[0]";

describeRule(aksManagedIngressInternal, {
    type: "azure-native:containerservice:ManagedCluster",
    accepts: {
        "a routing add-on that is off": compliant(addOn(false)),
        "an internal controller": compliant(nginx("Internal")),
        "no default controller": compliant(nginx("none")),
        "a public controller that is off": compliant(nginx("External", false)),
        "an internal gateway": compliant(gateway("internal")),
        "a public gateway that is off": compliant(gateway("External", false)),
    },
    rejects: {
        "the routing add-on, in lower case,": violation(
            addOn(true, "httpapplicationrouting"),
            "addonProfiles.httpapplicationrouting.enabled : attendu false, obtenu true",
        ),
        "a public controller": violation(
            nginx("External"),
            `${NGINX} : attendu « Internal » ou « None », obtenu « External »`,
        ),
        "a public gateway": violation(
            gateway("External"),
            `${GATEWAY}.mode : attendu « Internal », obtenu « External »`,
        ),
    },
    unset: {
        "every way in": compliant({}),
        "the kind of controller, which is then public,": violation(
            routing({ enabled: true }),
            `${NGINX} : attendu « Internal » ou « None », non défini`,
        ),
        "whether the controller runs, which it then does not,": compliant(routing({})),
        "whether the gateway runs, which it then does not,": compliant(gateway("External", null)),
    },
    unknown: {
        "the add-on": undecided(addOn(UNKNOWN), "addonProfiles.httpApplicationRouting.enabled"),
        "whether the controller runs": undecided(
            routing({ enabled: UNKNOWN }),
            "ingressProfile.webAppRouting.enabled",
        ),
        "the kind of controller": undecided(nginx(UNKNOWN), NGINX),
        "the kind of gateway": undecided(gateway(UNKNOWN), `${GATEWAY}.mode`),
        "whether the gateway runs": undecided(gateway("External", UNKNOWN), `${GATEWAY}.enabled`),
    },
    otherType: "azure-native:containerservice:AgentPool",
});
