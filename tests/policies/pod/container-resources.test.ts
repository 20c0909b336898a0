import { containerResources } from "../../../policies/rules/pod/container-resources";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const resources = (value: unknown) => deployment({ containers: [container({ resources: value })] });

describeRule(containerResources, {
    type: DEPLOYMENT,
    accepts: {
        "requests and a limit": compliant(deployment()),
        "amounts that are not known yet": compliant(
            resources({ requests: { cpu: UNKNOWN, memory: UNKNOWN }, limits: { memory: UNKNOWN } }),
        ),
    },
    rejects: {
        "memory without a limit": violation(
            resources({ requests: { cpu: "100m", memory: "128Mi" } }),
            `${CONTAINER}.resources.limits.memory : attendu une limite, non défini`,
        ),
        "resources that are a text": violation(
            resources("small"),
            `${CONTAINER}.resources : attendu un objet, obtenu une chaîne`,
        ),
    },
    unset: {
        "the resources": violation(
            resources(null),
            `${CONTAINER}.resources.requests.cpu : attendu une réservation, non défini`,
            `${CONTAINER}.resources.requests.memory : attendu une réservation, non défini`,
            `${CONTAINER}.resources.limits.memory : attendu une limite, non défini`,
        ),
    },
    unknown: { "the resources as a whole": undecided(resources(UNKNOWN), `${CONTAINER}.resources`) },
    otherType: "kubernetes:core/v1:Service",
});
