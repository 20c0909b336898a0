import type { DeleteRequest, Operation, Reading, ReadRequest, State } from "../protocol/provider";
import type { Properties } from "../protocol/values";
import type { Kind } from "./kind";

/** An object that is to be. */
export interface Wanted {
    readonly kind: Kind;
    readonly inputs: Properties;
    readonly operation: Operation;
}

/** An object that is to be otherwise. */
export interface Changed extends Wanted {
    readonly oldInputs: Properties;
    readonly oldOutputs: Properties;
}

/** What holds a program's objects. */
export interface Objects {
    /** The kind of a type token such as `kubernetes:apps/v1:Deployment`. */
    kindOf(type: string): Kind | Promise<Kind>;
    /** What an object would come to, as far as can be known. */
    preview(wanted: Wanted | Changed): Properties | Promise<Properties>;
    create(wanted: Wanted): State | Promise<State>;
    update(changed: Changed): Properties | Promise<Properties>;
    /** Undefined for an object that is gone. */
    read(request: ReadRequest): Promise<Reading | undefined>;
    delete(request: DeleteRequest): Promise<void>;
}
