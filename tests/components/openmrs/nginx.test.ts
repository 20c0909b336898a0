import * as assert from "node:assert/strict";
import { nginxConfig, nginxExporter } from "../../../components/openmrs/nginx";

const lines = nginxConfig("    server { }", 20)
    .split("\n")
    .map((line) => line.trim());

describe("nginxConfig", () => {
    it("writes under /tmp only: the root file system is read-only", () => {
        assert.deepEqual(
            lines.filter((line) => /^(pid|\w+_temp_path) /.test(line)),
            [
                "pid /tmp/nginx.pid;",
                "client_body_temp_path /tmp/client-body;",
                "proxy_temp_path /tmp/proxy;",
                "fastcgi_temp_path /tmp/fastcgi;",
                "uwsgi_temp_path /tmp/uwsgi;",
                "scgi_temp_path /tmp/scgi;",
            ],
        );
    });

    it("logs no query string, where a patient's name may stand", () => {
        const formats = lines.join("\n").match(/^log_format [^;]+;$/gm) ?? [];
        assert.equal(formats.length, 1);
        assert.doesNotMatch(formats.join(), /\$(request|args|query_string|request_uri|http_referer)\b/);
    });

    it("reports errors of requests at no level, since each quotes the request line in full", () => {
        const levels = lines.filter((line) => line.startsWith("error_log") || line === "http {");
        assert.deepEqual(levels, ["error_log /dev/stderr warn;", "http {", "error_log /dev/stderr emerg;"]);
    });

    it("logs what became of a request upstream", () => {
        assert.ok(lines.includes("'$upstream_status $upstream_response_time';"));
    });

    it("shows its counters to the pod alone, where the exporter asks for them", () => {
        assert.ok(lines.includes("listen 127.0.0.1:8081;"));
        assert.ok(lines.includes("location = /status {"));
        assert.deepEqual(nginxExporter("image").args, ["--nginx.scrape-uri=http://127.0.0.1:8081/status"]);
    });

    it("contains the servers it is given", () => {
        assert.ok(lines.includes("server { }"));
    });
});
