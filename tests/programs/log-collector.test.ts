import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logCollectorConfig } from "../../components/observability/logs/log-collector-config";
import { CANARY_EXPORT } from "../../components/observability/metrics/canary";
import { goProgram } from "./install/go-programs";
import { countersOf, samplesOf } from "./log-collector-counters";
import { COLLECTOR_ARGS, from, IDENTITY, RunningCollector, type Sent } from "./log-collector-run";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

/** A line of OpenMRS as its Java agent sends it. */
const fromBackend = (body: string, more: Partial<Sent> = {}): Sent => ({
    body,
    logger: "org.openmrs.api.impl.PatientServiceImpl",
    resource: {
        "service.name": "openmrs-backend",
        "k8s.namespace.name": "openmrs",
        "k8s.pod.name": "openmrs-backend-0",
        "process.command_line": "java -Dpassword=secret",
    },
    ...more,
});

const AUDIT = "20261121 10:03:12,mariadb-0,openmrs,10.244.3.9,71,1204";
const REFUSED = fromBackend("Failed login attempt (login=test) - Invalid username and/or password");

/** Lines, and the stream that each is of. */
const LINES: readonly (readonly [stream: string, line: Sent])[] = [
    ["audit", from("database", "mariadb", "audit", `${AUDIT},QUERY,openmrs,'select 1',0`)],
    ["audit", from("database", "mariadb", "audit", `${AUDIT},FAILED_CONNECT,,,1045`)],
    ["audit", from("database", "mariadb", "audit", `${AUDIT},QUERY,openmrs,'drop table obs',1142`)],
    ["application", from("database", "mariadb", "mariadb", "2026-11-21 10:03:12 0 [Note] InnoDB: ready")],
    ["audit", REFUSED],
    ["audit", fromBackend("Login", { logger: "org.openmrs.api.db.hibernate.HibernateContextDAO" })],
    ["application", fromBackend("Privileges required: Get Patients")],
    ["application", from("openmrs", "sample", "sample", "Failed login attempt")],
    ["audit", from("observability", "grafana", "grafana", '{"msg":"Request Completed","level":"info"}')],
    ["application", from("observability", "grafana", "grafana", '{"msg":"started","level":"info"}')],
    ["access", from("openmrs", "openmrs-gateway", "gateway", '10.0.0.1 "GET /openmrs/spa/home" 200')],
    ["access", from("openmrs", "openmrs-frontend", "frontend", '10.0.0.1 "GET /index.html" 200')],
    ["application", from("openmrs", "openmrs-gateway", "istio-proxy", "connection to 10.0.0.1 closed")],
    ["application", { body: "of nobody" }],
];

describe("the configuration of the log collector", function () {
    this.timeout(BUILD_MS);

    for (const stack of ["dev", "prod"]) {
        it(`of ${stack} is one that the collector accepts`, async () => {
            const folder = await mkdtemp(join(tmpdir(), "collector-config-"));
            const file = join(folder, "log-collector.json");
            const args = { ...COLLECTOR_ARGS, cluster: `aks-aplus-core-${stack}-frc`, storageGiB: 10 };
            try {
                // The directory of the queue must be there.
                await writeFile(file, logCollectorConfig(args).replaceAll("/var/lib/otelcol", folder));
                execFileSync(await goProgram("otelcol", console.log), ["validate", `--config=${file}`], {
                    env: IDENTITY,
                    stdio: "pipe",
                });
            } finally {
                await rm(folder, { recursive: true });
            }
        });
    }
});

describe("the log collector", function () {
    this.timeout(BUILD_MS);
    let collector: RunningCollector;
    beforeEach(async () => {
        collector = await RunningCollector.start();
    });
    afterEach(() => collector.stop());

    const send = async (lines: readonly Sent[]) => {
        assert.equal(await collector.send(lines), 200);
    };

    it("says of each line where it comes from and of which stream it is, and nothing else as a label", async () => {
        await send(LINES.map(([, line]) => line));
        const kept = await collector.kept("loki", LINES.length);
        const label = (values: Readonly<Record<string, string>>) => Object.entries(values).sort().join(" ");
        assert.deepEqual(
            kept.map(({ body, resource }) => `${body} ${label(resource)}`).sort(),
            LINES.map(([stream, { body, attributes, resource }]) => {
                const origin =
                    attributes ??
                    (resource === undefined
                        ? { namespace: "unknown", workload: "unknown", container: "unknown" }
                        : { namespace: "openmrs", workload: "openmrs-backend", container: "backend" });
                const { namespace = "", workload = "", container = "" } = origin;
                return `${String(body)} ${label({ cluster: "aks-test", namespace, workload, container, stream })}`;
            }).sort(),
        );
    });

    it("copies the audit stream to the archive, and nothing else", async () => {
        await send(LINES.map(([, line]) => line));
        const audit = LINES.filter(([stream]) => stream === "audit").map(([, { body }]) => body);
        await collector.kept("loki", LINES.length);
        assert.deepEqual(
            (await collector.kept("archive", audit.length)).map(({ body }) => body).sort(),
            audit.sort(),
        );
    });

    it("keeps of what agents say besides the pod, the level and the exception alone", async () => {
        await send([
            fromBackend("failed", {
                scope: { patient: "269054958815780" },
                attributes: {
                    "exception.type": "java.lang.IllegalStateException",
                    "exception.message": "of 269054958815780",
                    "exception.stacktrace":
                        "java.lang.IllegalStateException: of 269054958815780\n\tat A.b(A.java:1)",
                    "thread.name": "exec-1",
                    "http.request.header.authorization": "Bearer abcdefghijklmnopqrstuvwxyz",
                },
            }),
            from("openmrs", "sample", "sample", "level=warn of 269054958815780"),
        ]);
        const [exception, line] = await collector.kept("loki", 2);
        assert.deepEqual(exception?.attributes, {
            pod: "openmrs-backend-0",
            "exception.type": "java.lang.IllegalStateException",
        });
        assert.equal(exception.body, "failed\njava.lang.IllegalStateException: of [NIR]\n\tat A.b(A.java:1)");
        assert.deepEqual(exception.scope, {});
        assert.deepEqual(line?.attributes, { pod: "sample-0", level: "warn" });
    });

    it("keeps who consulted Grafana beside the line, even by an address, but no number or token", async () => {
        const consultation = (name: string, workload = "grafana") =>
            from(
                "observability",
                workload,
                workload,
                `{"path":"/\\",\\"uname\\":\\"forged","uname":${JSON.stringify(name)},"msg":"Request Completed"}`,
            );
        const users = [
            "awa.diallo@clinique.example",
            "awa",
            "",
            "a@b.example of 269054958815780",
            "password=abcdef",
        ];
        await send([...users.map((name) => consultation(name)), consultation("a@b.example", "sample")]);
        for (const place of ["loki", "archive"] as const) {
            const kept = await collector.kept(place, place === "loki" ? users.length + 1 : users.length);
            const audit = kept.filter(({ resource }) => resource.workload === "grafana");
            assert.deepEqual(audit.map(({ attributes }) => attributes.user).sort(), [
                "a@b.example of [NIR]",
                "awa",
                "awa.diallo@clinique.example",
                "password=[JETON]",
                undefined,
            ]);
            assert.ok(kept.every(({ body }) => !body.includes("@")));
            assert.ok(
                kept.every(
                    ({ attributes, resource }) =>
                        resource.workload === "grafana" || attributes.user === undefined,
                ),
            );
        }
    });

    it("counts lines, what it masked, refused sign-ins, rights and accesses as the alerts expect", async () => {
        const sensitive = [
            from("openmrs", "sample", "sample", "a@b.example, 269054958815780 and 06 12 34 56 78"),
            from("openmrs", "sample", "sample", "c@d.example password=secret"),
        ];
        // Twice, in exports of their own: counts add up.
        await send(LINES.map(([, line]) => line));
        await send(LINES.map(([, line]) => line));
        await send(sensitive);
        const samples = await countersOf(collector, (found) => {
            const lines = Object.entries(found).filter(([name]) => name.startsWith("log_lines_total"));
            return lines.reduce((sum, [, value]) => sum + value, 0) === LINES.length * 2 + 2;
        });
        const at = 'namespace="openmrs",workload="sample"';
        assert.deepEqual(samples, {
            'log_lines_total{container="audit",namespace="database",stream="audit",workload="mariadb"}': 6,
            'log_lines_total{container="mariadb",namespace="database",stream="application",workload="mariadb"}': 2,
            'log_lines_total{container="backend",namespace="openmrs",stream="audit",workload="openmrs-backend"}': 4,
            'log_lines_total{container="backend",namespace="openmrs",stream="application",workload="openmrs-backend"}': 2,
            'log_lines_total{container="sample",namespace="openmrs",stream="application",workload="sample"}': 4,
            'log_lines_total{container="grafana",namespace="observability",stream="audit",workload="grafana"}': 2,
            'log_lines_total{container="grafana",namespace="observability",stream="application",workload="grafana"}': 2,
            'log_lines_total{container="gateway",namespace="openmrs",stream="access",workload="openmrs-gateway"}': 2,
            'log_lines_total{container="frontend",namespace="openmrs",stream="access",workload="openmrs-frontend"}': 2,
            'log_lines_total{container="istio-proxy",namespace="openmrs",stream="application",workload="openmrs-gateway"}': 2,
            'log_lines_total{container="unknown",namespace="unknown",stream="application",workload="unknown"}': 2,
            [`log_redactions_total{kind="email",${at}}`]: 2,
            [`log_redactions_total{kind="nir",${at}}`]: 1,
            [`log_redactions_total{kind="phone",${at}}`]: 1,
            [`log_redactions_total{kind="token",${at}}`]: 1,
            openmrs_login_failures_total: 2,
            openmrs_privilege_errors_total: 2,
            'database_access_denied_total{namespace="database",workload="mariadb"}': 4,
        });
    });

    it("counts the canary as masked, and keeps it nowhere", async () => {
        assert.equal(await collector.sendText(CANARY_EXPORT), 200);
        await send([from("openmrs", "sample", "sample", "after it")]);
        const samples = await countersOf(collector, (found) => Object.keys(found).length === 2);
        assert.deepEqual(
            Object.entries(samples).filter(([name]) => name.includes("canar")),
            [['log_canaries_total{result="masked"}', 1]],
        );
        assert.deepEqual(
            (await collector.kept("loki", 1)).map(({ body }) => body),
            ["after it"],
        );
        assert.deepEqual(await collector.kept("archive", 0), []);
    });

    it("tells of itself under the names that the alerts know", async () => {
        await send(LINES.map(([, line]) => line));
        const names = Object.keys(samplesOf(await collector.metrics("telemetry")));
        for (const name of [
            "otelcol_receiver_accepted_log_records_total",
            "otelcol_exporter_sent_log_records_total",
            "otelcol_process_memory_rss_bytes",
        ]) {
            assert.ok(
                names.some((found) => found.startsWith(`${name}{`) || found === name),
                name,
            );
        }
    });
});
