import { z } from "zod";
import { compute, storageGiB } from "./compute";
import { expected, fault, guid, integer, object, text } from "./expect";
import { certificate, host, hostOutside } from "./names";
import { apart, publicRange } from "./network";

const kept = (least: Parameters<typeof compute>[0]) => ({ storageGiB, ...compute(least) });

const priceText = expected("a price in euros from 0 to 1000");
const price = z.number(priceText).min(0, priceText).max(1000, priceText);

/** A label of metrics and of logs. */
const CENTRE = /^[a-z][a-z0-9-]{0,31}$/;

const centresText = "public IPv4 ranges by centre, none of which meet";

export const observabilitySchema = object({
    host,
    tlsCertificate: certificate,
    grafanaClientId: guid("an application id of Entra (GUID)"),
    documentationUrl: text(
        "an https address without a slash at the end such as https://docs.example.fr",
        /^https:\/\/[a-z0-9.-]+(:\d+)?(\/[A-Za-z0-9._~-]+)*$/,
    ),
    heartbeatHost: hostOutside,
    metrics: object({
        retentionDays: integer(1, 365, "days"),
        ...kept({ cpu: "100m", memory: "512Mi" }),
    }),
    logs: object({
        // CNIL, délibération n° 2021-122 of 14 October 2021: from six months to a year.
        auditRetentionDays: integer(180, 365, "days"),
        applicationRetentionDays: integer(7, 365, "days"),
        replicas: z.literal([1, 3], expected("1 or 3")),
        ...kept({ cpu: "100m", memory: "512Mi" }),
    }),
    traces: object({
        retentionDays: integer(1, 90, "days"),
        samplePercent: integer(0, 100, "percent"),
        ...kept({ cpu: "100m", memory: "512Mi" }),
    }),
    prices: object({ cpuHour: price, memoryGiBHour: price, diskGiBMonth: price, ingestedGiB: price }),
    centres: z
        .record(z.string(), publicRange, expected(centresText))
        .refine((centres) => Object.keys(centres).length > 0, expected("at least one centre"))
        .refine((centres) => apart(Object.values(centres)), expected(centresText))
        .superRefine((centres, context) => {
            for (const centre of Object.keys(centres).filter((name) => !CENTRE.test(name))) {
                fault(context, centre, "a name of 1 to 32 lower-case letters, digits or hyphens", centre);
            }
        }),
});
