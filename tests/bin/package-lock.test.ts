import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Package {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, Package>>;
};

describe("package-lock.json", () => {
    // npm install leaves out those that the registry did not have; `npm ci` then refuses the whole lock.
    it("lists every optional dependency, of other platforms too", () => {
        const listed = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
        const missing = Object.values(packages)
            .flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
            .filter((name) => !listed.has(name));

        assert.deepEqual(missing, []);
    });
});
