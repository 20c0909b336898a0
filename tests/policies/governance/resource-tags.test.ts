import { resourceTags } from "../../../policies/rules/governance/resource-tags";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const tags = {
    dataClassification: "dscp",
    hdsActivity: "5",
    owner: "plateforme@example.org",
    environment: "dev",
};
const resource = (overrides: object) => ({ location: "francecentral", tags: { ...tags, ...overrides } });

const CLASSES = "« dscp » ou « personal » ou « internal » ou « public »";
const ACTIVITIES = "des numéros d’activité HDS de 1 à 6, séparés par des virgules";

describeRule(resourceTags, {
    type: "azure-native:network:VirtualNetwork",
    accepts: {
        "tags that users do not ask for": {
            ...compliant(resource({ owner: null, environment: null })),
            config: { tags: [] },
        },
        "the four tags": compliant(resource({})),
        "every activity": compliant(resource({ hdsActivity: "1,2,3,4,5,6" })),
        "several activities and further tags": compliant(resource({ hdsActivity: "4, 5", costCenter: "it" })),
    },
    rejects: {
        "a tag that users ask for": {
            ...violation(resource({}), "tags.retention : attendu une valeur non vide, non défini"),
            config: { tags: ["retention"] },
        },
        "an unknown classification": violation(
            resource({ dataClassification: "secret" }),
            `tags.dataClassification : attendu ${CLASSES}, obtenu « secret »`,
        ),
        "a seventh activity": violation(
            resource({ hdsActivity: "5,7" }),
            `tags.hdsActivity : attendu ${ACTIVITIES}, obtenu « 5,7 »`,
        ),
        "a blank owner": violation(
            resource({ owner: " " }),
            "tags.owner : attendu une valeur non vide, obtenu «   »",
        ),
        "tags that are a list": violation(
            { location: "francecentral", tags: ["dscp"] },
            "tags : attendu un objet, obtenu une liste",
        ),
    },
    unset: {
        "every tag": violation(
            { location: "francecentral" },
            `tags.dataClassification : attendu ${CLASSES}, non défini`,
            `tags.hdsActivity : attendu ${ACTIVITIES}, non défini`,
            "tags.owner : attendu une valeur non vide, non défini",
            "tags.environment : attendu une valeur non vide, non défini",
        ),
        "every tag of a part without location": notApplicable({ subnetName: "nodes" }),
        "every tag of what is not Azure's": {
            ...notApplicable({ location: "eu" }),
            type: "gcp:storage:Bucket",
        },
        "every tag of an assignment, which takes none,": {
            ...notApplicable({ location: "francecentral" }),
            type: "azure-native:authorization:PolicyAssignment",
        },
    },
    unknown: {
        "one tag": undecided(resource({ owner: UNKNOWN }), "tags.owner"),
        "every tag": undecided({ location: "francecentral", tags: UNKNOWN }, "tags"),
    },
    otherType: "random:index/randomPassword:RandomPassword",
});
