import * as assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { readState } from "../../../report/audit/state-file";
import { UserError } from "../../../sandbox/user-error";
import { allOf, exported, resource, STACK, STACK_URN, StateFolder, urn } from "./states";

const STORE = resource("test:index:Store", "records", { access: "private" });

describe("the reading of a state", () => {
    let folder: StateFolder;
    before(async () => {
        folder = await StateFolder.create();
    });
    after(() => folder.remove());

    const read = async (text: string) => allOf(await folder.write(text));
    const refused = (text: string, why: RegExp) =>
        assert.rejects(read(text), (error: unknown) => {
            assert.ok(error instanceof UserError);
            assert.match(error.message, why);
            return true;
        });

    it("tells of each resource what rules judge", async () => {
        const full = resource(
            "test:index:Store",
            "full",
            { access: "private" },
            {
                outputs: { id: "1" },
                protect: true,
                ignoreChanges: ["tags"],
                propertyDependencies: { owner: [STACK_URN] },
            },
        );

        assert.deepEqual(await read(exported([STACK, full])), [
            {
                urn: STACK_URN,
                type: "pulumi:pulumi:Stack",
                custom: false,
                readOnly: false,
                pendingDeletion: false,
                protect: false,
                ignoreChanges: [],
                propertyDependencies: {},
                inputs: {},
                outputs: {},
            },
            {
                urn: urn("test:index:Store", "full"),
                type: "test:index:Store",
                custom: true,
                readOnly: false,
                pendingDeletion: false,
                protect: true,
                ignoreChanges: ["tags"],
                propertyDependencies: { owner: [STACK_URN] },
                inputs: { access: "private" },
                outputs: { id: "1" },
            },
        ]);
    });

    it("takes null for what is not there", async () => {
        const [store] = await read(
            exported([{ ...STORE, inputs: null, ignoreChanges: null, protect: null }]),
        );

        assert.deepEqual([store?.inputs, store?.ignoreChanges, store?.protect], [{}, [], false]);
    });

    it("marks what is only read, and former copies", async () => {
        const resources = await read(
            exported([
                { ...STORE, external: true },
                { ...STORE, viewOf: STACK_URN },
                { ...STORE, delete: true },
            ]),
        );

        assert.deepEqual(
            resources.map(({ readOnly, pendingDeletion }) => [readOnly, pendingDeletion]),
            [
                [true, false],
                [true, false],
                [false, true],
            ],
        );
    });

    it("reads files longer than a chunk, and keeps the order", async () => {
        const text = "é".repeat(100_000);
        const stores = Array.from({ length: 30 }, (_, index) =>
            resource("test:index:Store", index.toString(), { text }),
        );

        const resources = await read(exported(stores));

        assert.deepEqual(
            resources.map(({ urn: of }) => of),
            stores.map((_, index) => urn("test:index:Store", index.toString())),
        );
        assert.ok(resources.every(({ inputs }) => (inputs as { text: string }).text === text));
    });

    it("counts interrupted operations and former copies, anew at each reading", async () => {
        const pending = { pending_operations: [{ resource: STORE, type: "creating" }] };
        const file = await folder.write(exported([STORE, { ...STORE, delete: true }], pending));
        const summary = { pendingOperations: 0, pendingDeletions: 0 };

        for (let reading = 0; reading < 2; reading++) {
            for await (const batch of readState(file, summary)) {
                assert.equal(batch.length, 2);
            }
            assert.deepEqual(summary, { pendingOperations: 1, pendingDeletions: 1 });
        }
    });

    it("refuses a URN of several lines", () =>
        refused(
            exported([{ ...STORE, urn: `${STACK_URN}\nAucune` }]),
            /^deployment\.resources\[0\]\.urn : attendu une chaîne sans saut de ligne/,
        ));

    it("refuses values deeper than can be judged, and takes the deepest that can", async () => {
        const withDepth = (levels: number) =>
            exported([STORE, { ...STORE, inputs: "DEEP" }]).replace(
                '"DEEP"',
                `${'{"a":'.repeat(levels - 1)}{}${"}".repeat(levels - 1)}`,
            );

        await read(withDepth(100));
        for (const levels of [101, 5000]) {
            await refused(
                withDepth(levels),
                /^deployment\.resources\[1\]\.inputs : attendu au plus 100 niveaux d’imbrication/,
            );
        }
    });

    it("skips the byte order mark of UTF-8, and names UTF-16", async () => {
        assert.equal((await read(`\ufeff${exported([STORE])}`)).length, 1);
        const file = await folder.write("");
        await writeFile(file, Buffer.from(`\ufeff${exported([STORE])}`, "utf16le"));
        await assert.rejects(allOf(file), /attendu un texte en UTF-8, obtenu un texte en UTF-16$/);
    });

    it("says of a directory that it is none of a file", () =>
        assert.rejects(allOf(__dirname), (error: unknown) => {
            assert.ok(error instanceof UserError);
            assert.equal(error.message, `${__dirname} : attendu un fichier, obtenu un dossier`);
            return true;
        }));

    it("makes nothing of characters that steer a terminal", async () => {
        const [store] = await read(
            exported([{ ...STORE, urn: urn("test:index:Store", "a\u001b[2Jb\u202e") }]),
        );

        assert.equal(store?.urn, urn("test:index:Store", "ab\ufffd"));
    });

    for (const version of [1, 2, 4]) {
        it(`refuses version ${version.toString()}, and says which it takes`, () =>
            refused(
                exported([STORE]).replace('"version": 3', `"version": ${version.toString()}`),
                new RegExp(
                    `state\\.json : attendu un export de pile Pulumi de version 3, obtenu la version ${version.toString()}$`,
                ),
            ));
    }

    it("refuses JSON that is no export", async () => {
        await refused(
            '{"checkpoint":{"latest":{"resources":[{}]}}}',
            /version 3, obtenu aucun numéro de version$/,
        );
        await refused(
            '{"version":"3","deployment":{"resources":[]}}',
            /version 3, obtenu aucun numéro de version$/,
        );
        await refused("", /obtenu aucun numéro de version$/);
        await refused("[]", /obtenu aucun numéro de version$/);
    });

    it("refuses a state without resources", async () => {
        const none = /state\.json : attendu des ressources dans deployment\.resources, obtenu aucune$/;
        await refused(exported([]), none);
        await refused('{"version":3,"deployment":{"resources":{"a":{}}}}', none);
    });

    it("refuses a file that is cut short, wherever, and shows nothing of it", async () => {
        const whole = exported([STACK, resource("test:index:Store", "records", { password: "hunter2" })]);
        for (let length = 1; length < whole.length; length += 7) {
            await refused(
                whole.slice(0, length),
                new RegExp(
                    `export entier de pile Pulumi, en JSON, obtenu un texte qui s’arrête à l’octet ${length.toString()}$`,
                ),
            );
        }
    });

    it("refuses what is not JSON, and shows nothing of it", async () => {
        const broken = exported([resource("test:index:Store", "records", { password: "hunter2" })]).replace(
            '"hunter2"',
            '"hunter2',
        );
        await refused(broken, /obtenu autre chose entre les octets 0 et \d+$/);
        await refused(broken, /^(?!.*hunter2)/s);
        await refused(`${exported([STORE])} {}`, /obtenu autre chose entre les octets 0 et \d+$/);
        await refused("pulumi: no stack selected", /obtenu autre chose entre les octets 0 et \d+$/);
    });

    it("refuses a resource of another shape, and says where", async () => {
        const at = (more: object) => exported([STACK, { ...STORE, ...more }]);
        await refused(
            exported([STACK, "hunter2" as unknown as object]),
            /^deployment\.resources\[1\] : attendu un objet, obtenu autre chose$/,
        );
        await refused(
            at({ urn: "" }),
            /^deployment\.resources\[1\]\.urn : attendu une chaîne non vide, obtenu autre chose$/,
        );
        await refused(at({ type: 3 }), /^deployment\.resources\[1\]\.type : attendu une chaîne non vide/);
        await refused(at({ custom: "yes" }), /^deployment\.resources\[1\]\.custom : attendu true ou false/);
        await refused(at({ inputs: [] }), /^deployment\.resources\[1\]\.inputs : attendu un objet/);
        await refused(
            at({ ignoreChanges: "tags" }),
            /^deployment\.resources\[1\]\.ignoreChanges : attendu une liste de chaînes/,
        );
        await refused(
            at({ ignoreChanges: [1] }),
            /^deployment\.resources\[1\]\.ignoreChanges : attendu une liste de chaînes/,
        );
        await refused(
            at({ propertyDependencies: { a: 1 } }),
            /^deployment\.resources\[1\]\.propertyDependencies\.a : attendu une liste de chaînes/,
        );
    });

    it("leaves the system's word for a file that cannot be read", () =>
        assert.rejects(allOf(folder.path("none.json")), { code: "ENOENT" }));
});
