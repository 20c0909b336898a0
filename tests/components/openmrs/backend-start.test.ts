import * as assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { lstatSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LOG4J } from "../../../components/openmrs/backend-logging";
import { prepareScript, SETTINGS, startScript } from "../../../components/openmrs/backend-start";

/** Writes files under a directory, with those that hold them. */
async function write(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
        await mkdir(join(directory, path, ".."), { recursive: true });
        await writeFile(join(directory, path), text);
    }
}

/** As the Tomcat of the image writes its requests down. */
const REQUEST_LOG = `
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs"
               prefix="localhost_access_log" suffix=".txt"
               pattern="%h %l %u %t &quot;%r&quot; %s %b" />`;

const serverXml = (log: string) => `<Server port="-1">
    <Engine name="Catalina" defaultHost="localhost">
      <Realm className="org.apache.catalina.realm.LockOutRealm"/>
      <Host name="localhost" appBase="webapps">${log}
        <Valve className="org.apache.catalina.valves.ErrorReportValve"/>
      </Host>
    </Engine>
</Server>
`;

describe("the backend's scripts", () => {
    let root: string;

    /** A script that finds the container's directories under the test's own. */
    const rooted = (script: string) =>
        script.replaceAll(/(?<=[\s"])\/(?=(?:openmrs|prepared|platform|run|usr)\b)/g, `${root}/`);

    beforeEach(async () => {
        root = await mkdtemp(join(tmpdir(), "backend-"));
        await write(root, {
            "openmrs/distribution/openmrs_core/openmrs.war": "war",
            "openmrs/distribution/openmrs_modules/rest.omod": "rest",
            "openmrs/distribution/openmrs_config/globalproperties/core.xml": "core",
            "platform/settings.xml": SETTINGS,
            "platform/log4j2.xml": LOG4J,
            "usr/local/tomcat/conf/server.xml": serverXml(REQUEST_LOG),
            "prepared/tomcat/.keep": "",
            "prepared/distribution/.keep": "",
            "run/openmrs/data/modules/rest-old.omod": "old",
            "run/openmrs/data/configuration/old.xml": "old",
            "run/openmrs/data/openmrs.log": "names",
            "run/openmrs/data/openmrs.1.log": "older names",
            "run/openmrs/data/openmrs-runtime.properties": "kept",
            "run/openmrs/data/complex_obs/image": "kept",
        });
    });
    afterEach(() => rm(root, { recursive: true, force: true }));

    const prepare = (installed: boolean) =>
        spawnSync("sh", ["-c", rooted(prepareScript(installed))], { encoding: "utf8" });
    const text = (path: string) => readFile(join(root, path), "utf8");

    it("lay the distribution out, with French as the language and errors that tell no code, as often as they are run", async () => {
        for (let runs = 0; runs < 2; runs++) {
            const { status, stderr } = prepare(false);
            assert.deepEqual([status, stderr], [0, ""]);
        }
        const modules = join(root, "prepared/distribution/openmrs_modules");
        assert.ok(lstatSync(modules).isSymbolicLink());
        assert.equal(await readlink(modules), join(root, "openmrs/distribution/openmrs_modules"));
        const properties = "prepared/distribution/openmrs_config/globalproperties";
        assert.deepEqual((await readdir(join(root, properties))).sort(), [
            "audioprothese-plus.xml",
            "core.xml",
        ]);
        const settings = (await text(`${properties}/audioprothese-plus.xml`)).matchAll(
            /<globalProperty>\s*<property>(.*)<\/property>\s*<value>(.*)<\/value>\s*<\/globalProperty>/g,
        );
        assert.deepEqual(
            [...settings].map(([, property, value]) => [property, value]),
            [
                ["default_locale", "fr"],
                ["webservices.rest.enableStackTraceDetails", "false"],
            ],
        );
        assert.equal(await text("prepared/tomcat/setenv.sh"), "");
    });

    it("take away what an older image left with the data, and nothing else", async () => {
        prepare(false);
        assert.deepEqual((await readdir(join(root, "run/openmrs/data"))).sort(), [
            "complex_obs",
            "log4j2.xml",
            "openmrs-runtime.properties",
        ]);
        assert.equal(await text("run/openmrs/data/openmrs-runtime.properties"), "kept");
    });

    for (const [written, log] of Object.entries({
        "over several lines": REQUEST_LOG,
        "on one line": `\n${REQUEST_LOG.replaceAll(/\s+/g, " ")}`,
    })) {
        it(`take Tomcat's log of requests out, written ${written}, and nothing else`, async () => {
            await write(root, { "usr/local/tomcat/conf/server.xml": serverXml(log) });
            prepare(false);
            assert.equal(await text("prepared/tomcat/server.xml"), serverXml(""));
        });
    }

    it("fail when they cannot take it out", async () => {
        const unknown = REQUEST_LOG.replace("<Valve ", "<Valve\n");
        await write(root, { "usr/local/tomcat/conf/server.xml": serverXml(unknown) });
        const { status, stderr } = prepare(false);
        assert.equal(status, 1);
        assert.equal(
            stderr,
            "server.xml: expected no log of requests, got one that could not be taken out\n",
        );
    });

    it("have a server among several start as one that was set up", async () => {
        prepare(true);
        assert.equal(await text("run/openmrs/data/openmrs-runtime.properties"), "");
    });

    describe("when the image's own starts the server", () => {
        /** What stands for the image's script: like it, it does not pass on a signal that it gets. */
        async function start(startup: string) {
            await write(root, {
                "openmrs/startup.sh": `#!/bin/bash -aeu\n${startup}`,
                "run/secrets/vault/database-password": "from the vault",
            });
            await chmod(join(root, "openmrs/startup.sh"), 0o755);
            const script = rooted(startScript({ OMRS_DB_PASSWORD: "databasePassword" }));
            const child = spawn("bash", ["-c", script], { stdio: ["ignore", "pipe", "inherit"] });
            let output = "";
            child.stdout.on("data", (part: Buffer) => (output += part.toString()));
            return { child, output: () => output };
        }

        it("hand it the secrets, in its own directory", async () => {
            const { child, output } = await start('echo "$OMRS_DB_PASSWORD in $PWD"');
            const [code] = (await once(child, "close")) as [number];
            assert.deepEqual([code, output()], [0, `from the vault in ${root}/run/openmrs\n`]);
        });

        it("end as it ended", async () => {
            const { child } = await start("exit 3");
            assert.deepEqual(await once(child, "close"), [3, null]);
        });

        it("do not start it without a secret", () => {
            const script = rooted(startScript({ OMRS_DB_PASSWORD: "adminPassword" }));
            const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
            assert.equal(status, 1);
            assert.match(stderr, /admin-password: No such file/);
        });

        it("do not start it with an empty one, in whose place the image has its own", async () => {
            await write(root, { "run/secrets/vault/admin-password": "\n" });
            const script = rooted(startScript({ OMRS_ADMIN_USER_PASSWORD: "adminPassword" }));
            const { status, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
            assert.notEqual(status, 0);
            assert.match(stderr, /OMRS_ADMIN_USER_PASSWORD: expected a secret, got none/);
        });

        it("let the server finish its work when they are asked to stop", async () => {
            const server = `trap 'sleep 0.5; echo written > ${root}/work; exit 0' TERM; echo ready; for second in {1..300}; do sleep 0.1; done`;
            const { child, output } = await start(
                `bash -c '${server.replaceAll("'", `'"'"'`)}' &\nwait $!\n`,
            );
            while (!output().includes("ready")) {
                await once(child.stdout, "data");
            }
            child.kill("SIGTERM");
            // The container ends with the script, whatever else runs in it.
            await once(child, "exit");
            assert.equal(await text("work"), "written\n");
        });
    });
});
