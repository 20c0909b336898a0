/** The real CLI over keys and certificates of the stand-in. */
import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { ensureStack, openSandbox, type Pulumi } from "../../../../sandbox/sandbox";
import { tinyProject, type TinyProject } from "../../tiny-project";

/** An authority and a certificate by it, as the platform makes them. */
const program = (earlyRenewalHours: number, isCaCertificate = true) => `
const tls = require("@pulumi/tls");
const key = (name) => new tls.PrivateKey(name, { algorithm: "ECDSA", ecdsaCurve: "P384" });
const caKey = key("ca");
const ca = new tls.SelfSignedCert("ca", {
    privateKeyPem: caKey.privateKeyPem, subject: { commonName: "ca" }, isCaCertificate: ${String(isCaCertificate)},
    allowedUses: ["cert_signing"], validityPeriodHours: 87600,
});
const serverKey = key("server");
const request = new tls.CertRequest("server", { privateKeyPem: serverKey.privateKeyPem, dnsNames: ["server"] });
const server = new tls.LocallySignedCert("server", {
    caCertPem: ca.certPem, caPrivateKeyPem: caKey.privateKeyPem, certRequestPem: request.certRequestPem,
    allowedUses: ["server_auth"], validityPeriodHours: 24, earlyRenewalHours: ${String(earlyRenewalHours)},
});
exports.ca = ca.certPem;
exports.server = server.certPem;
`;

describe("the tls stand-in under the engine", function () {
    this.timeout(60_000);
    let project: TinyProject;
    let pulumi: Pulumi;
    before(async () => {
        project = await tinyProject(program(0));
        pulumi = await openSandbox({ projectDirectory: project.directory, log: () => undefined });
        await ensureStack(pulumi, "dev");
    });
    after(async () => {
        await pulumi.close();
        await project.remove();
    });

    const run = async (...args: readonly string[]): Promise<string> => {
        let output = "";
        let errors = "";
        const exitCode = await pulumi.run([...args, "--stack", "dev"], {
            stdout: (part) => (output += part),
            stderr: (part) => (errors += part),
        });
        assert.equal(exitCode, 0, `${output}${errors}`);
        return output;
    };
    const certificates = async () => {
        const outputs = JSON.parse(await run("stack", "output", "--json")) as { ca: string; server: string };
        return { ca: new X509Certificate(outputs.ca), server: new X509Certificate(outputs.server) };
    };
    const up = async (...args: readonly string[]) => run("up", "--yes", "--skip-preview", ...args);

    it("makes certificates that hold together, with no private key in the state in clear", async () => {
        assert.match(await run("preview"), /\+ 6 to create/);
        await up();
        const { ca, server } = await certificates();
        assert.equal(server.verify(ca.publicKey), true);
        assert.equal(server.checkIssued(ca), true);
        const state = await run("stack", "export");
        assert.match(state, /BEGIN CERTIFICATE/);
        assert.doesNotMatch(state, /PRIVATE KEY/);
    });

    it("changes nothing the second time", async () => {
        await up("--expect-no-changes");
    });

    it("replaces a certificate when its time has come, and nothing else", async () => {
        const before = await certificates();
        await project.write("index.ts", program(25));
        assert.match(await up(), /\+-1 replaced/);
        const after = await certificates();
        assert.equal(after.ca.fingerprint256, before.ca.fingerprint256);
        assert.notEqual(after.server.fingerprint256, before.server.fingerprint256);
    });

    it("warns of an authority that is none", async () => {
        await project.write("index.ts", program(0, false));
        assert.match(await up(), /warning: caCertPem: expected the certificate of an authority/);
    });
});
