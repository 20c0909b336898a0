import * as assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { type Inhibition, INHIBITIONS } from "../../components/observability/alerting/inhibitions";
import { certify } from "./alertmanager/certified";
import { freePorts, Replica } from "./alertmanager/replica";
import { goProgram } from "./install/go-programs";
import { Issuer } from "./issued";

/** Allows for the downloads of a first build. */
const BUILD_MS = 10 * 60_000;

const WAIT_MS = 20_000;

interface Alert {
    readonly labels: Readonly<Record<string, string>>;
    readonly status: { readonly state: string; readonly inhibitedBy: readonly string[] };
}

/** Labels that matchers match: of a choice the first. */
const matching = (matchers: readonly string[]) =>
    Object.fromEntries(
        matchers.map((matcher) => {
            const [, name = "", value = ""] = /^(\w+)=~?"([^"|]+)/.exec(matcher) ?? [];
            return [name, value === ".+" ? "connexion" : value];
        }),
    );

const alike = ({ equal }: Inhibition, value: string) =>
    Object.fromEntries(
        ["cluster", ...equal.filter((label) => label !== "slo")].map((label) => [label, value]),
    );

/** The alert that keeps back, one that it keeps back, and the same of somewhere else. */
const situation = (inhibition: Inhibition, index: string) => {
    const base = (matchers: readonly string[]) => ({
        alertname: "Essai",
        severity: "none",
        ...matching(matchers),
    });
    return {
        by: { ...base(inhibition.by), ...alike(inhibition, `ici-${index}`) },
        kept: { ...base(inhibition.of), ...alike(inhibition, `ici-${index}`) },
        elsewhere: { ...base(inhibition.of), ...alike(inhibition, `ailleurs-${index}`) },
    };
};

describe("Alertmanager keeps back", function () {
    this.timeout(2 * WAIT_MS);

    let folder: string;
    let replica: Replica;
    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("alertmanager", console.log);
        folder = await mkdtemp(join(tmpdir(), "alertmanager-"));
        const ports = await freePorts();
        await certify(new Issuer(), folder);
        replica = new Replica(folder, ports, [ports], {
            // Whoever it would tell is not reached: nothing leaves, and it ends at once.
            config: (text) =>
                text.replaceAll(/https:\/\/(slack\.com|events\.eu\.pagerduty\.com)/g, "http://127.0.0.1:9"),
            args: (args) => args.filter((arg) => !arg.startsWith("--dispatch.start-delay=")),
        });
        await replica.start();
    });
    after(async () => {
        await replica.stop();
        await rm(folder, { recursive: true, force: true });
    });

    for (const [index, inhibition] of INHIBITIONS.entries()) {
        it(`what another alert says: ${inhibition.name}`, async () => {
            const { by, kept, elsewhere } = situation(inhibition, index.toString());
            const own = { essai: index.toString() };
            await replica.post(
                "/api/v2/alerts",
                [by, kept, elsewhere].map((labels) => ({ labels: { ...labels, ...own } })),
            );
            const of = async (labels: object) => {
                const wanted = JSON.stringify(Object.entries({ ...labels, ...own }).sort());
                const alerts = JSON.parse(
                    await replica.text(`/api/v2/alerts?filter=essai%3D%22${own.essai}%22`),
                ) as readonly Alert[];
                return alerts.find((one) => JSON.stringify(Object.entries(one.labels).sort()) === wanted)
                    ?.status;
            };
            // An alert's state is told once its group has been looked at, after its wait.
            const limit = performance.now() + WAIT_MS;
            while ((await of(kept))?.state !== "suppressed" && performance.now() < limit) {
                await sleep(50);
            }
            assert.equal((await of(kept))?.state, "suppressed");
            assert.equal((await of(kept))?.inhibitedBy.length, 1);
            assert.notEqual((await of(elsewhere))?.state, "suppressed");
            assert.notEqual((await of(by))?.state, "suppressed");
        });
    }
});
