import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server with OpenMRS's health pages and its agent's metrics, which can be made to fail. */
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
                    "# TYPE http_server_request_duration_seconds_count counter",
                    `http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="503",http_route="/openmrs/*"} ${failed.toString()}`,
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
