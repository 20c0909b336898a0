/**
 * How many events a counter of the log collector counted over a span. It appears with its first events, which increase()
 * does not see: of a counter that was not there before, all that it says is of the span.
 */
export const eventsOver = (counter: string, span: string): string =>
    `((${counter} unless ${counter} offset ${span}) or increase(${counter}[${span}]))`;
