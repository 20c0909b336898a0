import * as assert from "node:assert/strict";
import {
    KEPT_ATTRIBUTES,
    KEPT_RESOURCE_ATTRIBUTES,
} from "../../components/observability/traces/span-statements";
import { startTraceCollector, type TraceCollector } from "../components/observability/traces/collector";
import { type KeptSpan, type Span, traceIdOf } from "../components/observability/traces/spans";

/** Allows for the downloads of a first build. */
const BUILD_MS = 15 * 60_000;

/** Nobody's: department 99, commune 999; the key is right. */
const NIR = "185059999999953";
const EMAIL = "canari@redaction.example";

const CENTRES = {
    lyon: "192.0.2.0/26",
    "paris-11": "192.0.2.64/26",
    nice: "2001:db8:1::/48",
};

const request = (path: string, more: Readonly<Record<string, string | number>> = {}) => ({
    "http.request.method": "GET",
    "url.path": path,
    ...more,
});

describe("the collector of traces", function () {
    this.timeout(BUILD_MS);
    let collector: TraceCollector;

    before(async () => {
        collector = await startTraceCollector({ centres: CENTRES, samplePercent: 10 });
    });
    after(() => collector.stop());

    /** What becomes of spans that are kept in any case. */
    async function treatedAll(spans: readonly Span[]): Promise<readonly KeptSpan[]> {
        await collector.send(spans.map((span) => ({ seconds: 3, ...span })));
        const found = (kept: readonly KeptSpan[]) =>
            spans.flatMap(({ name }) => kept.find(({ traceId }) => traceId === traceIdOf(name)) ?? []);
        const kept = found(await collector.kept((all) => found(all).length === spans.length));
        assert.equal(kept.length, spans.length, "kept");
        return kept;
    }

    async function treated(span: Span): Promise<KeptSpan> {
        const [kept] = await treatedAll([span]);
        assert.ok(kept);
        return kept;
    }

    it("leaves of a span, its events and its origin only what is on the lists", async () => {
        const nobodysBusiness = {
            "client.address": "192.0.2.3",
            "url.query": "q=dupont",
            "db.query.text": "SELECT 1",
            "user_agent.original": "x",
            "enduser.id": "admin",
            "http.request.header.cookie": "JSESSIONID=1",
        };
        const kept = await treated({
            name: "GET /openmrs/ws/rest/*",
            attributes: {
                ...Object.fromEntries(KEPT_ATTRIBUTES.map((name) => [name, "x"])),
                ...nobodysBusiness,
            },
            exception: "no",
        });
        assert.deepEqual(Object.keys(kept.attributes).sort(), [...KEPT_ATTRIBUTES].sort());
        assert.deepEqual(
            Object.keys(nobodysBusiness).filter((name) => name in kept.attributes),
            [],
        );
        assert.deepEqual(
            Object.keys(kept.resource).filter(
                (name) => !(KEPT_RESOURCE_ATTRIBUTES as readonly string[]).includes(name),
            ),
            [],
        );
        assert.equal(kept.resource["k8s.pod.name"], "openmrs-backend-0");
        assert.deepEqual(kept.scope, {});
        assert.deepEqual(
            kept.events.map(({ attributes }) => Object.keys(attributes).sort()),
            [["exception.message", "exception.type"]],
        );
    });

    it("masks what identifies people in names, paths, states and messages of exceptions", async () => {
        const kept = await treated({
            name: `GET /nir/${NIR}`,
            attributes: request(`/openmrs/ws/rest/v1/patient/${EMAIL}`),
            error: `Nobody has ${NIR}`,
            exception: `Nobody answers to ${EMAIL}, ${NIR}`,
        });
        assert.equal(kept.name, "GET /nir/[NIR]");
        assert.equal(kept.attributes["url.path"], "/openmrs/ws/rest/v1/patient/[ADRESSE]");
        assert.equal(kept.status?.message, "Nobody has [NIR]");
        assert.equal(kept.events[0]?.attributes["exception.message"], "Nobody answers to [ADRESSE], [NIR]");
    });

    it("does not tell whose record it was", async () => {
        const record = "0b5e8f1c-3a57-4d3e-9d2b-5f0f4c0f6a11";
        const kept = await treated({
            name: `GET /patient/${record}`,
            attributes: request(`/openmrs/ws/fhir2/R4/Patient/${record.toUpperCase()}/$everything`),
        });
        assert.equal(kept.name, "GET /patient/{uuid}");
        assert.equal(kept.attributes["url.path"], "/openmrs/ws/fhir2/R4/Patient/{uuid}/$everything");
    });

    const operations: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
        ["login", "/openmrs/ws/rest/v1/session", {}],
        ["login", "/openmrs/ws/rest/v1/session", { "http.request.method": "POST" }],
        ["other", "/openmrs/ws/rest/v1/session", { "http.request.method": "DELETE" }],
        ["patient-search", "/openmrs/ws/rest/v1/patient", { "url.query": "v=full&q=dupont" }],
        ["patient-search", "/openmrs/ws/rest/v1/patient", { "url.query": "identifier=1000A" }],
        ["patient", "/openmrs/ws/rest/v1/patient", { "url.query": "v=full" }],
        ["patient", "/openmrs/ws/rest/v1/patient", { "url.query": "q=x", "http.request.method": "POST" }],
        ["patient", "/openmrs/ws/rest/v1/patient/1000A", { "url.query": "q=x" }],
        ["other", "/openmrs/ws/rest/v1/patientidentifiertype", {}],
        ["encounter", "/openmrs/ws/rest/v1/encounter/7", {}],
        ["fhir", "/openmrs/ws/fhir2/R4/Patient", {}],
        ["other", "/openmrs/ws/rest/v1/concept", {}],
        ["other", "/elsewhere/openmrs/ws/fhir2/R4/Patient", {}],
    ];
    it("says what each request is for", async () => {
        const kept = await treatedAll(
            operations.map(([, path, more], index) => ({
                name: `operation ${index.toString()}`,
                attributes: request(path, { operation: "forged", ...more }),
            })),
        );
        assert.deepEqual(
            kept.map(({ attributes }, index) => [
                attributes.operation,
                ...(operations[index]?.slice(1) ?? []),
            ]),
            operations,
        );
    });

    it("says of which centre each request is", async () => {
        const centres = {
            "192.0.2.0": "lyon",
            "192.0.2.63": "lyon",
            "192.0.2.64": "paris-11",
            "192.0.2.128": "other",
            "2001:db8:1::7": "nice",
            unix: "other",
        };
        const kept = await treatedAll(
            Object.keys(centres).map((address) => ({
                name: `centre ${address}`,
                attributes: request("/openmrs/", { "client.address": address, centre: "forged" }),
            })),
        );
        assert.deepEqual(
            kept.map(({ attributes }) => attributes.centre),
            Object.values(centres),
        );
        const nowhere = await treated({ name: "nowhere", attributes: request("/openmrs/") });
        assert.equal(nowhere.attributes.centre, "other");
    });

    it("says of no other span what it is for, nor whose it is", async () => {
        const kept = await treated({
            name: "SELECT person",
            kind: "client",
            attributes: { ...request("/openmrs/ws/fhir2/"), centre: "forged", operation: "forged" },
        });
        assert.deepEqual([kept.attributes.operation, kept.attributes.centre], [undefined, undefined]);
    });

    it("keeps every trace that failed or was slow, and about a tenth of the others", async () => {
        const traces = (kind: string, count: number, more: Partial<Span>) =>
            Array.from({ length: count }, (_, index) => ({
                name: `${kind} ${index.toString()}`,
                attributes: request("/openmrs/ws/rest/v1/concept"),
                ...more,
            }));
        const failed = traces("failed", 50, { error: "no" });
        const slow = traces("slow", 50, { seconds: 2.1 });
        const others = traces("other", 1000, { seconds: 1.9 });
        await collector.send([...others, ...failed, ...slow]);
        const idsOf = (spans: readonly Span[]) => new Set(spans.map(({ name }) => traceIdOf(name)));
        const [mustBe, may] = [idsOf([...failed, ...slow]), idsOf(others)];
        const of = (ids: ReadonlySet<string>) => (spans: readonly KeptSpan[]) =>
            spans.filter(({ traceId }) => ids.has(traceId)).length;
        // All are judged at once: what is kept of the others has come with the last of these, or soon after.
        await collector.kept((spans) => of(mustBe)(spans) === mustBe.size && of(may)(spans) >= 60);
        await treated({ name: "judged after them" });
        const kept = await collector.kept(() => true);
        assert.equal(of(mustBe)(kept), 100);
        // 100 are expected, with a standard deviation of 9.5.
        const share = of(may)(kept);
        assert.ok(share >= 60 && share <= 140, share.toString());
    });

    it("judges a trace when its request has ended, however long that takes", async () => {
        const trace = "long";
        await collector.send([{ name: "SELECT obs", kind: "client", trace, parent: "GET /long" }]);
        // Longer than the time from a request's end to the judgement.
        await treated({ name: "meanwhile" });
        await collector.send([{ name: "GET /long", trace, seconds: 40 }]);
        const of = (spans: readonly KeptSpan[]) =>
            spans.filter(({ traceId }) => traceId === traceIdOf(trace));
        const kept = of(await collector.kept((spans) => of(spans).length === 2));
        assert.deepEqual(kept.map(({ name }) => name).sort(), ["GET /long", "SELECT obs"]);
    });
});
