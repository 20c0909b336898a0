import { helmValuesImage } from "../../../policies/rules/helm/helm-values-image";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const OWN = "attendu une image de « acraplusdev.azurecr.io »";
const LATEST = "attendu une empreinte ou un tag fixe, obtenu « latest »";

const REGISTRY: StackMember = {
    type: "azure-native:containerregistry:Registry",
    name: "registry",
    props: { registryName: "acraplusdev" },
};
const release = (values: object): StackMember => ({
    type: "kubernetes:helm.sh/v3:Release",
    name: "web",
    props: { chart: "./charts/web", values },
});

describeStackRule(helmValuesImage, {
    accepts: {
        "an image of the registry, in parts": {
            members: [
                REGISTRY,
                release({ image: { registry: "acraplusdev.azurecr.io", repository: "web", tag: "1.4.2" } }),
            ],
        },
        "an image of the registry, whole": {
            members: [
                REGISTRY,
                release({
                    image: "acraplusdev.azurecr.io/web:1",
                    sidecarImage: "acraplusdev.azurecr.io/a:2",
                }),
            ],
        },
        "an image of the registry, in parts of which one is named like the whole": {
            members: [
                REGISTRY,
                release({ image: { registry: "acraplusdev.azurecr.io", image: "ingress/controller" } }),
            ],
        },
        "a digest, which decides rather than the tag,": {
            members: [
                REGISTRY,
                release({
                    image: {
                        repository: "acraplusdev.azurecr.io/web",
                        tag: "latest",
                        digest: `sha256:${"0".repeat(64)}`,
                    },
                }),
            ],
        },
        "a repository that holds the registry": {
            members: [
                REGISTRY,
                release({
                    image: { registry: "", repository: "acraplusdev.azurecr.io/web", tag: "", digest: "" },
                }),
            ],
        },
        "an image of another registry that the stack allows": {
            members: [REGISTRY, release({ image: "registry.example/web:1" })],
            config: { registries: ["registry.example"] },
        },
        "repositories and texts of another matter": {
            members: [
                REGISTRY,
                release({
                    repository: "https://git.example/web",
                    image: "",
                    imagery: "docker.io/a",
                    retries: 3,
                }),
            ],
        },
    },
    rejects: {
        "an image of Docker Hub": {
            members: [REGISTRY, release({ image: { repository: "library/nginx", tag: 1 } })],
            violations: [["web", `values.image.repository : ${OWN}, obtenu une autre`]],
        },
        "a foreign image, whole, by the latest tag": {
            members: [REGISTRY, release({ web: { image: "docker.io/nginx:latest" } })],
            violations: [
                ["web", `values.web.image : ${OWN}, obtenu une autre`],
                ["web", `values.web.image : ${LATEST}`],
            ],
        },
        "a foreign image under another name": {
            members: [REGISTRY, release({ sidecarImage: "docker.io/nginx:1" })],
            violations: [["web", `values.sidecarImage : ${OWN}, obtenu une autre`]],
        },
        "the latest tag beside parts that are no texts": {
            members: [
                REGISTRY,
                release({
                    image: {
                        registry: { name: "acraplusdev.azurecr.io" },
                        repository: "acraplusdev.azurecr.io/web",
                        tag: "latest",
                        digest: {},
                    },
                }),
            ],
            violations: [["web", `values.image.repository : ${LATEST}`]],
        },
        "the latest tag": {
            members: [
                REGISTRY,
                release({ image: { registry: "acraplusdev.azurecr.io", repository: "web", tag: "latest" } }),
            ],
            violations: [["web", `values.image.repository : ${LATEST}`]],
        },
    },
    unset: { "the image": { members: [REGISTRY, release({ image: { repository: null } })] } },
    unknown: {
        "the registry of an image": {
            members: [REGISTRY, release({ image: { registry: UNKNOWN, repository: "web" } })],
            unknowns: ["web/values.image.registry"],
        },
        "the registry, beside what surely is wrong,": {
            members: [
                REGISTRY,
                release({ registry: UNKNOWN, image: "web:latest", sidecarImage: "docker.io/nginx:1" }),
            ],
            violations: [
                ["web", `values.image : ${LATEST}`],
                ["web", `values.sidecarImage : ${OWN}, obtenu une autre`],
            ],
            unknowns: ["web/values.registry"],
        },
        "the image": {
            members: [REGISTRY, release({ image: UNKNOWN })],
            unknowns: ["web/values.image"],
        },
        "the registry of a repository": {
            members: [REGISTRY, release({ image: { registry: UNKNOWN, repository: "web", tag: "1" } })],
            unknowns: ["web/values.image.registry"],
        },
        "the registry beside an image that is whole": {
            members: [REGISTRY, release({ registry: UNKNOWN, sidecarImage: "docker.io/web:1" })],
            violations: [["web", `values.sidecarImage : ${OWN}, obtenu une autre`]],
            unknowns: ["web/values.registry"],
        },
        "the name of the registry": {
            members: [
                { ...REGISTRY, props: { registryName: UNKNOWN } },
                release({ image: "acraplusdev.azurecr.io/web:1" }),
            ],
            unknowns: ["registry/registryName"],
        },
    },
    otherType: "azure-native:containerregistry:Registry",
});
