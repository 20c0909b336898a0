import type { Answer } from "../answer";
import type { Inspection } from "../inspection";
import type { Path } from "../reading";

/** Whether a list, a map or a text is absent or has nothing in it: selectors and peers that are empty mean everything. */
export function isEmpty(place: Inspection, path: Path): Answer {
    const reading = place.read(path);
    if (reading.state === "unset") {
        return "yes";
    }
    if (reading.state === "known") {
        const { value } = reading;
        const empty = typeof value === "object" ? Object.keys(value ?? {}).length === 0 : value === "";
        return empty ? "yes" : "no";
    }
    return {
        note: () => {
            place.note(reading);
        },
    };
}
