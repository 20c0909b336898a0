import type { Inspection } from "../inspection";

/** An add-on of a cluster by its name, which Azure takes in any case. */
export function addOnOf(cluster: Inspection, name: string): Inspection {
    const reading = cluster.read("addonProfiles");
    const given = reading.state === "known" ? Object.keys(Object(reading.value) as object) : [];
    const key = given.find((other) => other.toLowerCase() === name.toLowerCase());
    return cluster.at(["addonProfiles", key ?? name]);
}
