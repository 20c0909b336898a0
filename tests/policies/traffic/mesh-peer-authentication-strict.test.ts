import { meshPeerAuthenticationStrict } from "../../../policies/rules/traffic/mesh-peer-authentication-strict";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const STRICT = "attendu « STRICT »";
const policy = (mode: unknown, portLevelMtls: object = {}) => ({ spec: { mtls: { mode }, portLevelMtls } });

describeRule(meshPeerAuthenticationStrict, {
    type: "kubernetes:security.istio.io/v1beta1:PeerAuthentication",
    accepts: { "strict TLS, on a port too": compliant(policy("STRICT", { 8080: { mode: "STRICT" } })) },
    rejects: {
        "permissive TLS": violation(
            policy("PERMISSIVE"),
            `spec.mtls.mode : ${STRICT}, obtenu « PERMISSIVE »`,
        ),
        "a port in clear": violation(
            policy("STRICT", { 8080: { mode: "DISABLE" } }),
            `spec.portLevelMtls["8080"].mode : ${STRICT}, obtenu « DISABLE »`,
        ),
    },
    unset: { "the mode": violation({ spec: {} }, `spec.mtls.mode : ${STRICT}, non défini`) },
    unknown: { "the mode": undecided(policy(UNKNOWN), "spec.mtls.mode") },
    otherType: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
});
