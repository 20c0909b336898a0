import { join } from "../../policies/reading";

/** The properties, noting in `touched` the path of each value that is asked for; a list's elements are the list. */
export function watched(properties: unknown, touched: Set<string>, path = ""): unknown {
    if (typeof properties !== "object" || properties === null) {
        return properties;
    }
    const at = (key: string) => (Array.isArray(properties) ? path : join(path, key));
    return new Proxy(properties, {
        get: (target, key) => {
            if (typeof key === "symbol" || !Object.hasOwn(target, key)) {
                return Reflect.get(target, key) as unknown;
            }
            touched.add(at(key));
            return watched(Reflect.get(target, key), touched, at(key));
        },
        getOwnPropertyDescriptor: (target, key) => {
            if (typeof key === "string") {
                touched.add(at(key));
            }
            return Reflect.getOwnPropertyDescriptor(target, key);
        },
    });
}

/** Whether one of two paths leads to the other. */
export function overlap(a: string, b: string): boolean {
    return a === b || leads(a, b) || leads(b, a);
}

function leads(above: string, below: string): boolean {
    return below.startsWith(above) && /^[.[]/.test(below.slice(above.length));
}
