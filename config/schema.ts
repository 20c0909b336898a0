import { z } from "zod";
import { defenderPlans } from "../components/governance/defender";
import { imageNames } from "../components/images";
import { isZoned } from "../components/regions";
import { isEeaRegion } from "../policies/regions";
import { databaseSchema } from "./database";
import { choice, expected, fault, guid, integer, json, list, object, text, unique } from "./expect";
import { administratorSources, allowedSources, cidr } from "./network";
import { observabilitySchema } from "./observability";
import { openmrsSchema } from "./openmrs";

const boolean = (what: string) => json(z.boolean(expected(what)));
/**
 * The number is that of the processors; AKS wants two. Of the letters behind it "d" is the local disk, on which the
 * nodes run, "s" premium storage, of which the data disks are, and "p" an Arm processor.
 */
const vmSize = text(
    "an x64 VM size of 2 vCPUs or more with premium storage and a local disk, such as Standard_D4ds_v5",
    /^Standard_[A-Z]{1,4}(?!1[a-z])[1-9]\d{0,2}(?=[a-z]*d)(?=[a-z]*s)(?![a-z]*p)[a-z]+_v\d$/,
);

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const email = text(
    // Azure's limit of a tag's value.
    "an e-mail address of at most 256 characters",
    /^(?=.{1,256}$)[^\s@]+@[^\s@]+\.[^\s@]+$/,
);

/** A pool of nodes that the autoscaler sizes, from `least` to `most` ones, or more. */
const pool = (least: number, most: number) =>
    object({
        vmSize,
        minCount: integer(least, 50, "nodes"),
        maxCount: integer(most, 50, "nodes"),
    }).superRefine(({ minCount, maxCount }, context) => {
        if (maxCount < minCount) {
            fault(context, "maxCount", `at least minCount (${minCount.toString()})`, maxCount);
        }
    });

const location = "an Azure region of the European Economic Area such as francecentral";
const zones = "a region with three availability zones such as francecentral";

/** A region of the EEA, by Azure's short name. */
const region = z
    .string(expected(location))
    .refine(isEeaRegion, expected(location))
    .transform((name) => name.replaceAll(" ", "").toLowerCase());

const regionList = z.array(region, expected("a list of regions")).refine(unique, expected("no region twice"));

/** The provider's own keys that the program reads, under `azure-native:`. */
export const azureSchema = z.object({
    location: region.refine(isZoned, expected(zones)),
    subscriptionId: guid("a subscription id (GUID)"),
    tenantId: guid("an Entra tenant id (GUID)"),
});

/** From this one on the add-on needs no privileged init container in each pod, and routes TLS by name. */
const meshRevision = text("a revision of the Istio add-on from asm-1-30 on", /^asm-1-([3-9]\d|[1-9]\d{2})$/);

/** The program's own keys, under `audioprothese-plus:`; Pulumi.yaml describes each. */
export const programSchema = z.strictObject({
    namePrefix: text("2 to 8 lower-case letters or digits that begin with a letter", /^[a-z][a-z0-9]{1,7}$/),
    environment: text("2 to 5 lower-case letters such as dev", /^[a-z]{2,5}$/),
    owner: email,
    costCenter: text("1 to 32 letters, digits or hyphens", /^[A-Za-z0-9-]{1,32}$/),
    hdsActivity: text("an HDS activity from 1 to 6", /^[1-6]$/),
    protectData: boolean("true or false"),
    logRetentionDays: json(integer(180, 365, "days")),
    network: json(
        object({
            addressSpace: cidr,
            podCidr: cidr,
            serviceCidr: cidr,
        }),
    ),
    egress: choice("firewall", "natGateway"),
    administratorSources: json(administratorSources),
    ddosProtection: choice("none", "ip", "network"),
    edge: json(object({ allowedSources, maxInstances: integer(2, 125, "instances") })),
    // Azure writes to no more about a budget.
    alertEmails: json(list("e-mail addresses", email, 50)),
    budget: json(
        object({
            monthlyEuros: integer(1, 1_000_000, "euros"),
            startDate: text(
                // Without quotes YAML reads a date, which Pulumi hands over with a time.
                'the first day of a month, in quotes, such as "2026-12-01"',
                /^20\d{2}-(0[1-9]|1[0-2])-01$/,
            ),
        }),
    ),
    defenderPlans: json(list("Defender plans", choice(...defenderPlans))),
    archive: json(
        object({
            retentionDays: integer(180, 1095, "days"),
            redundancy: choice("ZRS", "GZRS"),
            immutability: choice("Unlocked", "Locked"),
        }),
    ),
    registry: json(object({ replicaRegions: regionList })),
    kubernetesVersion: text(
        // By the end of November 2026 Azure runs older ones under long-term support only, which the Standard tier lacks.
        'a Kubernetes minor version from 1.34 on, in quotes, without a patch, such as "1.35"',
        /^1\.(3[4-9]|[4-9]\d)$/,
    ),
    clusterAdminGroups: json(list("Entra group ids", guid("an Entra group id (GUID)"))),
    kubeLogin: choice("azurecli", "workloadidentity", "msi", "spn"),
    mesh: json(object({ revision: meshRevision, previous: z.optional(meshRevision) })).refine(
        ({ revision, previous }) => previous !== revision,
        expected("another previous revision than the mesh's own"),
    ),
    credentialsRotatedOn: text('a day, in quotes, such as "2026-11-01"', /^20\d{2}-\d{2}-\d{2}$/).refine(
        (day) => {
            const time = Date.parse(`${day}T00:00:00Z`);
            return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
        },
        expected("a day of the calendar"),
    ),
    maintenance: json(
        object({
            clusterDay: choice(...DAYS),
            nodesDay: choice(...DAYS),
            startTime: text("a time of day such as 02:00", /^([01]\d|2[0-3]):[0-5]\d$/),
            // Azure accepts no shorter window.
            hours: integer(4, 24, "hours"),
        }).superRefine(({ clusterDay, nodesDay }, context) => {
            // One upgrade at a time: the other waits, or is lost for the week.
            if (nodesDay === clusterDay) {
                fault(context, "nodesDay", `another day than clusterDay (${clusterDay})`, nodesDay);
            }
        }),
    ),
    systemPool: json(object({ vmSize, count: integer(2, 10, "nodes") })),
    // Alertmanager keeps its copies on three nodes.
    nodePools: json(object({ general: pool(1, 3), database: pool(0, 1), media: pool(0, 1) })),
    database: json(databaseSchema),
    openmrs: json(openmrsSchema),
    observability: json(observabilitySchema),
    images: json(
        object(
            Object.fromEntries(
                imageNames.map((name) => [
                    name,
                    text("an image digest, sha256: and 64 hexadecimal digits", /^sha256:[0-9a-f]{64}$/),
                ]),
            ) as Record<(typeof imageNames)[number], z.ZodString>,
        ),
    ),
});
