import { containerImageOwnRegistry } from "../../../policies/rules/pod/container-image-own-registry";
import { describeStackRule, secret, type StackMember, UNKNOWN } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const REGISTRY = "azure-native:containerregistry:Registry";
const OWN = `${CONTAINER}.image : attendu une image de « acraplusdev.azurecr.io »`;
const NONE = `${CONTAINER}.image : attendu une image de la pile, qui ne déclare aucun registre`;

const registry = (registryName: unknown): StackMember => ({
    type: REGISTRY,
    name: "registry",
    props: { registryName },
});
const workload = (image: unknown): StackMember => ({
    type: DEPLOYMENT,
    name: "web",
    props: deployment({ containers: [container({ image })] }),
});

const refused = (image: string) => ({
    members: [registry("acraplusdev"), workload(image)],
    violations: [["web", `${OWN}, obtenu « ${image} »`]] as const,
});

describeStackRule(containerImageOwnRegistry, {
    accepts: {
        "an image of another registry that the stack allows": {
            members: [registry("acraplusdev"), workload("registry.example/web:1")],
            config: { registries: ["Registry.example"] },
        },
        "an image of the registry": {
            members: [registry("acraplusdev"), workload("acraplusdev.azurecr.io/web:1")],
        },
        "an image of the registry, whatever the case,": {
            members: [registry("AcrAplusDev"), workload("acraplusdev.azurecr.io/web:1")],
        },
    },
    rejects: {
        "an image of none of those that the stack allows": {
            members: [registry("acraplusdev"), workload("docker.io/web:1")],
            config: { registries: ["registry.example"] },
            violations: [["web", `${OWN} ou « registry.example », obtenu « docker.io/web:1 »`]],
        },
        "an image of another registry that is mounted": {
            members: [
                registry("acraplusdev"),
                {
                    ...workload("acraplusdev.azurecr.io/web:1"),
                    props: deployment({ volumes: [{ image: { reference: "docker.io/content" } }] }),
                },
            ],
            violations: [
                [
                    "web",
                    "spec.template.spec.volumes[0].image.reference : attendu une image de « acraplusdev.azurecr.io », obtenu « docker.io/content »",
                ],
            ],
        },
        "an image without registry": refused("nginx:1.29"),
        "an image of Docker Hub with a namespace": refused("openmrs/openmrs-reference:3"),
        "an image of another Azure registry": refused("acrother.azurecr.io/web:1"),
        "a host that only begins like the registry": refused("acraplusdev.azurecr.io.example.org/web:1"),
        "an image that is named like the registry": refused("acraplusdev.azurecr.io"),
        "a host with a port": refused("localhost:5000/web:1"),
        "a registry whose name is no text": {
            members: [registry(["acraplusdev"]), workload("acraplusdev.azurecr.io/web:1")],
            violations: [["web", `${NONE}, obtenu « acraplusdev.azurecr.io/web:1 »`]],
        },
        "any image in a stack without registry": {
            members: [workload("acraplusdev.azurecr.io/web:1")],
            violations: [["web", `${NONE}, obtenu « acraplusdev.azurecr.io/web:1 »`]],
        },
    },
    unset: {
        "the image": {
            members: [registry("acraplusdev"), workload(null)],
            violations: [["web", `${OWN}, non défini`]],
        },
        "the name of the registry": {
            members: [registry(null), workload("acraplusdev.azurecr.io/web:1")],
            violations: [["web", `${NONE}, obtenu « acraplusdev.azurecr.io/web:1 »`]],
        },
    },
    unknown: {
        "the image": {
            members: [registry("acraplusdev"), workload(UNKNOWN)],
            unknowns: [`web/${CONTAINER}.image`],
        },
        "the registry, which is a secret,": {
            members: [registry(secret("acraplusdev")), workload("nginx")],
            violations: [
                [
                    "web",
                    `${CONTAINER}.image : attendu une image de la pile, dont un registre a un nom secret, obtenu « nginx »`,
                ],
            ],
        },
        "the registry of an Azure image": {
            members: [registry(UNKNOWN), workload("acraplusdev.azurecr.io/web:1")],
            unknowns: ["registry/registryName"],
        },
        "the registry, beside an image that is surely foreign,": {
            members: [registry(UNKNOWN), workload("nginx")],
            violations: [["web", `${NONE}, obtenu « nginx »`]],
        },
    },
    otherType: REGISTRY,
});
