import { metadataNoPlainSecret } from "../../../policies/rules/secret/metadata-no-plain-secret";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const CLEAR = "attendu un texte sans secret, obtenu un secret en clair";

const annotated = (key: string, value: unknown) => ({ metadata: { annotations: { [key]: value } } });
const clear = (key: string, value: string) =>
    violation(annotated(key, value), `metadata.annotations["${key}"] : ${CLEAR}`);

describeRule(metadataNoPlainSecret, {
    type: "kubernetes:core/v1:Namespace",
    accepts: {
        "the name of a Secret": compliant(annotated("nginx.ingress.kubernetes.io/auth-secret", "basic-auth")),
        "a switch named like a secret": compliant(annotated("example.org/token", "true")),
        "a key that only ends like a secret's": compliant(annotated("example.org/bypwd", "hunter2")),
        "a key that goes on": compliant(annotated("example.org/password-policy", "strict")),
        "a digest": compliant(
            annotated("checksum/config", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c"),
        ),
        "the application id of an identity that is yet to be made": compliant(
            annotated("azure.workload.identity/client-id", UNKNOWN),
        ),
        "a template that is no pod's": compliant({ spec: { template: "token" } }),
        "tags of an Azure resource": {
            ...compliant({ tags: { owner: "dsi", costCenter: "8b0e7c66-2a3b-4c5d-8e9f-0123456789ab" } }),
            type: "azure-native:storage:StorageAccount",
        },
    },
    rejects: {
        "a password": clear("example.org/password", "hunter2"),
        "a password without domain": violation(
            annotated("password", "hunter2"),
            `metadata.annotations.password : ${CLEAR}`,
        ),
        "a password in French": clear("example.org/mot-de-passe", "hunter2"),
        "an API key": clear("example.org/sms-api-key", "hunter2"),
        "an address with a password": clear(
            "example.org/database",
            "mysql://openmrs:hunter2@database/openmrs",
        ),
        "a value that looks random": clear("example.org/note", "q7Rz2Kp9Xw4Lm8Tn3Vb6"),
        "a secret in the place of an application id": clear(
            "azure.workload.identity/client-id",
            "q7Rz2Kp9Xw4Lm8Tn3Vb6",
        ),
        "what is no text": violation(
            annotated("note", ["a"]),
            "metadata.annotations.note : attendu une valeur simple, obtenu une liste",
        ),
        "a label": violation(
            { metadata: { labels: { token: "hunter2" } } },
            `metadata.labels.token : ${CLEAR}`,
        ),
        "the label and annotation of a pod": {
            ...violation(
                {
                    spec: {
                        template: {
                            metadata: { labels: { token: "hunter2" }, annotations: { token: "hunter2" } },
                        },
                    },
                },
                `spec.template.metadata.annotations.token : ${CLEAR}`,
                `spec.template.metadata.labels.token : ${CLEAR}`,
            ),
            type: "kubernetes:apps/v1:Deployment",
        },
        "a tag of an Azure resource": {
            ...violation(
                { tags: { "admin-pwd": "hunter2", adminPwd: "hunter2" } },
                `tags.admin-pwd : ${CLEAR}`,
                `tags.adminPwd : ${CLEAR}`,
            ),
            type: "azure-native:storage:StorageAccount",
        },
    },
    unset: { "tags and annotations": compliant({}) },
    unknown: {
        "a value": undecided(annotated("note", UNKNOWN), "metadata.annotations.note"),
        "what another annotation of the identity says": undecided(
            annotated("azure.workload.identity/client-secret", UNKNOWN),
            'metadata.annotations["azure.workload.identity/client-secret"]',
        ),
        "the tags": { ...undecided({ tags: UNKNOWN }, "tags"), type: "azure-native:storage:StorageAccount" },
    },
    otherType: "random:index:RandomPassword",
});
