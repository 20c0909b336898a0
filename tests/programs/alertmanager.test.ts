import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { FILES, write } from "./alertmanager/rendered";
import { goProgram } from "./install/go-programs";

/** Allows for the downloads of a first build. */
const BUILD_MS = 10 * 60_000;

interface Answer {
    readonly code: number;
    readonly output: string;
}

/** Who is told of what. */
const ROUTES: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
    [{ alertname: "Watchdog", severity: "none", team: "plateforme" }, "signal-de-vie"],
    [{ alertname: "OpenmrsDown", severity: "critical", team: "applicatif" }, "applicatif-astreinte"],
    [{ alertname: "OpenmrsSlow", severity: "warning", team: "applicatif" }, "applicatif-messages"],
    [{ alertname: "OpenmrsQuiet", severity: "info", team: "applicatif" }, "personne"],
    [
        { alertname: "MariadbDown", severity: "critical", team: "base-de-donnees" },
        "base-de-donnees-astreinte",
    ],
    [{ alertname: "MariadbSlow", severity: "warning", team: "base-de-donnees" }, "base-de-donnees-messages"],
    [{ alertname: "MariadbBusy", severity: "info", team: "base-de-donnees" }, "personne"],
    [{ alertname: "NodeNotReady", severity: "critical", team: "plateforme" }, "plateforme-astreinte"],
    [{ alertname: "NodeFull", severity: "warning", team: "plateforme" }, "plateforme-messages"],
    [{ alertname: "CpuThrottled", severity: "info", team: "plateforme" }, "personne"],
    [{ alertname: "AuditLogGap", severity: "critical", team: "securite" }, "securite-astreinte"],
    [{ alertname: "LoginFailures", severity: "warning", team: "securite" }, "securite-messages"],
    [{ alertname: "CertificateNoted", severity: "info", team: "securite" }, "personne"],
    // Whose team nobody foresaw, or whose severity.
    [{ alertname: "Stranger", severity: "critical", team: "inconnue" }, "plateforme-astreinte"],
    [{ alertname: "Stranger", severity: "critical" }, "plateforme-astreinte"],
    [{ alertname: "Stranger", severity: "warning", team: "inconnue" }, "plateforme-messages"],
    [{ alertname: "Stranger", severity: "fatal", team: "securite" }, "plateforme-messages"],
    [{ alertname: "Stranger" }, "plateforme-messages"],
    // The dead man's switch is known by its name: no label turns it away.
    [{ alertname: "Watchdog", severity: "critical", team: "securite" }, "signal-de-vie"],
];

/** Ways to spoil the configuration that nobody would notice by reading it. */
const SPOILT: Readonly<Record<string, readonly [string, string, RegExp]>> = {
    "an unknown receiver": [
        '"receiver": "securite-astreinte"',
        '"receiver": "securite"',
        /undefined receiver/,
    ],
    "an unknown key": ['"repeat_interval": "4h"', '"repeat_every": "4h"', /field repeat_every not found/],
    "an unknown time interval": ['"heures-ouvrees"\n', '"heures-de-bureau"\n', /undefined time interval/],
    "a matcher that is none": [
        '"severity=\\"info\\""',
        '"severity is info"',
        /bad matcher format|end of input|unexpected/,
    ],
    "a time that is none": ['"19:00"', '"25:00"', /couldn't parse timestamp/],
    "an unknown place": ["Europe/Paris", "Europe/Lutece", /unknown time zone/],
};

describe("amtool with the rendered configuration", () => {
    let amtool: string;
    let folder: string;
    let config: string;
    const ask = (...args: readonly string[]) =>
        new Promise<Answer>((resolve) => {
            execFile(amtool, args, (error, stdout, stderr) => {
                resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
            });
        });

    before(async function () {
        this.timeout(BUILD_MS);
        amtool = await goProgram("amtool", console.log);
        folder = await mkdtemp(join(tmpdir(), "alertmanager-"));
        config = await write(folder);
    });
    after(() => rm(folder, { recursive: true, force: true }));

    it("finds nothing wrong with it, and its texts", async () => {
        const { code, output } = await ask("check-config", config);
        assert.equal(code, 0, output);
        assert.match(output, / - [1-9]\d* inhibit rules\n/);
        assert.match(output, / - 1 templates\n/);
        assert.match(output, /SUCCESS/);
    });

    for (const [what, [from, to, complaint]] of Object.entries(SPOILT)) {
        it(`refuses ${what}`, async () => {
            const spoilt = await mkdtemp(join(folder, "spoilt-"));
            assert.ok(FILES["alertmanager.yml"]?.includes(from), `expected ${from} in the configuration`);
            const { code, output } = await ask(
                "check-config",
                await write(spoilt, (text) => text.replace(from, to)),
            );
            assert.equal(code, 1, output);
            assert.match(output, complaint);
        });
    }

    it("refuses a text that does not parse", async () => {
        const spoilt = await mkdtemp(join(folder, "spoilt-"));
        const file = await write(spoilt);
        await writeFile(join(spoilt, "config/messages.tmpl"), '{{ define "message.titre" }}{{ if }}');
        assert.equal((await ask("check-config", file)).code, 1);
    });

    for (const [labels, receiver] of ROUTES) {
        const words = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
        it(`sends ${words.join(" ")} to ${receiver}`, async () => {
            const { code, output } = await ask(
                ...["config", "routes", "test", `--config.file=${config}`],
                ...[`--verify.receivers=${receiver}`, ...words],
            );
            assert.equal(code, 0, output);
        });
    }

    it("says so where a route leads elsewhere", async () => {
        const other = await mkdtemp(join(folder, "other-"));
        const file = await write(other, (text) =>
            text.replace('"severity=\\"info\\""', '"severity=\\"note\\""'),
        );
        const { code } = await ask(
            ...["config", "routes", "test", `--config.file=${file}`],
            ...["--verify.receivers=personne", "alertname=OpenmrsQuiet", "severity=info", "team=applicatif"],
        );
        assert.notEqual(code, 0);
    });

    const alert = (over: object = {}) => ({
        status: "firing",
        labels: { alertname: "OpenmrsDown", severity: "critical", team: "applicatif", namespace: "openmrs" },
        annotations: {
            summary: "OpenMRS ne répond pas",
            description: "La sonde échoue depuis 3 minutes.",
            runbook_url: "https://documentation.example.fr/alertes/openmrs/#openmrsdown",
        },
        // 9:30 in Paris, in winter.
        startsAt: "2026-11-21T08:30:00Z",
        endsAt: "2026-11-21T09:05:00Z",
        ...over,
    });
    const resolved = (over: object = {}) => alert({ status: "resolved", ...over });
    const rendered = async (name: string, alerts: readonly object[]) => {
        const data = join(folder, "data.json");
        await writeFile(
            data,
            JSON.stringify({ status: "firing", alerts, commonLabels: {}, groupLabels: {} }),
        );
        const { code, output } = await ask(
            ...["template", "render", `--template.glob=${join(folder, "config/messages.tmpl")}`],
            ...[`--template.data=${data}`, `--template.text={{ template "${name}" . }}`],
        );
        assert.equal(code, 0, output);
        return output;
    };

    it("writes in French what fires", async () => {
        assert.equal(await rendered("message.titre", [alert()]), "[CRITIQUE] OpenMRS ne répond pas");
        assert.equal(
            await rendered("message.texte", [alert()]),
            [
                "OpenMRS ne répond pas",
                "La sonde échoue depuis 3 minutes.",
                "Depuis le 21/11/2026 à 09:30",
                "Conduite à tenir\u00a0: https://documentation.example.fr/alertes/openmrs/#openmrsdown",
                "",
                "",
            ].join("\n"),
        );
        assert.equal(await rendered("message.couleur", [alert()]), "danger");
    });

    it("writes in French what is over", async () => {
        assert.equal(await rendered("message.titre", [resolved()]), "[RÉSOLU] OpenMRS ne répond pas");
        assert.equal(
            await rendered("message.texte", [resolved()]),
            "OpenMRS ne répond pas\u00a0: résolu le 21/11/2026 à 10:05, après un début le 21/11/2026 à 09:30\n",
        );
        assert.equal(await rendered("message.couleur", [resolved()]), "good");
    });

    it("counts several, and tells those that are over apart", async () => {
        const alerts = [alert(), alert(), resolved()];
        assert.equal(await rendered("message.titre", alerts), "[CRITIQUE] OpenMRS ne répond pas (2 alertes)");
        const text = await rendered("message.texte", alerts);
        assert.equal(text.match(/Depuis le/g)?.length, 2);
        assert.match(text, /\n\nRésolues depuis\u00a0:\nOpenMRS ne répond pas\u00a0: résolu le /);
    });

    it("tells ten of many in full", async () => {
        const text = await rendered(
            "message.texte",
            Array.from({ length: 11 }, () => alert()),
        );
        assert.equal(text.match(/Depuis le/g)?.length, 10);
        assert.match(text, /… et d’autres\u00a0: 11 alertes en tout\.\n$/);
        const over = await rendered(
            "message.texte",
            Array.from({ length: 11 }, () => resolved()),
        );
        assert.equal(over.match(/résolu le/g)?.length, 10);
        assert.match(over, /… et d’autres\u00a0: 11 alertes résolues en tout\.\n$/);
    });

    for (const [severity, word, colour] of [
        ["warning", "AVERTISSEMENT", "warning"],
        ["info", "INFORMATION", "warning"],
        ["fatal", "ALERTE", "warning"],
    ] as const) {
        it(`calls ${severity} ${word}`, async () => {
            const one = alert({ labels: { alertname: "Essai", severity } });
            assert.equal(await rendered("message.titre", [one]), `[${word}] OpenMRS ne répond pas`);
            assert.equal(await rendered("message.couleur", [one]), colour);
        });
    }

    it("names an alert without sentences by its name, and shows no other label", async () => {
        const bare = alert({
            annotations: {},
            labels: { alertname: "Etrangere", patient: "personne-precise" },
        });
        assert.equal(await rendered("message.titre", [bare]), "[ALERTE] Etrangere");
        assert.equal(await rendered("message.texte", [bare]), "Etrangere\nDepuis le 21/11/2026 à 09:30\n\n");
    });

    it("would send nothing of labels but those of the group: every text is one of ours", async () => {
        const text = await readFile(config, "utf8");
        const quoted = [...text.matchAll(/\{\{.*?\}\}/g)].map(([template]) => template);
        assert.deepEqual(
            [...new Set(quoted)]
                .filter((one) => !/^\{\{ template \\"message\.[a-z-]+\\" \. \}\}$/.test(one))
                .sort(),
            [
                "{{ (index .Alerts 0).Annotations.runbook_url }}",
                "{{ .CommonLabels.alertname }}",
                "{{ .CommonLabels.cluster }}",
                "{{ .CommonLabels.namespace }}",
                "{{ len .Alerts.Firing }}",
                "{{ len .Alerts.Resolved }}",
            ],
        );
    });
});
