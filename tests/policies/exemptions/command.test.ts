import * as assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

import { main } from "../../../policies/exemptions/command";
import { UserError } from "../../../sandbox/user-error";
import { exemption, RULES, TODAY } from "./sample";

describe("npm run exemptions", () => {
    let folder: string;
    let file: string;
    let printed: string[];

    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), "exemptions-"));
        file = path.join(folder, "exemptions.json");
        printed = [];
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    const write = (content: unknown) => {
        writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    };
    const run = (args: readonly string[], answers: readonly string[] = []) => {
        const left = [...answers];
        return main(args, {
            file,
            today: TODAY,
            rules: RULES,
            print: (line) => printed.push(line.replaceAll("\u00a0", " ")),
            ask: () => {
                const answer = left.shift();
                return answer === undefined
                    ? Promise.reject(new UserError("no answer left"))
                    : Promise.resolve(answer);
            },
        });
    };
    const saved = () => JSON.parse(readFileSync(file, "utf8")) as { exemptions: unknown[] };

    it("lists each exemption with the days left, and exits 0", async () => {
        write({ exemptions: [exemption()] });
        assert.equal(await run(["list"]), 0);
        assert.match(printed.join("\n"), /EX-2026-001 {2}key-vault-rbac .*2026-12-21, 30 jours restants/);
    });

    it("lists for a machine too", async () => {
        write({ exemptions: [exemption(), 12] });
        assert.equal(await run(["list", "--format", "json"]), 1);
        assert.deepEqual(JSON.parse(printed.join("\n")), {
            exemptions: [{ ...exemption(), daysLeft: 30 }],
            faults: [{ exemption: "exemptions[1]", message: "attendu un objet, obtenu un nombre" }],
        });
    });

    it("says that the register is empty", async () => {
        write({ exemptions: [] });
        assert.equal(await run(["list"]), 0);
        assert.deepEqual(printed, ["Aucune dérogation."]);
    });

    it("checks the register: exit 1 and every fault, and a notice of what ends within 30 days", async () => {
        write({
            exemptions: [
                exemption(),
                exemption({ id: "EX-2026-002", expires: "2026-12-22" }),
                exemption({ id: "EX-2026-003", expires: "2026-11-20" }),
            ],
        });
        assert.equal(await run(["check"]), 1);
        assert.deepEqual(printed, [
            "✗ EX-2026-003 : expires : expirée depuis le 2026-11-20",
            "! EX-2026-001 : expire le 2026-12-21, 30 jours restants",
            "Registre : 2 en vigueur, 1 défaut.",
        ]);
    });

    it("calls a file that is not JSON a fault", async () => {
        write("{");
        assert.equal(await run(["check"]), 1);
        assert.match(printed[0] ?? "", /^✗ registre : attendu du JSON/);
    });

    it("asks for every field, again until it will do, and adds the exemption", async () => {
        write({ $schema: "./exemptions.schema.json", exemptions: [exemption()] });
        const { resource, stack, reason, compensatingMeasure, owner, approver, ticket } = exemption();
        const answers = [
            ...["EX-2026-001", ""],
            ...["key-vault-rback", "key-vault-rbac"],
            ...[resource, stack],
            ...["trop court", reason],
            compensatingMeasure,
            ...[owner, owner, approver],
            ticket,
            "",
            ...["2027-06-30", "2026-11-20", ""],
        ];
        assert.equal(await run(["new"], answers), 0);
        assert.deepEqual(saved().exemptions[1], {
            ...exemption(),
            id: "EX-2026-002",
            granted: TODAY,
            expires: "2027-02-19",
        });
        assert.match(printed.join("\n"), /la plus proche : key-vault-rbac/);
        assert.match(printed.join("\n"), /reason : attendu un texte d’au moins 20 caractères/);
        assert.match(printed.join("\n"), /approver : attendu une autre personne/);
        assert.match(printed.join("\n"), /au plus 180 jours après granted \(2026-11-21\), obtenu 221 jours/);
        assert.match(printed.join("\n"), /expires : attendu une date à venir, obtenu 2026-11-20/);
        printed = [];
        assert.equal(await run(["check"]), 0);
    });

    it("refuses a grant in the future, and a register that changed while it asked", async () => {
        write({ exemptions: [] });
        const { resource, stack, reason, compensatingMeasure, owner, approver, ticket } = exemption();
        const answers = ["", "key-vault-rbac", resource, stack, reason, compensatingMeasure, owner, approver];
        await assert.rejects(run(["new"], [...answers, ticket, "2026-11-22"]), UserError);
        assert.match(printed.join("\n"), /granted : attendu au plus tard ce jour/);
        const changing = run(["new"], [...answers, ticket, "", ""]);
        write({ exemptions: [exemption()] });
        await assert.rejects(changing, /modifié pendant la saisie/);
        assert.deepEqual(saved(), { exemptions: [exemption()] });
    });

    it("writes nothing when the answers end early, nor over a file that is no register", async () => {
        write({ exemptions: [] });
        await assert.rejects(run(["new"], ["", "key-vault-rbac"]), UserError);
        assert.deepEqual(saved(), { exemptions: [] });
        write("{");
        await assert.rejects(run(["new"]), UserError);
        assert.equal(readFileSync(file, "utf8"), "{");
        assert.deepEqual(readdirSync(folder), ["exemptions.json"]);
    });

    for (const args of [
        [],
        ["liste"],
        ["list", "check"],
        ["check", "--format", "json"],
        ["list", "--formats", "x"],
    ]) {
        it(`refuses « ${args.join(" ")} » with the usage`, async () => {
            write({ exemptions: [] });
            await assert.rejects(run(args), /^UserError: arguments\s: attendu list, check ou new.*Usage/s);
        });
    }

    it("prints its usage", async () => {
        assert.equal(await run(["--help"]), 0);
        assert.match(printed.join("\n"), /^Usage : npm run exemptions -- list \| check \| new/);
    });
});
