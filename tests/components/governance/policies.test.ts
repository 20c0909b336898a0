import * as assert from "node:assert/strict";
import { policiesOf } from "../../../components/governance/policies";
import { imageNames, imagesOf } from "../../../components/images";

const REGISTRY = "registry.azurecr.io";
const policies = policiesOf({
    registryLoginServer: REGISTRY,
    allowedRegions: ["francecentral", "francesouth"],
});
const AZURE = ["kube-system", "gatekeeper-system", "aks-istio-system", "aks-istio-ingress"];
const DIGEST = `sha256:${"0".repeat(64)}`;

describe("the Azure policies", () => {
    it("are these built-in definitions, with these effects", () => {
        const effects = Object.entries(policies).map(([name, { definition, parameters }]) => [
            name,
            definition,
            parameters?.effect,
        ]);
        assert.deepEqual(effects, [
            ["pod-security", "42b8ef37-b724-4e24-bbc8-7a7708edfe00", "Deny"],
            ["pod-volumes", "16697877-1118-4fb1-9b65-9898ec2509ec", "Deny"],
            ["pod-volumes-excepted", "16697877-1118-4fb1-9b65-9898ec2509ec", "Deny"],
            ["pod-host-paths", "098fc59e-46c7-4d99-9b16-64990e543d75", "Deny"],
            ["pod-users", "f06ddb64-5fa3-4b77-b166-acb36f7f6042", "Deny"],
            ["pod-groups", "f06ddb64-5fa3-4b77-b166-acb36f7f6042", "Deny"],
            ["pod-images", "febd0533-8e55-448f-b837-bd0e06f16469", "Deny"],
            ["pod-read-only", "df49d893-a74c-421d-bc95-c663042e5b80", "Deny"],
            ["pod-no-token", "423dd1ba-798e-40e4-9c4d-b6902674b423", "Deny"],
            ["service-internal", "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e", "Deny"],
            ["service-no-external-ip", "d46c275d-1680-448d-b2ec-e495a3b6cc89", "Deny"],
            ["ingress-https", "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", "Deny"],
            ["cluster-private", "040732e8-d947-40b8-95d6-854c95024bf8", "Deny"],
            ["cluster-no-local-accounts", "993c2fcd-2b29-49d2-9eb0-df2c3a730c32", "Deny"],
            ["registry-private", "0fdf0491-d080-4575-b627-ad0e843cba0f", "Deny"],
            ["vault-private", "405c5871-3e91-4644-8a63-58e19d68ff5b", "Deny"],
            ["vault-recoverable", "0b60c0b2-2dc2-4e1c-b5c9-abbed971de53", "Deny"],
            ["storage-https", "404c3081-a854-4457-ae30-26a93ef643f9", "Deny"],
            ["storage-tls", "fe83a0eb-a853-422d-aac2-1bffd182c5d0", "Deny"],
            ["storage-private", "b2982f36-99f2-4db5-8eff-283140c09693", "Deny"],
            ["storage-no-shared-key", "8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54", "Deny"],
            ["allowed-regions", "e56962a6-4747-49cd-b67b-bf8b01975c4c", "Deny"],
            ["iso-27001", "5e4ff661-23bf-42fa-8e3a-309a55091cc7", undefined],
        ]);
    });

    it("spare nothing but what Azure itself runs in the cluster", () => {
        const spared = Object.entries(policies)
            .filter(([name]) => name !== "pod-volumes")
            .flatMap(([, { parameters }]) => (parameters?.excludedNamespaces ?? []) as string[]);
        assert.deepEqual([...new Set(spared)], AZURE);
    });

    it("let a pod mount the root of its node, read-only, in the namespace that the platform excepts, and nowhere else", () => {
        const restricted = [
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "persistentVolumeClaim",
            "projected",
            "secret",
        ];
        assert.deepEqual(policies["pod-volumes"]?.parameters, {
            effect: "Deny",
            excludedNamespaces: [...AZURE, "node-exporter"],
            allowedVolumeTypes: restricted,
        });
        const excepted = { effect: "Deny", excludedNamespaces: AZURE, namespaces: ["node-exporter"] };
        assert.deepEqual(policies["pod-volumes-excepted"]?.parameters, {
            ...excepted,
            allowedVolumeTypes: [...restricted, "hostPath"],
        });
        assert.deepEqual(policies["pod-host-paths"]?.parameters, {
            ...excepted,
            allowedHostPaths: { paths: [{ pathPrefix: "/", readOnly: true }] },
        });
        assert.deepEqual(policies["pod-security"]?.replaced, ["AllowedUsersGroups", "AllowedVolumeTypes"]);
    });

    it("judge the load balancer before the mesh too", () => {
        assert.deepEqual(policies["service-internal"]?.parameters?.excludedNamespaces, [
            "kube-system",
            "gatekeeper-system",
        ]);
    });

    it("let the image that the platform excepts into group 0, at any of its versions, and no other", () => {
        assert.deepEqual(policies["pod-groups"]?.parameters, {
            effect: "Deny",
            excludedNamespaces: AZURE,
            excludedImages: [`${REGISTRY}/openmrs/openmrs-reference-application-3-backend:*`],
            runAsGroupRule: "MustRunAs",
            runAsGroupRanges: { ranges: [{ min: 1, max: 65535 }] },
            fsGroupRule: "MustRunAs",
            fsGroupRanges: { ranges: [{ min: 1, max: 65535 }] },
        });
    });

    it("hold the exceptions of group 0 to a user other than root all the same", () => {
        assert.deepEqual(policies["pod-users"]?.parameters, {
            effect: "Deny",
            excludedNamespaces: AZURE,
            runAsUserRule: "MustRunAsNonRoot",
        });
    });

    describe("of images", () => {
        const allowed = new RegExp(String(policies["pod-images"]?.parameters?.allowedContainerImagesRegex));

        it("let in every image of the platform", () => {
            const digests = Object.fromEntries(imageNames.map((name) => [name, DIGEST]));
            const images = Object.values(
                imagesOf(REGISTRY, digests as Record<(typeof imageNames)[number], string>),
            );
            assert.deepEqual(
                images.filter((image) => !allowed.test(image)),
                [],
            );
        });

        const REFUSED: Readonly<Record<string, string>> = {
            "by its tag alone": `${REGISTRY}/openmrs:3.7.0`,
            "from a public registry": `docker.io/library/mariadb@${DIGEST}`,
            "from a host that ends alike": `evil-${REGISTRY}/openmrs@${DIGEST}`,
            "from a host that only looks alike": `registryXazurecr.io/openmrs@${DIGEST}`,
            "with a digest cut short": `${REGISTRY}/openmrs@sha256:00`,
        };
        for (const [how, image] of Object.entries(REFUSED)) {
            it(`refuse one ${how}`, () => {
                assert.doesNotMatch(image, allowed);
            });
        }
    });

    it("keep everything in the regions of the platform, but the addresses for alerts", () => {
        const regions = policies["allowed-regions"];
        assert.deepEqual(regions?.parameters, {
            effect: "Deny",
            listOfAllowedLocations: ["francecentral", "francesouth"],
        });
        assert.deepEqual(regions.exceptTypes, ["microsoft.insights/actiongroups"]);
    });

    it("fit into Azure's limits of names and texts", () => {
        for (const [name, { displayName, description, message }] of Object.entries(policies)) {
            assert.ok(name.length <= 64 - "tag-".length, name);
            assert.ok(displayName.length <= 128, displayName);
            assert.ok(description.length <= 512, description);
            assert.ok((message ?? "").length <= 512, message);
        }
    });

    it("have a message of their own where Azure takes one: outside the cluster", () => {
        const silent = Object.entries(policies).filter(([, { message }]) => message === undefined);
        assert.deepEqual(
            silent.map(([name]) => name),
            [
                "pod-security",
                "pod-volumes",
                "pod-volumes-excepted",
                "pod-host-paths",
                "pod-users",
                "pod-groups",
                "pod-images",
                "pod-read-only",
                "pod-no-token",
                "service-internal",
                "service-no-external-ip",
                "ingress-https",
            ],
        );
    });
});
