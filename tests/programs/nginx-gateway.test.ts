import * as assert from "node:assert/strict";
import { join } from "node:path";
import { gatewaySettings } from "../../components/edge/gateway-settings";
import { platformNames } from "../../components/naming";
import { installed } from "./install";
import { ADMIN, certificate, Gateway, INSTALL_MS, PUBLIC } from "./nginx/gateway";

describe("the gateway's nginx", () => {
    let gateway: Gateway;

    before(async function () {
        this.timeout(INSTALL_MS);
        await installed("nginx", console.log);
        gateway = await Gateway.start(["127.0.0.2"], false);
    });
    after(() => gateway.stop());

    for (const host of [PUBLIC, ADMIN]) {
        it(`shields browsers on ${host}, answers that fail included`, async () => {
            for (const path of ["/openmrs/spa/home", "/openmrs/ws/rest/v1/session", "/nowhere"]) {
                const { headers } = await gateway.get(path, {}, host);
                assert.equal(headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
                assert.match(
                    String(headers["content-security-policy"]),
                    /^default-src 'self' .*; object-src 'self' blob:; .*frame-ancestors 'self'$/,
                );
                assert.equal(headers["x-content-type-options"], "nosniff");
                assert.equal(headers["x-frame-options"], "SAMEORIGIN");
                assert.equal(headers["referrer-policy"], "same-origin");
                assert.equal(headers.server, "nginx");
            }
        });
    }

    it("keeps the record out of browsers' caches, and lets them keep the pages", async () => {
        assert.equal((await gateway.get("/openmrs/ws/rest/v1/patient")).headers["cache-control"], "no-store");
        for (const path of ["/openmrs/patientDashboard.form?patientId=1", "/openmrs/ws/rest/v1/patient"]) {
            const { headers } = await gateway.get(path, {}, ADMIN);
            assert.equal(headers["cache-control"], "no-store", path);
        }
        assert.equal((await gateway.get("/openmrs/spa/home")).headers["cache-control"], undefined);
    });

    it("lets no server behind it say otherwise, nor send browsers where there is no TLS", async () => {
        const backend = gateway.backends[0];
        assert.ok(backend);
        backend.headers = {
            "Content-Security-Policy": "default-src *",
            "X-Frame-Options": "ALLOWALL",
            "X-Powered-By": "Servlet/4.0",
            Location: `http://${ADMIN}/openmrs/login.htm`,
        };
        const { headers } = await gateway.get("/openmrs/admin/index.htm", {}, ADMIN);
        backend.headers = {};
        assert.match(String(headers["content-security-policy"]), /^default-src 'self' [^,]*$/);
        assert.equal(headers["x-frame-options"], "SAMEORIGIN");
        assert.equal(headers["x-powered-by"], undefined);
        assert.equal(headers.location, `https://${ADMIN}/openmrs/login.htm`);
    });

    it("makes every cookie secure, unseen by scripts and of this site alone", async () => {
        const { headers } = await gateway.get("/openmrs/ws/rest/v1/session");
        assert.deepEqual(headers["set-cookie"], [
            "JSESSIONID=1; Path=/openmrs; Secure; HttpOnly; SameSite=Strict",
        ]);
    });

    it("speaks TLS 1.3, and refuses 1.2", async () => {
        assert.equal((await gateway.get("/")).protocol, "TLSv1.3");
        const old = { minVersion: "TLSv1.2", maxVersion: "TLSv1.2" } as const;
        await assert.rejects(gateway.ask({ host: PUBLIC, path: "/", tls: old }), /protocol version/);
    });

    it("gives who asks for another host no certificate", async () => {
        await assert.rejects(gateway.get("/", {}, "other.example.fr"), /unrecognized name/);
    });

    it("refuses a request for one host on the way to the other", async () => {
        const asked = { host: PUBLIC, path: "/openmrs/admin/index.htm", headers: { Host: ADMIN } };
        assert.equal((await gateway.ask(asked)).status, 421);
        assert.equal((await gateway.ask({ ...asked, host: ADMIN, headers: { Host: PUBLIC } })).status, 421);
    });

    it("leads to the pages, without the path that they are under", async () => {
        const answer = await gateway.get("/openmrs/spa/assets/app.js?v=1");
        assert.equal(answer.body, "frontend");
        assert.equal(gateway.frontend.received.at(-1)?.path, "/assets/app.js?v=1");
        for (const path of ["/", "/openmrs", "/openmrs/", "/openmrs/spa"]) {
            const { status, headers } = await gateway.get(path);
            assert.deepEqual([status, headers.location], [302, "/openmrs/spa/home"], path);
        }
    });

    const administration = [
        "/openmrs/admin/index.htm",
        "/openmrs/module/legacyui/",
        "/openmrs/initialsetup",
        "/openmrs/dictionary/concept.htm",
        "/openmrs/dwr/call/plaincall/x.dwr",
        "/openmrs/ms/legacyui/dwr-invoker/x",
        "/openmrs/moduleServlet/legacyui/x",
        "/openmrs/ws/admin/hl7/hl7InArchives.htm",
        "/openmrs/ws/module/webservices/rest/settings.form",
        "/openmrs/ws/login.htm",
        "/openmrs/ws/rest/v1/moduleaction",
        "/openmrs/ws/rest/v1/ServerLog?v=full",
        "/openmrs/ws/rest/v1/systeminformation",
        "/openmrs/ws/rest/v1/hl7",
        "/openmrs/ws/rest/v1/loggedinusers",
        "/openmrs/ws/rest/v1/cleardbcache.json",
        "/openmrs/ws/rest/v1/%6doduleaction",
    ];
    for (const path of administration) {
        it(`serves ${path} to the administration's host alone`, async () => {
            assert.equal((await gateway.get(path)).status, 404);
            assert.deepEqual(await gateway.get(path, {}, ADMIN).then(({ status, body }) => [status, body]), [
                200,
                "127.0.0.2",
            ]);
        });
    }

    for (const path of ["/openmrs/ws/rest/v1/session", "/openmrs/ws/fhir2/R4/Patient?name=a;b//c%2e"]) {
        it(`serves ${path} to both hosts`, async () => {
            for (const host of [PUBLIC, ADMIN]) {
                assert.equal((await gateway.get(path, {}, host)).status, 200);
                assert.equal(gateway.backends[0]?.received.at(-1)?.path, path);
            }
        });
    }

    for (const path of [
        "/openmrs/ws/..;/admin/index.htm",
        "/openmrs/ws/%2e%2e/admin/index.htm",
        "/openmrs/ws/rest/v1//moduleaction",
        "/openmrs/ws/rest/v1%2fmoduleaction",
        "/openmrs/ws/rest/v1\\moduleaction",
        "/openmrs/ws/rest/v1/session;jsessionid=1",
        "/openmrs/ws/%252e%252e/admin",
        "/openmrs/ws/rest/v1/session#/../../../admin/index.htm",
    ]) {
        it(`refuses ${path}, which the server could read as another path`, async () => {
            const before = gateway.backends[0]?.received.length;
            assert.equal((await gateway.get(path)).status, 400);
            assert.equal(gateway.backends[0]?.received.length, before);
        });
    }

    it("refuses what leaves the interfaces by the parent's name", async () => {
        assert.equal((await gateway.get("/openmrs/ws/../admin/index.htm")).status, 404);
    });

    it("refuses a body over 25 MiB, and passes one below", async () => {
        const post = (mebibytes: number) =>
            gateway.ask({
                host: PUBLIC,
                path: "/openmrs/ws/rest/v1/attachment",
                method: "POST",
                // It may be refused before it is sent.
                headers: { "Content-Length": (mebibytes * 2 ** 20).toString(), Expect: "100-continue" },
                body: Buffer.alloc(mebibytes * 2 ** 20),
            });
        assert.equal((await post(24)).status, 200);
        assert.equal((await post(26)).status, 413);
    });

    it("tells the server the client's address as the application gateway wrote it last", async () => {
        await gateway.get("/openmrs/ws/rest/v1/who", { "X-Forwarded-For": "203.0.113.7, 192.0.2.1:50000" });
        const headers = gateway.backends[0]?.received.at(-1)?.headers;
        assert.deepEqual(
            ["x-real-ip", "x-forwarded-for", "x-forwarded-proto", "host"].map((name) => headers?.[name]),
            ["192.0.2.1", "192.0.2.1", "https", PUBLIC],
        );
    });

    it("passes nothing on of where a browser says that it asks, and of which trace it says to be", async () => {
        const forged = [
            ...["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-prefix"],
            ...["traceparent", "tracestate", "baggage"],
        ];
        const asked = Object.fromEntries(forged.map((name) => [name, "evil.example"]));
        await gateway.get("/openmrs/ws/rest/v1/who", { ...asked, "X-Forwarded-Proto": "http" });
        const headers = gateway.backends[0]?.received.at(-1)?.headers;
        assert.deepEqual(
            forged.filter((name) => headers?.[name] !== undefined),
            [],
        );
        assert.equal(headers?.["x-forwarded-proto"], "https");
    });

    it("serves a renewed certificate without a reload", async () => {
        const before = await gateway.get("/");
        certificate(join(gateway.directory, "tls/public.pem"), PUBLIC);
        const after = await gateway.get("/");
        assert.notEqual(after.serial, before.serial);
    });

    it("has a certificate of its own for each host", async () => {
        assert.notEqual((await gateway.get("/")).serial, (await gateway.get("/", {}, ADMIN)).serial);
    });

    it("tells the probes that it serves, on a port without TLS where there is nothing else", async () => {
        const at = `http://127.0.0.1:${gateway.healthPort.toString()}`;
        assert.equal((await fetch(`${at}/healthz`)).status, 200);
        assert.equal((await fetch(`${at}/openmrs/ws/rest/v1/session`)).status, 404);
    });

    it("tells the application gateway that it serves, where that asks", async () => {
        const { probes } = gatewaySettings({
            names: platformNames({ prefix: "aplus", environment: "dev", location: "francecentral" }),
            gatewayId: "/gateway",
            host: PUBLIC,
            certificate: "openmrs-gateway",
            maxInstances: 2,
            ingressIp: "10.40.0.4",
        });
        for (const { path, match } of probes) {
            assert.deepEqual(match.statusCodes, [(await gateway.get(path)).status.toString()]);
        }
        assert.equal(probes.length, 1);
    });

    it("logs paths and never a query, where a patient's name may stand, even when the server is gone", async () => {
        await gateway.get("/openmrs/ws/rest/v1/patient?q=Dupont");
        await gateway.backends[0]?.close();
        const { status } = await gateway.get("/openmrs/ws/rest/v1/person?q=Durand");
        assert.equal(status, 502);
        const log = await gateway.log();
        assert.match(log, / openmrs\.example\.fr "GET \/openmrs\/ws\/rest\/v1\/patient" 200 /);
        assert.match(log, / "GET \/openmrs\/ws\/rest\/v1\/person" 502 /);
        assert.doesNotMatch(log, /Dupont|Durand/);
    });
});
