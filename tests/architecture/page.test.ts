import * as assert from "node:assert/strict";
import { DESCRIPTIONS } from "../../architecture/components";
import { architecturePage } from "../../architecture/page";
import { STACKS } from "../../architecture/stack-config";
import { graphOf } from "../graph/recorded";
import { resource } from "./sample";
import { kindOf } from "../../architecture/kinds";

describe("the page on the architecture", () => {
    for (const stack of STACKS) {
        it(`has a paragraph for each component of ${stack}, and none too many`, async () => {
            const boxes = (await graphOf(stack)).boxes.map(({ name }) => name);
            assert.deepEqual(boxes.toSorted(), Object.keys(DESCRIPTIONS).toSorted());
        });
    }

    it("is whole: no value is missing, no row is empty", async () => {
        const page = architecturePage({ dev: await graphOf("dev"), prod: await graphOf("prod") });
        assert.doesNotMatch(page, /\b(undefined|null)\b|\[object/);
        for (const heading of ["Vue d’ensemble", "Réseau", "Droits des identités", "Ressources protégées"]) {
            assert.match(page, new RegExp(`^## ${heading}$`, "m"));
        }
    });

    it("takes a flow to the storage account of either stack for the same", async () => {
        const page = architecturePage({ dev: await graphOf("dev"), prod: await graphOf("prod") });
        const [row] = /^\| Supervision .*$/m.exec(page) ?? [];
        assert.ok(row !== undefined);
        assert.doesNotMatch(row, /flux sortants/);
    });

    it("refuses a resource that it has no French name for", () => {
        assert.throws(
            () => kindOf(resource("azure-native:sql:Server", "sql")),
            /azure-native:sql:Server: expected/,
        );
    });
});
