import { type Graph, type Resource, textsIn } from "../../architecture/graph";
import { changed, finds, holds, label, named, without } from "./recorded";

const CONFIGURATION = "azure-native:dbformysql:Configuration";
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";
const BACKEND = named("kubernetes:apps/v1:StatefulSet", "openmrs-backend");

/** By what each engine's client verifies the server, and TLS 1.3 alone. */
const VERIFIED: Readonly<Record<string, readonly RegExp[]>> = {
    mariadb: [
        /[?&]sslMode=verify-full(&|$)/,
        /[?&]serverSslCert=\//,
        /[?&]enabledSslProtocolSuites=TLSv1\.3(&|$)/,
    ],
    mysql: [/[?&]sslMode=VERIFY_IDENTITY(&|$)/, /[?&]tlsVersions=TLSv1\.3(&|$)/],
};

/** Addresses of databases in what a workload is given. */
const addressesIn = ({ inputs }: Resource) =>
    [...textsIn(inputs)].flatMap((text) => text.match(/jdbc:[^\s"']+/g) ?? []);

/** Clients that take any server for the database's, or speak to it in clear. */
function trusting(graph: Graph): readonly string[] {
    const faults = graph.resources.flatMap((resource) =>
        addressesIn(resource)
            .filter((address) => {
                const expected = VERIFIED[address.split(":")[1] ?? ""] ?? [/^never$/];
                return !expected.every((pattern) => pattern.test(address));
            })
            .map(() => label(resource)),
    );
    return graph.resources.some((resource) => addressesIn(resource).length > 0)
        ? faults
        : ["no client of a database"];
}

/** What a server says to refuse every other connection: MariaDB's configuration, and MySQL's parameters. */
const DEMANDS: Readonly<Record<string, string>> = {
    require_secure_transport: "ON",
    tls_version: "TLSv1.3",
};

const inCluster = (graph: Graph, parameter: string, value: string) =>
    graph
        .of(CONFIG_MAP)
        .some(({ inputs }) =>
            [...textsIn(inputs.data)].some(
                (text) =>
                    text.startsWith("[mariadbd]\n") && text.split("\n").includes(`${parameter} = ${value}`),
            ),
        );

const managed = (graph: Graph, parameter: string, value: string) =>
    graph
        .of(CONFIGURATION)
        .some(({ inputs }) => inputs.configurationName === parameter && inputs.value === value);

/** Demands that the server does not make. */
const lax = (graph: Graph) =>
    Object.entries(DEMANDS)
        .filter(
            ([parameter, value]) => !inCluster(graph, parameter, value) && !managed(graph, parameter, value),
        )
        .map(([parameter]) => parameter);

/** A copy in which the backend is told another address of the database. */
const told = (from: string, to: string) =>
    changed(BACKEND, ({ inputs }) => ({
        inputs: JSON.parse(JSON.stringify(inputs).replaceAll(from, to)) as Resource["inputs"],
    }));

describe("the graph: the database", () => {
    holds("each client verifies the server, over TLS 1.3", trusting);
    holds("the server refuses every other connection", lax);

    finds(
        "a client that takes any server",
        trusting,
        told("sslMode=VERIFY_IDENTITY", "sslMode=REQUIRED"),
        // The address that it starts with, and the one that it is told at each start.
        "StatefulSet openmrs-backend",
        "StatefulSet openmrs-backend",
    );
    finds("a client that knows no server", trusting, told("jdbc:", "none:"), "no client of a database");
    finds(
        "a server that accepts older TLS",
        lax,
        changed(
            ({ type, inputs }) => type === CONFIGURATION && inputs.configurationName === "tls_version",
            ({ inputs }) => ({ inputs: { ...inputs, value: "TLSv1.2,TLSv1.3" } }),
        ),
        "tls_version",
    );
    finds(
        "a server that accepts clear text",
        lax,
        without(({ inputs }) => inputs.configurationName === "require_secure_transport"),
        "require_secure_transport",
    );
});
