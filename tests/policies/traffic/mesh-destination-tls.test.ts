import { meshDestinationTls } from "../../../policies/rules/traffic/mesh-destination-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const CLEAR = "attendu un mode qui chiffre, obtenu « DISABLE »";
const tls = (settings: object) => ({ spec: { trafficPolicy: { tls: settings } } });
const off = { tls: { mode: "DISABLE" } };

describeRule(meshDestinationTls, {
    type: "kubernetes:networking.istio.io/v1:DestinationRule",
    accepts: { "mutual TLS": compliant(tls({ mode: "ISTIO_MUTUAL", insecureSkipVerify: false })) },
    rejects: {
        "no TLS": violation(tls({ mode: "DISABLE" }), `spec.trafficPolicy.tls.mode : ${CLEAR}`),
        "any server": violation(
            tls({ mode: "SIMPLE", insecureSkipVerify: true }),
            "spec.trafficPolicy.tls.insecureSkipVerify : attendu false, obtenu true",
        ),
        "a port and a subset without TLS": violation(
            {
                spec: {
                    trafficPolicy: { portLevelSettings: [off] },
                    subsets: [{ trafficPolicy: { ...off, portLevelSettings: [off] } }],
                },
            },
            `spec.trafficPolicy.portLevelSettings[0].tls.mode : ${CLEAR}`,
            `spec.subsets[0].trafficPolicy.tls.mode : ${CLEAR}`,
            `spec.subsets[0].trafficPolicy.portLevelSettings[0].tls.mode : ${CLEAR}`,
        ),
    },
    unset: { "the settings, which are then the mesh's,": compliant({ spec: { host: "backend" } }) },
    unknown: { "the mode": undecided(tls({ mode: UNKNOWN }), "spec.trafficPolicy.tls.mode") },
    otherType: "kubernetes:networking.istio.io/v1:VirtualService",
});
