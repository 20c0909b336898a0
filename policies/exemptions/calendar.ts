/** Milliseconds in a day of the calendar, reckoned in UTC so that none is shorter or longer. */
const DAY_MS = 86_400_000;

/** A day as `YYYY-MM-DD`. */
export type Day = string;

/** The day of an instant in France, whose law counts the days. */
export function dayOf(instant: Date): Day {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(instant);
}

/** Whether a text is a day that exists: 2026-02-30 is none. */
export function isDay(text: string): boolean {
    const ms = Date.parse(`${text}T00:00:00Z`);
    return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Days from one day to another: 0 to the same day, negative to an earlier one. */
export function daysBetween(from: Day, to: Day): number {
    return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The day that comes `days` later. */
export function dayAfter(day: Day, days: number): Day {
    return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
