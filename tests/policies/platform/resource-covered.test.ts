import { resourceCovered } from "../../../policies/rules/platform/resource-covered";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const opaque = (type: string, shown = type): Case => ({
    ...violation(
        {},
        `attendu des ressources déclarées une à une, obtenu « ${shown} », que les règles ne lisent pas`,
    ),
    type,
});
const foreign = (type: string): Case => ({
    ...violation({}, `attendu un type que les règles savent lire, obtenu « ${type} »`),
    type,
});

describeRule(resourceCovered, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "an Azure resource": compliant({}),
        "a Kubernetes resource": { ...compliant({}), type: "kubernetes:apps/v1:Deployment" },
        "a custom resource": {
            ...compliant({}),
            type: "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
        },
        "a generated password": { ...compliant({}), type: "random:index:RandomPassword" },
        "a component of the project": { ...notApplicable({}), type: "audioprothese:database:Database" },
    },
    rejects: {
        "a provider that no rule knows": foreign("aws:s3/bucket:Bucket"),
        "the classic Azure provider": foreign("azure:storage/account:Account"),
        "an ARM template": opaque("azure-native:resources:Deployment"),
        "a generic ARM resource": opaque("azure-native:resources:Resource"),
        "a script run by Azure": opaque("azure-native:resources:AzureCliScript"),
        "a Helm release": opaque("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh:Release"),
        "a patch of a workload": opaque(
            "kubernetes:apps/v1:DeploymentPatch",
            "kubernetes:apps:DeploymentPatch",
        ),
        "a list of workloads": opaque("kubernetes:apps/v1:DeploymentList", "kubernetes:apps:DeploymentList"),
    },
    unset: { "every property": compliant({}) },
    unknown: { "a property, which the type decides without,": compliant({ location: UNKNOWN }) },
    otherType: "pulumi:providers:kubernetes",
});
