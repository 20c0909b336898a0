import * as assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eventuallyIs } from "../support/eventually";
import { certify } from "./alertmanager/certified";
import { freePorts, type Ports, Replica } from "./alertmanager/replica";
import { goProgram } from "./install/go-programs";
import { Issuer } from "./issued";

/** Allows for the downloads of a first build. */
const BUILD_MS = 10 * 60_000;

const WAIT_MS = 60_000;

const eventually = (question: () => Promise<unknown>, expected: unknown) =>
    eventuallyIs(question, expected, WAIT_MS);

/** Within the platform's minute of delay, this version does not end by itself. */
const OPTIONS = {
    args: (args: readonly string[]) => args.filter((arg) => !arg.startsWith("--dispatch.start-delay=")),
};

const members = (replica: Replica) => replica.metric("alertmanager_cluster_members");

/** Each test goes on from where the one before it left the replicas. */
describe("Alertmanager's three replicas", function () {
    this.timeout(3 * WAIT_MS);

    let folder: string;
    let ports: readonly Ports[];
    let replicas: readonly Replica[];
    let strangers: readonly Replica[] = [];
    const issuer = new Issuer();

    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("alertmanager", console.log);
        folder = await mkdtemp(join(tmpdir(), "alertmanager-"));
        ports = [await freePorts(), await freePorts(), await freePorts()];
        replicas = ports.map(
            (own, index) => new Replica(join(folder, index.toString()), own, ports, OPTIONS),
        );
        for (const replica of replicas) {
            await certify(issuer, replica.folder);
        }
    });
    after(async () => {
        await Promise.all([...replicas, ...strangers].map((replica) => replica.stop()));
        await rm(folder, { recursive: true, force: true });
    });

    it("find one another with their certificates alone", async () => {
        await Promise.all(replicas.map((replica) => replica.start()));
        for (const replica of replicas) {
            await eventually(() => members(replica), "3");
        }
    });

    it("all know of a silence that one was told of", async () => {
        const [first, ...others] = replicas;
        await first?.post("/api/v2/silences", {
            matchers: [{ name: "alertname", value: "Essai", isRegex: false, isEqual: true }],
            startsAt: new Date().toISOString(),
            endsAt: new Date(Date.now() + 3_600_000).toISOString(),
            createdBy: "essai",
            comment: "travaux prévus",
        });
        for (const other of others) {
            await eventually(
                async () => (await other.text("/api/v2/silences")).includes('"comment":"travaux prévus"'),
                true,
            );
        }
    });

    it("know of it after a restart, alone", async () => {
        const [, , last] = replicas;
        await Promise.all(replicas.map((replica) => replica.stop()));
        assert.ok(last);
        const alone = new Replica(last.folder, last.ports, ports, OPTIONS);
        strangers = [...strangers, alone];
        await alone.start();
        assert.match(await alone.text("/api/v2/silences"), /travaux prévus/);
        await alone.stop();
    });

    for (const [who, prepare] of Object.entries({
        "whose certificate another authority signed": (own: string) => certify(new Issuer(), own),
        "whose certificate is a server's alone": (own: string) =>
            certify(issuer, own, { mutual: false, rotatedOn: "2027-10-01" }),
    })) {
        it(`let in nobody ${who}`, async () => {
            const pair = [await freePorts(), await freePorts()];
            const [ours, theirs] = pair.map(
                (own, index) => new Replica(join(folder, `${who}-${index.toString()}`), own, pair, OPTIONS),
            );
            assert.ok(ours && theirs);
            strangers = [...strangers, ours, theirs];
            await certify(issuer, ours.folder);
            await prepare(theirs.folder);
            await ours.start();
            await theirs.start();
            await eventually(() => Promise.resolve(/tls: |certificate/.test(theirs.log + ours.log)), true);
            assert.equal(await members(ours), "1");
            assert.equal(await members(theirs), "1");
        });
    }
});
