import * as assert from "node:assert/strict";
import { imageNames, type ImageName, imagesOf } from "../../components/images";

describe("imagesOf", () => {
    const digests = Object.fromEntries(imageNames.map((name) => [name, `sha256:${name}`])) as Record<
        ImageName,
        string
    >;

    it("points at the private registry, by tag and digest", () => {
        const images = imagesOf("cr.azurecr.io", digests);
        assert.equal(images.mariadb, "cr.azurecr.io/mariadb:11.8.8@sha256:mariadb");
        assert.deepEqual(Object.keys(images), imageNames);
    });
});
