import type { Changes, Report, Status } from "../model";

/** Requirements whose status differs, in the order of the frameworks; those that are gone last. */
export function requirementChanges(before: Report, after: Report): Changes["requirements"] {
    const old = statusesOf(before);
    const now = statusesOf(after);
    const changes: Changes["requirements"] = [];
    for (const [framework, requirement] of keysOf(now, old)) {
        const was = old.get(framework)?.get(requirement);
        const is = now.get(framework)?.get(requirement);
        if (was !== is) {
            changes.push({
                framework,
                requirement,
                ...(was === undefined ? {} : { before: was }),
                ...(is === undefined ? {} : { after: is }),
            });
        }
    }
    return changes;
}

type Statuses = ReadonlyMap<string, ReadonlyMap<string, Status>>;

function statusesOf({ frameworks }: Report): Statuses {
    return new Map(
        frameworks.map(({ id, requirements }) => [
            id,
            new Map(requirements.map((requirement) => [requirement.id, requirement.status])),
        ]),
    );
}

function* keysOf(now: Statuses, old: Statuses): Generator<readonly [framework: string, requirement: string]> {
    for (const [framework, requirements] of now) {
        for (const requirement of requirements.keys()) {
            yield [framework, requirement];
        }
    }
    for (const [framework, requirements] of old) {
        for (const requirement of requirements.keys()) {
            if (now.get(framework)?.has(requirement) !== true) {
                yield [framework, requirement];
            }
        }
    }
}
