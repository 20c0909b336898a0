import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server with OpenMRS's health pages, and with what the collector of traces would count of it, which can be made to fail. */
export async function startFakeOpenmrs() {
    let failing = false;
    let failed = 0;
    const state = {
        set failing(value: boolean) {
            failing = value;
        },
        /** Health pages that it did not give. */
        get failed() {
            return failed;
        },
    };
    const server = createServer((request, answer) => {
        if (request.url === "/metrics") {
            answer.writeHead(200, { "Content-Type": "text/plain; version=0.0.4" });
            answer.end(
                [
                    "# TYPE openmrs_calls_total counter",
                    `openmrs_calls_total{operation="other",centre="other",status_code="STATUS_CODE_ERROR"} ${failed.toString()}`,
                    "# TYPE mysql_up gauge",
                    "mysql_up 1",
                    "",
                ].join("\n"),
            );
        } else if (failing) {
            failed += 1;
            answer.writeHead(503).end();
        } else {
            answer.writeHead(200).end("ok");
        }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return Object.assign(state, {
        address: `127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
        close: async () => {
            server.closeAllConnections();
            server.close();
            await once(server, "close");
        },
    });
}
