/**
 * `publisher.ts once|unprivileged|forever SERIES LANGUAGE`: publishes a report, or one after the other, for the tests that
 * kill it or keep it from writing; unprivileged, without the rights of root, which no mode of a folder stops.
 */
import { publish } from "../../../report/evidence/publication";
import type { Language } from "../../../report/words/language";
import { sample } from "./sample";

const [, , times, series = "", language = "fr"] = process.argv;

/** About a megabyte, so that writing takes a while. */
const FACTS = Array.from({ length: 5_000 }, (_, index) => ({
    kind: "location" as const,
    resource: `urn:pulumi:dev::clinic::test:index:Store::records-${index.toString()}`,
    property: "location",
    value: "francecentral ".repeat(8),
}));

async function main(): Promise<void> {
    const report = sample({ facts: FACTS });
    const options = { series, formats: ["csv"], language: language as Language } as const;
    if (times === "forever") {
        process.stdout.write("writing\n");
        for (;;) {
            await publish({ ...report, generatedAt: new Date().toISOString() }, options);
        }
    }
    if (times === "unprivileged" && process.getuid?.() === 0) {
        process.setuid?.(65_534);
    }
    await publish(report, { ...options, formats: [] });
}

main().catch((error: unknown) => {
    const { name, message } = error as Error;
    process.stderr.write(`${name}: ${message}\n`);
    process.exitCode = 2;
});
