import { z } from "zod";
import { millicores } from "../components/kubernetes/quantity";
import { releaseFaults } from "../components/openmrs/unsafe-release";
import { isPaired } from "../components/regions";
import { show } from "./expect";
import { isAllowed } from "./network";
import { azureSchema, programSchema } from "./schema";

type Program = z.output<typeof programSchema>;

/** Values as Pulumi hands them over, by their keys without the namespace. */
type Keys = Readonly<Record<string, string>>;

/** A contradiction: what holds two values to one another, said of the second. */
const fault = (key: string, what: string, got: unknown) => `${key}: expected ${what}, got ${show(got)}`;

const {
    archive,
    registry,
    protectData,
    logRetentionDays,
    nodePools,
    database,
    openmrs,
    observability,
    edge,
} = programSchema.shape;
const { location } = azureSchema.shape;

/** Judges values together as soon as each of them is sound. */
function judge<Shape extends z.ZodRawShape>(
    shape: Shape,
    faultsOf: (values: z.output<z.ZodObject<Shape>>) => readonly (string | false)[],
) {
    return (keys: Keys): readonly string[] => {
        const { data } = z.object(shape).safeParse(keys);
        return data === undefined ? [] : faultsOf(data).filter((found) => found !== false);
    };
}

/** Port of Azure's MySQL. */
const MYSQL_PORT = 3306;

const platform = [
    judge({ location, registry }, (values) => [
        values.registry.replicaRegions.includes(values.location) &&
            fault("registry.replicaRegions", "regions other than the stack's own", values.location),
    ]),
    judge({ archive, logRetentionDays }, ({ archive: { retentionDays }, logRetentionDays: logs }) => [
        retentionDays < logs &&
            fault("archive.retentionDays", `at least logRetentionDays (${logs.toString()})`, retentionDays),
    ]),
    judge({ location, archive }, (values) => [
        values.archive.redundancy === "GZRS" &&
            !isPaired(values.location) &&
            fault("archive.redundancy", `ZRS in a region without a pair (${values.location})`, "GZRS"),
    ]),
    judge({ archive, protectData }, (values) => [
        values.archive.immutability === "Locked" &&
            !values.protectData &&
            fault("archive.immutability", '"Unlocked" where protectData is false', "Locked"),
    ]),
    judge({ location, database }, (values) => [
        values.database.mode === "managed" &&
            !isPaired(values.location) &&
            fault("database.mode", `inCluster in a region without a pair (${values.location})`, "managed"),
    ]),
];

const workloads = [
    judge({ openmrs, protectData }, (values) =>
        releaseFaults({ ...values.openmrs, protectData: values.protectData }).map(
            (found) => `openmrs.${found}`,
        ),
    ),
    judge({ openmrs, database }, ({ openmrs: { clustering }, database: { mode } }) =>
        Object.entries({ search: clustering?.search, objectStorage: clustering?.objectStorage }).map(
            ([service, outside]) =>
                mode === "managed" &&
                outside?.port === MYSQL_PORT &&
                fault(
                    `openmrs.clustering.${service}.port`,
                    `another port than the managed database's (${MYSQL_PORT.toString()})`,
                    outside.port,
                ),
        ),
    ),
    judge({ openmrs, nodePools }, ({ openmrs: { cpu }, nodePools: { general } }) => [
        processorFault("openmrs.cpu", cpu, "general", general),
    ]),
    judge({ observability, nodePools }, ({ observability: values, nodePools: { general } }) => [
        ...(["metrics", "logs", "traces"] as const).map((kept) =>
            processorFault(`observability.${kept}.cpu`, values[kept].cpu, "general", general),
        ),
    ]),
    judge({ observability, edge }, ({ observability: { centres }, edge: { allowedSources } }) =>
        Object.entries(centres).map(
            ([centre, range]) =>
                !isAllowed(range, allowedSources) &&
                fault(`observability.centres.${centre}`, "a range that edge.allowedSources lets in", range),
        ),
    ),
    judge({ database, nodePools }, ({ database: values, nodePools: pools }) =>
        values.mode === "managed"
            ? []
            : [
                  processorFault("database.cpu", values.cpu, "database", pools.database),
                  pools.database.maxCount < 2 &&
                      fault(
                          "nodePools.database.maxCount",
                          "at least 2 for the two replicas of a database in the cluster",
                          pools.database.maxCount,
                      ),
              ],
    ),
];

/** A node needs a part of its processors for itself, so that a container that takes them all finds a place on none. */
function processorFault(
    key: string,
    cpu: string,
    pool: keyof Program["nodePools"],
    { vmSize }: Program["nodePools"]["general"],
): string | false {
    const processors = Number(/\d+/.exec(vmSize)?.[0]);
    return (
        millicores(cpu) >= processors * 1000 &&
        fault(key, `less than the ${processors.toString()} processors of nodePools.${pool}.vmSize`, cpu)
    );
}

/** Values that are sound by themselves and contradict one another, each as a fault without the namespace. */
export const contradictions = (keys: Keys): readonly string[] =>
    [...platform, ...workloads].flatMap((faultsOf) => faultsOf(keys));
