import * as assert from "node:assert/strict";
import { imageNames, type ImageName, imagesOf, imageSources } from "../../components/images";

const digests = Object.fromEntries(imageNames.map((name) => [name, `sha256:${name}`])) as Record<
    ImageName,
    string
>;

describe("imagesOf", () => {
    it("points at the private registry, by tag and digest", () => {
        const images = imagesOf("cr.azurecr.io", digests);
        assert.equal(images.mariadb, "cr.azurecr.io/library/mariadb:11.8.8@sha256:mariadb");
        assert.deepEqual(Object.keys(images), imageNames);
    });
});

describe("imageSources", () => {
    it("name a public registry for the repository of every image", () => {
        const repositories = Object.values(imagesOf("cr", digests)).map((image) =>
            image.slice("cr/".length, image.indexOf(":")),
        );
        assert.deepEqual(
            imageSources.map(({ repository }) => repository),
            [...new Set(repositories)],
        );
    });

    it("ask Docker Hub only for what no other registry has", () => {
        assert.deepEqual(
            imageSources
                .filter(({ upstream }) => upstream === "docker.io")
                .map(({ repository }) => repository),
            [
                "library/mariadb",
                "openmrs/openmrs-reference-application-3-backend",
                "openmrs/openmrs-reference-application-3-frontend",
                "openmrs/openmrs-reference-application-3-gateway",
                "grafana/loki",
                "grafana/tempo",
                "grafana/alloy",
                "grafana/grafana",
            ],
        );
    });
});
