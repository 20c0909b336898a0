import { containerHardened } from "../../../policies/rules/pod/container-hardened";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, describeRemedies, everyContainer, POD } from "../pods";

const CONTEXT = `${CONTAINER}.securityContext`;

const hardened = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
const context = (overrides: object) =>
    deployment({ containers: [container({ securityContext: { ...hardened, ...overrides } })] });

describeRule(containerHardened, {
    type: DEPLOYMENT,
    accepts: {
        "a hardened container": compliant(deployment()),
        "the one capability that may be added": compliant(
            context({ capabilities: { drop: ["ALL"], add: ["NET_BIND_SERVICE"] } }),
        ),
        "a Windows pod, which has no capabilities,": compliant(
            deployment({ os: { name: "windows" }, containers: [container({ securityContext: null })] }),
        ),
    },
    rejects: {
        "privilege escalation": violation(
            context({ allowPrivilegeEscalation: true }),
            `${CONTEXT}.allowPrivilegeEscalation : attendu false, obtenu true`,
        ),
        "some capabilities dropped, not all": violation(
            context({ capabilities: { drop: ["NET_RAW"] } }),
            `${CONTEXT}.capabilities.drop : attendu une liste qui contient « ALL »`,
        ),
        "an added capability": violation(
            context({ capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } }),
            `${CONTEXT}.capabilities.add[0] : attendu « NET_BIND_SERVICE » au plus, obtenu « SYS_ADMIN »`,
        ),
        "a Linux pod that says so": violation(
            { spec: { template: { spec: { os: { name: "linux" }, containers: [{}] } } } },
            `${CONTEXT}.allowPrivilegeEscalation : attendu false, non défini`,
            `${CONTEXT}.capabilities.drop : attendu une liste qui contient « ALL »`,
        ),
        "an init container and an ephemeral one": violation(
            deployment({
                initContainers: [
                    container({ securityContext: { ...hardened, allowPrivilegeEscalation: true } }),
                ],
                ephemeralContainers: [
                    container({ securityContext: { ...hardened, allowPrivilegeEscalation: true } }),
                ],
            }),
            `${POD}.initContainers[0].securityContext.allowPrivilegeEscalation : attendu false, obtenu true`,
            `${POD}.ephemeralContainers[0].securityContext.allowPrivilegeEscalation : attendu false, obtenu true`,
        ),
    },
    unset: {
        "the security context": violation(
            deployment({ containers: [container({ securityContext: null })] }),
            `${CONTEXT}.allowPrivilegeEscalation : attendu false, non défini`,
            `${CONTEXT}.capabilities.drop : attendu une liste qui contient « ALL »`,
        ),
    },
    unknown: {
        "a setting, beside a violation of another,": {
            ...violation(
                context({ allowPrivilegeEscalation: UNKNOWN, capabilities: { drop: [] } }),
                `${CONTEXT}.capabilities.drop : attendu une liste qui contient « ALL »`,
            ),
            unknowns: [`${CONTEXT}.allowPrivilegeEscalation`],
        },
        "a dropped capability": undecided(
            context({ capabilities: { drop: [UNKNOWN] } }),
            `${CONTEXT}.capabilities.drop[0]`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
describeRemedies(containerHardened, ...everyContainer("securityContext.allowPrivilegeEscalation", false));
