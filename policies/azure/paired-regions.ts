import type { Answer } from "../answer";
import { mismatch } from "../expectation";
import type { Inspection } from "../inspection";
import { regionName } from "../regions";

/**
 * The regions of the EEA to which Azure pairs another one. The pair of each is in the EEA too; the others have none,
 * and nothing can be copied from them to a second region by redundancy alone.
 */
const PAIRED: ReadonlySet<string> = new Set([
    "francecentral",
    "francesouth",
    "germanynorth",
    "germanywestcentral",
    "northeurope",
    "norwayeast",
    "norwaywest",
    "swedencentral",
    "swedensouth",
    "westeurope",
]);

/** Requires what is copied to the paired region, if it is, to stay in the EEA. */
export function expectEeaPair(properties: Inspection, copied: Answer): void {
    if (copied === "no") {
        return;
    }
    if (properties.read("location").state === "unset") {
        // The provider or the group gives it: it cannot be seen here.
        properties.note({ state: "unknown", path: "location" });
        return;
    }
    properties.given("location", (region) => {
        if (!PAIRED.has(regionName(String(region)))) {
            properties.settle(
                copied === "yes" ? "no" : copied,
                "location",
                mismatch("une région appariée de l’Espace économique européen", region),
            );
        }
    });
}
