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

const opaque = (type: string, shown = type): Case => ({
    ...violation(
        {},
        `attendu des ressources déclarées une à une, obtenu « ${shown} », dont les objets sont invisibles aux règles`,
    ),
    type,
});

const HARMLESS: readonly string[] = [
    "azure-native:containerregistry:Replication",
    "azure-native:dbformysql:Database",
    "azure-native:dbforpostgresql:Database",
    "azure-native:monitor:MetricAlert",
    "azure-native:monitor:PrivateLinkScopedResource",
    "azure-native:network:DdosProtectionPlan",
    "azure-native:network:NetworkWatcher",
    "azure-native:privatedns:PrivateRecordSet",
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
    "kubernetes:gateway.networking.k8s.io/v1:BackendTLSPolicy",
    "kubernetes:scheduling.k8s.io/v1:PriorityClass",
    "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass",
    "tls:index/certRequest:CertRequest",
    "tls:index/locallySignedCert:LocallySignedCert",
    "tls:index/selfSignedCert:SelfSignedCert",
];

describeRule(catalogue.resourceCovered, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "a type that a rule judges": compliant({}),
        "the same in an older API version": read("azure-native:keyvault/v20230701:Vault"),
        "a Kubernetes type that a rule judges": read("kubernetes:apps/v1:Deployment"),
        "a type that a stack rule reads": read("kubernetes:networking.k8s.io/v1:NetworkPolicy"),
        "a patch, judged as what it patches": read("kubernetes:apps/v1:DeploymentPatch"),
        ...Object.fromEntries(HARMLESS.map((type) => [`${type}, with nothing to judge,`, read(type)])),
        "a type that no rule judges but some reads": read("azure-native:network:NatGateway"),
        "a gateway of the mesh": read("kubernetes:networking.istio.io/v1:Gateway"),
        "a route of the mesh": read("kubernetes:networking.istio.io/v1:VirtualService"),
        "what bounds the pods of a namespace": read("kubernetes:core/v1:LimitRange"),
        "what bounds a namespace": read("kubernetes:core/v1:ResourceQuota"),
        "a vertical autoscaler": read("kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler"),
        "a route of the Gateway API": read("kubernetes:gateway.networking.k8s.io/v1:TLSRoute"),
        "what a workload of the mesh reaches": read("kubernetes:networking.istio.io/v1:Sidecar"),
        "a host outside the mesh": read("kubernetes:networking.istio.io/v1:ServiceEntry"),
        "a generated key": read("tls:index/privateKey:PrivateKey"),
        "a generated password": read("random:index/randomPassword:RandomPassword"),
        "a component of the project": { ...notApplicable({}), type: "audioprothese:database:Database" },
    },
    rejects: {
        "a provider that no rule knows": unread("aws:s3/bucket:Bucket"),
        "the classic Azure provider": unread("azure:storage/account:Account"),
        "an ARM template": opaque("azure-native:resources:Deployment"),
        "a generic ARM resource": unread("azure-native:resources:Resource"),
        "a script run by Azure": unread("azure-native:resources:AzureCliScript"),
        "a database of another service": unread("azure-native:synapse:Workspace"),
        "a data lake": unread("azure-native:datalakestore:Account"),
        "notebooks on data": unread("azure-native:databricks:Workspace"),
        "the trust of a database": unread("azure-native:sql:ServerTrustGroup"),
        "containers outside the cluster": unread("azure-native:containerinstance:ContainerGroup"),
        "a batch of machines": unread("azure-native:batch:BatchAccount"),
        "a Helm release": opaque("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh:Release"),
        "a Helm chart": opaque("kubernetes:helm.sh/v4:Chart", "kubernetes:helm.sh:Chart"),
        "a directory of manifests": opaque(
            "kubernetes:kustomize/v2:Directory",
            "kubernetes:kustomize:Directory",
        ),
        "a file of manifests": opaque("kubernetes:yaml:ConfigFile"),
        "a bundle of YAML": opaque("kubernetes:yaml/v2:ConfigGroup", "kubernetes:yaml:ConfigGroup"),
        "a workload of an operator": unread(
            "kubernetes:argoproj.io/v1alpha1:Rollout",
            "kubernetes:argoproj.io:Rollout",
        ),
        "what copies a certificate of elsewhere": unread("tls:index/certificate:Certificate"),
        "a quota of an operator": unread(
            "kubernetes:quota.openshift.io/v1:ClusterResourceQuota",
            "kubernetes:quota.openshift.io:ClusterResourceQuota",
        ),
        "the addresses of a service": unread(
            "kubernetes:discovery.k8s.io/v1:EndpointSlice",
            "kubernetes:discovery.k8s.io:EndpointSlice",
        ),
        "a list of workloads": unread("kubernetes:apps/v1:DeploymentList", "kubernetes:apps:DeploymentList"),
    },
    unset: { "every property": compliant({}) },
    unknown: { "a property, which the type decides without,": compliant({ location: UNKNOWN }) },
    otherType: "pulumi:providers:kubernetes",
});
