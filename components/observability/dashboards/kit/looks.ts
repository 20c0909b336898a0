import {
    type FieldConfigSource,
    MappingType,
    SpecialValueMatch,
    type Threshold,
    type ThresholdsConfig,
    ThresholdsMode,
    type ValueMapping,
} from "@grafana/grafana-foundation-sdk/dashboard";

/** What a number counts, as Grafana calls it. */
export type Unit =
    | "none"
    | "short"
    | "percentunit"
    | "s"
    | "dateTimeFromNow"
    | "bytes"
    | "binBps"
    | "reqps"
    | "cps"
    | "currencyEUR";

const GREEN = "green";
const ORANGE = "orange";
const RED = "red";
const GREY = "#808080";

/** What stands where there is no number. */
export const NO_DATA = "Aucune donnée";

/** From which values on a number is orange, and red. */
export type Limits = readonly Threshold[];

/** The more the worse: red from the second on. */
export const worseFrom = (orange: number, red: number): Limits => [
    { value: null, color: GREEN },
    { value: orange, color: ORANGE },
    { value: red, color: RED },
];

/** Whatever there is of it is bad. */
export const redFrom = (red: number): Limits => [
    { value: null, color: GREEN },
    { value: red, color: RED },
];

/** The less the worse: green from the second on, red under the first. */
export const betterFrom = (orange: number, green: number): Limits => [
    { value: null, color: RED },
    { value: orange, color: ORANGE },
    { value: green, color: GREEN },
];

/** Red under a value. */
export const greenFrom = (green: number): Limits => [
    { value: null, color: RED },
    { value: green, color: GREEN },
];

export const thresholds = (limits: Limits): ThresholdsConfig => ({
    mode: ThresholdsMode.Absolute,
    steps: [...limits],
});

/** Words for the numbers 1 and 0. */
export const inWords = (yes: string, no: string): ValueMapping => ({
    type: MappingType.ValueToText,
    options: { "1": { text: yes, color: GREEN }, "0": { text: no, color: RED } },
});

/** Without a number Grafana takes the colour of the lowest one, green more often than not. */
export const UNKNOWN: ValueMapping = {
    type: MappingType.SpecialValue,
    options: { match: SpecialValueMatch.NullAndNan, result: { text: NO_DATA, color: GREY } },
};

/** How one field of a table looks, by its title. */
export const fieldLook = (
    title: string,
    { unit, limits }: { readonly unit?: Unit; readonly limits?: Limits },
): FieldConfigSource["overrides"][number] => ({
    matcher: { id: "byName", options: title },
    properties: [
        ...(unit === undefined ? [] : [{ id: "unit", value: unit }]),
        ...(limits === undefined
            ? []
            : [
                  { id: "thresholds", value: thresholds(limits) },
                  { id: "custom.cellOptions", value: { type: "color-text" } },
              ]),
    ],
});
