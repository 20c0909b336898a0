const MEBIBYTES: Readonly<Record<string, number>> = { Mi: 1, Gi: 1024 };

/** A memory quantity such as 512Mi or 4Gi, in MiB. Throws a RangeError for other units. */
export function mebibytes(quantity: string): number {
    const factor = MEBIBYTES[quantity.slice(-2)];
    const amount = Number.parseInt(quantity, 10);
    if (factor === undefined || Number.isNaN(amount)) {
        throw new RangeError(`memory: expected a quantity in Mi or Gi, got "${quantity}"`);
    }
    return amount * factor;
}

/** A CPU quantity such as 500m or 2, in thousandths of a processor. */
export function millicores(quantity: string): number {
    return Number.parseInt(quantity, 10) * (quantity.endsWith("m") ? 1 : 1000);
}
