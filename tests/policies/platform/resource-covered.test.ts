import { catalogue } from "../../../policies/catalogue";
import {
    type Case,
    compliant,
    describeRule,
    notApplicable,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const read = (type: string): Case => ({ ...compliant({}), type });
const unread = (type: string, shown = type): Case => ({
    ...violation(
        {},
        `attendu un type que les règles savent lire, obtenu « ${shown} », que nulle règle ne lit`,
    ),
    type,
});

describeRule(catalogue.resourceCovered, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "a type that a rule judges": compliant({}),
        "the same in an older API version": read("azure-native:keyvault/v20230701:Vault"),
        "a Kubernetes type that a rule judges": read("kubernetes:apps/v1:Deployment"),
        "a type that a stack rule reads": read("kubernetes:networking.k8s.io/v1:NetworkPolicy"),
        "a patch, judged as what it patches": read("kubernetes:apps/v1:DeploymentPatch"),
        "a type with nothing to judge": read("azure-native:managedidentity:UserAssignedIdentity"),
        "a custom resource with nothing to judge": read(
            "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
        ),
        "a gateway of the mesh": read("kubernetes:networking.istio.io/v1:Gateway"),
        "a route of the mesh": read("kubernetes:networking.istio.io/v1:VirtualService"),
        "a generated password": read("random:index/randomPassword:RandomPassword"),
        "a component of the project": { ...notApplicable({}), type: "audioprothese:database:Database" },
    },
    rejects: {
        "a provider that no rule knows": unread("aws:s3/bucket:Bucket"),
        "the classic Azure provider": unread("azure:storage/account:Account"),
        "an ARM template": unread("azure-native:resources:Deployment"),
        "a generic ARM resource": unread("azure-native:resources:Resource"),
        "a script run by Azure": unread("azure-native:resources:AzureCliScript"),
        "a database of another service": unread("azure-native:cosmosdb:DatabaseAccount"),
        "a managed SQL instance": unread("azure-native:sql:ManagedInstance"),
        "a cache": unread("azure-native:redis:Redis"),
        "the firewall of a database": unread("azure-native:dbformysql:FirewallRule"),
        "containers outside the cluster": unread("azure-native:containerinstance:ContainerGroup"),
        "a virtual machine": unread("azure-native:compute:VirtualMachine"),
        "a Helm release": unread("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh:Release"),
        "a Helm chart": unread("kubernetes:helm.sh/v4:Chart", "kubernetes:helm.sh:Chart"),
        "a bundle of YAML": unread("kubernetes:yaml/v2:ConfigGroup", "kubernetes:yaml:ConfigGroup"),
        "a workload of an operator": unread(
            "kubernetes:argoproj.io/v1alpha1:Rollout",
            "kubernetes:argoproj.io:Rollout",
        ),
        "a volume on a node": unread(
            "kubernetes:core/v1:PersistentVolume",
            "kubernetes:core:PersistentVolume",
        ),
        "a list of workloads": unread("kubernetes:apps/v1:DeploymentList", "kubernetes:apps:DeploymentList"),
    },
    unset: { "every property": compliant({}) },
    unknown: { "a property, which the type decides without,": compliant({ location: UNKNOWN }) },
    otherType: "pulumi:providers:kubernetes",
});
