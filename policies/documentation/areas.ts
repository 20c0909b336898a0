import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import type { Text } from "../rule";

const RULES = join(__dirname, "../rules");

/** What the rules of each folder are about. */
const TITLES: Readonly<Record<string, Text>> = {
    aks: { fr: "Cluster AKS", en: "AKS cluster" },
    backup: { fr: "Sauvegarde", en: "Backup" },
    compute: { fr: "Machines et disques", en: "Machines and disks" },
    database: { fr: "Bases de données", en: "Databases" },
    governance: { fr: "Gouvernance", en: "Governance" },
    helm: { fr: "Charts Helm", en: "Helm charts" },
    identity: { fr: "Identités et droits Azure", en: "Azure identities and rights" },
    "key-vault": { fr: "Coffres de clés", en: "Key vaults" },
    messaging: { fr: "Messagerie et services applicatifs", en: "Messaging and application services" },
    monitor: { fr: "Journaux et supervision", en: "Logs and monitoring" },
    network: { fr: "Réseau Azure", en: "Azure network" },
    platform: { fr: "Le programme lui-même", en: "The program itself" },
    pod: { fr: "Pods", en: "Pods" },
    rbac: { fr: "Droits Kubernetes", en: "Kubernetes rights" },
    registry: { fr: "Registre d’images", en: "Image registry" },
    secret: { fr: "Secrets", en: "Secrets" },
    storage: { fr: "Stockage Azure", en: "Azure storage" },
    "cluster-storage": { fr: "Stockage du cluster et admission", en: "Cluster storage and admission" },
    traffic: { fr: "Trafic du cluster", en: "Cluster traffic" },
    web: { fr: "Applications Web", en: "Web applications" },
    workload: { fr: "Charges de travail", en: "Workloads" },
};

/** The folder of each rule, by id. */
export function areasById(): ReadonlyMap<string, string> {
    const files = readdirSync(RULES, { recursive: true, encoding: "utf8" }).filter((file) =>
        file.endsWith(".ts"),
    );
    return new Map(files.map((file) => [basename(file, ".ts"), dirname(file)]));
}

/**
 * What the rules of a folder are about.
 *
 * @throws Error when the folder has no title yet.
 */
export function areaTitle(area: string): Text {
    const title = TITLES[area];
    if (title === undefined) {
        throw new Error(`policies/documentation/areas.ts: expected a title for the folder ${area}, got none`);
    }
    return title;
}
