import * as assert from "node:assert/strict";
import { installed } from "./install";
import { Gateway, INSTALL_MS } from "./nginx/gateway";

describe("the gateway's nginx before several backends", () => {
    let gateway: Gateway;

    before(async function () {
        this.timeout(INSTALL_MS);
        await installed("nginx", console.log);
        gateway = await Gateway.start(["127.0.0.2", "127.0.0.3"], true);
    });
    after(async () => {
        await gateway.stop();
    });

    /** A browser that has just come: the backend that served it, and the cookie that it keeps. */
    const visit = async () => {
        const { body, headers } = await gateway.get("/openmrs/ws/rest/v1/session");
        const cookie = headers["set-cookie"]?.find((one) => one.startsWith("openmrs_server="));
        return { server: body, cookie };
    };
    const again = (cookie = "") =>
        gateway.get("/openmrs/ws/rest/v1/session", { Cookie: cookie.split(";", 1)[0] ?? "" });

    it("spreads who comes, and keeps each to its backend by a cookie that no script reads", async () => {
        const visits = [await visit(), await visit(), await visit(), await visit()];
        assert.deepEqual([...new Set(visits.map(({ server }) => server))].sort(), ["127.0.0.2", "127.0.0.3"]);
        for (const { server, cookie } of visits) {
            const [named, ...flags] = (cookie ?? "").split("; ");
            assert.match(named ?? "", /^openmrs_server=[0-9a-f]{32}$/);
            assert.deepEqual(flags.sort(), ["httponly", "path=/openmrs", "samesite=strict", "secure"]);
            for (let tries = 0; tries < 5; tries++) {
                assert.equal((await again(cookie)).body, server);
            }
        }
    });

    it("moves who came to a backend that has gone to the other, with a new cookie", async () => {
        let seen = await visit();
        while (seen.server !== "127.0.0.2") {
            seen = await visit();
        }
        await gateway.backends[0]?.close();
        const moved = await again(seen.cookie);
        assert.deepEqual([moved.status, moved.body], [200, "127.0.0.3"]);
        const cookie = moved.headers["set-cookie"]?.find((one) => one.startsWith("openmrs_server="));
        assert.notEqual(cookie, undefined);
        assert.notEqual(cookie, seen.cookie);
    });
});
