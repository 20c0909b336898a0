import * as assert from "node:assert/strict";
import { Agent } from "node:https";
import { installed } from "./install";
import { ADMIN, Gateway, INSTALL_MS, PUBLIC } from "./nginx/gateway";

describe("the limits of the gateway's nginx", () => {
    let gateway: Gateway;

    before(async function () {
        this.timeout(INSTALL_MS);
        await installed("nginx", console.log);
        gateway = await Gateway.start(["127.0.0.2"], false);
    });
    after(() => gateway.stop());

    it("hold up who guesses passwords, and nobody else", async () => {
        const signIn = (address: string) =>
            gateway
                .get("/openmrs/ws/rest/v1/session", {
                    Authorization: "Basic YWRtaW46YWRtaW4=",
                    "X-Forwarded-For": address,
                })
                .then(({ status }) => status);
        const answers = [];
        for (let tries = 0; tries < 30; tries++) {
            answers.push(await signIn("192.0.2.10"));
        }
        assert.ok(
            answers.slice(0, 10).every((status) => status === 200),
            answers.join(),
        );
        assert.ok(answers.includes(429), answers.join());
        assert.equal(await signIn("192.0.2.11"), 200);
        const { status } = await gateway.get("/openmrs/ws/rest/v1/session", {
            "X-Forwarded-For": "192.0.2.10",
        });
        assert.equal(status, 200);
    });

    it("hold up who asks faster than people do", async () => {
        // Connections that stay open: handshakes alone would take longer than the limit allows for.
        const agent = new Agent({ keepAlive: true, maxSockets: 10 });
        const asked = {
            host: PUBLIC,
            path: "/openmrs/ws/rest/v1/patient",
            headers: { "X-Forwarded-For": "192.0.2.12" },
            agent,
        };
        const answers = await Promise.all(Array.from({ length: 1000 }, () => gateway.ask(asked)));
        agent.destroy();
        assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [200, 429]);
    });

    it("hold up who has 200 requests under way, and nobody else", async () => {
        const from = (address: string) =>
            gateway.get("/openmrs/spa/home", { "X-Forwarded-For": address }).then(({ status }) => status);
        const { received } = gateway.frontend;
        const before = received.length;
        const arrived = async (count: number) => {
            while (received.length < before + count) {
                await new Promise((resolve) => setTimeout(resolve, 20));
            }
        };
        let release: () => void = () => undefined;
        gateway.frontend.held = new Promise((resolve) => {
            release = resolve;
        });
        const one = Array.from({ length: 200 }, () => from("192.0.2.13"));
        try {
            await arrived(200);
            const next = await Promise.race([from("192.0.2.13"), arrived(201).then(() => "let through")]);
            assert.equal(next, 429);
            one.push(from("192.0.2.14"));
            await arrived(201);
        } finally {
            release();
        }
        assert.deepEqual([...new Set(await Promise.all(one))], [200]);
    });

    it("believe nobody on the administration's host who says where they are", async () => {
        const statuses = [];
        for (let tries = 0; tries < 30; tries++) {
            const { status } = await gateway.get(
                "/openmrs/ws/rest/v1/session",
                { Authorization: "Basic YWRtaW46YWRtaW4=", "X-Forwarded-For": `192.0.2.${tries.toString()}` },
                ADMIN,
            );
            statuses.push(status);
        }
        assert.equal(gateway.backends[0]?.received.at(-1)?.headers["x-forwarded-for"], "127.0.0.1");
        assert.ok(statuses.includes(429), statuses.join());
    });
});
