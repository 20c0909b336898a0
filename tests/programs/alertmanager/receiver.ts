import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** One message that reached the outside. */
export interface Message {
    readonly path: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: unknown;
}

/** Stands for Slack, PagerDuty and the service that expects the beat: takes every message, and answers as they do. */
export async function startReceiver() {
    const messages: Message[] = [];
    const server = createServer((request, answer) => {
        let text = "";
        request.setEncoding("utf8");
        request.on("data", (part: string) => (text += part));
        request.on("end", () => {
            const { url: path = "", headers } = request;
            messages.push({ path, headers, body: JSON.parse(text) as unknown });
            answer.writeHead(path === "/pagerduty" ? 202 : 200, { "Content-Type": "application/json" });
            answer.end(JSON.stringify(path === "/slack" ? { ok: true, ts: "1", channel: "C1" } : {}));
        });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
        messages: messages as readonly Message[],
        close: async () => {
            server.closeAllConnections();
            server.close();
            await once(server, "close");
        },
    };
}
