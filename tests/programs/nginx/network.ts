import * as assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { type Agent, request } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { TLSSocket } from "node:tls";

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
    const server = createTcpServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
}

/** A DNS server that knows the addresses of some names, and says so for a second. */
export async function startDns(names: ReadonlyMap<string, readonly string[]>) {
    const socket = createSocket("udp4");
    socket.on("message", (query, { port, address }) => {
        const question = query.subarray(12, query.indexOf(0, 12) + 5);
        const found = names.get(nameIn(question)) ?? [];
        const header = Buffer.from(query.subarray(0, 12));
        header.writeUInt16BE(found.length === 0 ? 0x8183 : 0x8180, 2);
        header.writeUInt16BE(found.length, 6);
        header.fill(0, 8);
        const answers = found.map((ip) =>
            Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...ip.split(".").map(Number)]),
        );
        socket.send(Buffer.concat([header, question, ...answers]), port, address);
    });
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    return {
        address: `127.0.0.1:${socket.address().port.toString()}`,
        close: () => {
            socket.close();
        },
    };
}

function nameIn(question: Buffer): string {
    const labels: string[] = [];
    for (let at = 0; question[at] !== 0 && question[at] !== undefined;) {
        const length = question[at] ?? 0;
        labels.push(question.toString("latin1", at + 1, at + 1 + length));
        at += length + 1;
    }
    return labels.join(".");
}

/** What reached a server behind the gateway. */
export interface Received {
    readonly path: string;
    readonly headers: IncomingHttpHeaders;
}

/** A server behind the gateway. */
export interface Upstream {
    readonly received: Received[];
    /** What it says besides. */
    headers: Readonly<Record<string, string>>;
    /** It answers nobody until then. */
    held: Promise<void>;
    close(): Promise<void>;
}

/** A server behind the gateway: answers every request with its own name and a session's cookie. */
export async function startUpstream(name: string, address: string, port: number): Promise<Upstream> {
    const server: Server = createServer((incoming, answer) => {
        upstream.received.push({ path: incoming.url ?? "", headers: incoming.headers });
        incoming.resume();
        incoming.on("end", () => {
            void upstream.held.then(() => {
                answer.setHeaders(new Map(Object.entries(upstream.headers)));
                answer.setHeader("Set-Cookie", "JSESSIONID=1; Path=/openmrs");
                answer.end(name);
            });
        });
    });
    const upstream: Upstream = {
        received: [],
        headers: {},
        held: Promise.resolve(),
        close: async () => {
            server.closeAllConnections();
            server.close();
            await once(server, "close");
        },
    };
    server.listen(port, address);
    await once(server, "listening");
    return upstream;
}

export interface Answer {
    readonly status: number;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
    readonly protocol: string | null;
    /** Serial number of the server's certificate. */
    readonly serial: string;
}

export interface Asked {
    /** Name in the handshake, and of the request unless `headers` say otherwise. */
    readonly host: string;
    readonly path: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: Buffer;
    /** Whose connections it uses. Defaults to one of its own. */
    readonly agent?: Agent;
    readonly tls?: { readonly minVersion: "TLSv1.2"; readonly maxVersion: "TLSv1.2" };
}

/** One HTTPS request on loopback; whose certificate it is, is the test's affair. */
export async function ask(port: number, asked: Asked): Promise<Answer> {
    const { host, path, method = "GET", headers = {}, body, agent = false, tls } = asked;
    return new Promise((resolve, reject) => {
        const outgoing = request(
            {
                host: "127.0.0.1",
                port,
                path,
                method,
                servername: host,
                headers: { Host: host, ...headers },
                agent,
                rejectUnauthorized: false,
                ...tls,
            },
            (answer) => {
                const { socket } = answer;
                assert.ok(socket instanceof TLSSocket);
                const protocol = socket.getProtocol();
                const serial = socket.getPeerCertificate().serialNumber;
                let text = "";
                answer.setEncoding("utf8");
                answer.on("data", (part: string) => (text += part));
                answer.on("end", () => {
                    resolve({
                        status: answer.statusCode ?? 0,
                        headers: answer.headers,
                        body: text,
                        protocol,
                        serial,
                    });
                });
            },
        );
        outgoing.on("error", reject);
        outgoing.end(body);
    });
}
