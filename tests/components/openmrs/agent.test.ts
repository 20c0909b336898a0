import * as assert from "node:assert/strict";
import { create, environmentOf, podOf, SERVER } from "./reading";
import { release } from "./sample";

const JAR = "/agent/opentelemetry-javaagent.jar";

describe("the agent in OpenMRS's server", () => {
    before(async () => {
        await create(release);
    });

    it("comes from an image of its own, into a volume that the server starts it from", () => {
        const { initContainers, containers } = podOf(SERVER, "openmrs-backend");
        const agent = initContainers.find(({ name }) => name === "agent");
        assert.deepEqual(agent?.command, ["cp", "/javaagent.jar", JAR]);
        for (const container of [agent, containers[0]]) {
            const mount = container?.volumeMounts.find(({ mountPath }) => mountPath === "/agent");
            assert.equal(mount?.name, "agent");
        }
        assert.match(environmentOf(SERVER).OMRS_JAVA_MEMORY_OPTS ?? "", new RegExp(`^-javaagent:${JAR} `));
    });

    it("sends traces and logs to the collectors, and is asked for metrics", () => {
        const { containers } = podOf(SERVER, "openmrs-backend");
        const environment = environmentOf(SERVER);
        assert.equal(
            environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
            "http://trace-collector.observability.svc.cluster.local:4318/v1/traces",
        );
        assert.equal(
            environment.OTEL_EXPORTER_OTLP_LOGS_ENDPOINT,
            "http://log-collector.observability.svc.cluster.local:4318/v1/logs",
        );
        const metrics = containers[0]?.ports.find(({ name }) => name === "metrics");
        assert.deepEqual([metrics?.containerPort, environment.OTEL_EXPORTER_PROMETHEUS_PORT], [9464, "9464"]);
    });

    it("says which pod it is in: Kubernetes puts the name in the place of a variable that comes before", () => {
        const names = podOf(SERVER, "openmrs-backend").containers[0]?.env.map(({ name }) => name) ?? [];
        const [field, user] = ["POD_NAME", "OTEL_RESOURCE_ATTRIBUTES"].map((name) => names.indexOf(name));
        assert.ok(field !== undefined && user !== undefined && field >= 0 && field < user);
        assert.equal(
            environmentOf(SERVER).OTEL_RESOURCE_ATTRIBUTES,
            "service.namespace=openmrs,k8s.namespace.name=openmrs,k8s.pod.name=$(POD_NAME)",
        );
    });
});
