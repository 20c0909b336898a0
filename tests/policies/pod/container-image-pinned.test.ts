import { containerImagePinned } from "../../../policies/rules/pod/container-image-pinned";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const DIGEST = `sha256:${"a1".repeat(32)}`;

const image = (reference: unknown) => deployment({ containers: [container({ image: reference })] });
const refused = (reference: string, got: string) =>
    violation(
        image(reference),
        `${CONTAINER}.image : attendu une image désignée par son empreinte (@sha256:…), obtenu « ${got} »`,
    );

describeRule(containerImagePinned, {
    type: DEPLOYMENT,
    accepts: {
        "a digest": compliant(image(`acraplusdev.azurecr.io/web@${DIGEST}`)),
        "a tag together with its digest": compliant(image(`acraplusdev.azurecr.io/web:1.0@${DIGEST}`)),
    },
    rejects: {
        "a tag": refused("acraplusdev.azurecr.io/web:1.0", "acraplusdev.azurecr.io/web:1.0"),
        "the tag of an image that is mounted": violation(
            deployment({
                volumes: [{ name: "scratch", emptyDir: {} }, { image: { reference: "content:1" } }],
            }),
            "spec.template.spec.volumes[1].image.reference : attendu une image désignée par son empreinte (@sha256:…), obtenu « content:1 »",
        ),
        "no tag at all": refused("nginx", "nginx"),
        "a digest cut short": refused("web@sha256:a1a1", "web@sha256:a1a1"),
        "a digest followed by something else": refused(
            `${DIGEST}@${DIGEST}:latest`,
            `${DIGEST}@${DIGEST.slice(0, 8)}…`,
        ),
    },
    unset: {
        "the image": violation(
            image(null),
            `${CONTAINER}.image : attendu une image désignée par son empreinte (@sha256:…), non défini`,
        ),
    },
    unknown: { "the image": undecided(image(UNKNOWN), `${CONTAINER}.image`) },
    otherType: "kubernetes:core/v1:Namespace",
});
