/** A memory quantity such as 512Mi or 4Gi, in MiB. Throws a RangeError for other units. */
export function mebibytes(quantity: string): number {
    const [, amount, unit] = /^(\d+)(Mi|Gi)$/.exec(quantity) ?? [];
    if (amount === undefined) {
        throw new RangeError(`memory: expected a quantity in Mi or Gi, got "${quantity}"`);
    }
    return Number(amount) * (unit === "Gi" ? 1024 : 1);
}

/** A CPU quantity such as 500m or 2, in thousandths of a processor. Throws a RangeError for fractions. */
export function millicores(quantity: string): number {
    const [, amount, unit] = /^(\d+)(m?)$/.exec(quantity) ?? [];
    if (amount === undefined) {
        throw new RangeError(`cpu: expected a quantity such as 500m or 2, got "${quantity}"`);
    }
    return Number(amount) * (unit === "m" ? 1 : 1000);
}
