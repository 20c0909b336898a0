import { z } from "zod";
import { compute, storageGiB } from "./compute";
import { expected, integer, object, text } from "./expect";

/** MariaDB in the cluster: two replicas, of which one takes the writes. */
const inCluster = object({
    mode: z.literal("inCluster"),
    /** Ordinal of the replica that takes the writes. */
    primary: z.literal([0, 1], expected("0 or 1")),
    storageGiB,
    ...compute({ cpu: "250m", memory: "512Mi" }),
});

/** Azure Database for MySQL Flexible Server. */
const managed = object({
    mode: z.literal("managed"),
    sku: text(
        // Burstable servers have no standby in another zone.
        "a size of the tiers GeneralPurpose or MemoryOptimized such as Standard_D4ads_v5",
        /^Standard_[DE]\d{1,3}[a-z]*_v\d$/,
    ),
    storageGiB: integer(20, 16_384, "GiB"),
});

/** Where the medical record is kept. */
export const databaseSchema = z.discriminatedUnion("mode", [inCluster, managed], {
    error: ({ input }) =>
        typeof input === "object" && input !== null && !Array.isArray(input)
            ? expected("inCluster or managed").error({ input: (input as { mode?: unknown }).mode })
            : expected("an object with mode").error({ input }),
});

export type DatabaseConfig = z.output<typeof databaseSchema>;
