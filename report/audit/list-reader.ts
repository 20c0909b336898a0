const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const SPACE = 0x20;

/** How deep `{"object": {"list": [element]}}` an object's fields and a list's elements lie. */
const FIELD_DEPTH = 2;
const ELEMENT_DEPTH = 3;

/** The key at the end of a text, before its value; longer ones than are looked for do not matter. */
const LAST_KEY = /[{,]\s*"([^"\\]*)"\s*:\s*$/;
const LONGEST_KEY = 200;

/** The most that a document may hold beside the elements, in characters. */
const MOST_BESIDE = 1 << 26;

/** Where the lists lie, and who hears of them. */
export interface ListHandlers {
    /** The key of the object that has the lists. */
    readonly object: string;
    readonly lists: readonly string[];
    /** Hears of each list; `before` is the document up to there. */
    readonly onList: (before: unknown) => void;
    readonly onElement: (list: string, element: unknown) => void;
}

/**
 * Takes a JSON document in pieces and hands over the elements of some of its lists, one at a time: neither the text nor
 * the value of the whole is ever in memory.
 *
 * Only strings and brackets are told apart here: `JSON.parse` judges each element and, at the end, the document with
 * the lists empty.
 */
export class ListReader {
    private depth = 0;
    private inString = false;
    private escaped = false;
    private inObject = false;
    /** The list whose elements come now, and whether one came. */
    private list: string | undefined;
    private hasElements = false;
    /** An element that began in earlier pieces. */
    private begun: Buffer[] = [];
    /** The document without the elements. A character for each byte: as good for the syntax, and for keys in ASCII. */
    private beside = "";

    public constructor(private readonly handlers: ListHandlers) {}

    /** Whether what was opened is closed. */
    public get isClosed(): boolean {
        return this.depth <= 0 && !this.inString;
    }

    /** @throws SyntaxError when this cannot be JSON; some of what is not is only found later. */
    public write(piece: Buffer): void {
        /** Where that begins which is not taken in yet. */
        let from = 0;
        for (let index = this.endOfString(piece, 0); index < piece.length; index++) {
            const byte = piece[index];
            if (byte === QUOTE) {
                this.inString = true;
                index = this.endOfString(piece, index + 1) - 1;
            } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
                this.depth += 1;
                if (this.depth === FIELD_DEPTH || (this.depth === ELEMENT_DEPTH && this.inObject)) {
                    this.takeIn(piece, from, index);
                    from = this.open(byte) ? index + 1 : index;
                }
            } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
                if (this.depth === ELEMENT_DEPTH && this.list !== undefined) {
                    this.closeList(this.list, piece.subarray(from, index));
                    from = index;
                }
                this.depth -= 1;
            } else if (byte === COMMA && this.depth === ELEMENT_DEPTH && this.list !== undefined) {
                this.endElement(this.list, piece.subarray(from, index));
                from = index + 1;
            }
        }
        if (this.list === undefined) {
            this.takeIn(piece, from, piece.length);
        } else {
            this.begun.push(piece.subarray(from));
        }
    }

    /**
     * The document without the elements; undefined when it is empty.
     *
     * @throws SyntaxError when it is not JSON.
     */
    public end(): unknown {
        return this.beside === "" ? undefined : JSON.parse(this.beside);
    }

    /** Where a string that has begun is over; where none has, at the start. */
    private endOfString(piece: Buffer, start: number): number {
        let index = start;
        for (; this.inString && index < piece.length; index++) {
            const byte = piece[index] ?? 0;
            if (this.escaped) {
                this.escaped = false;
            } else if (byte === QUOTE) {
                this.inString = false;
            } else if (byte === BACKSLASH) {
                this.escaped = true;
            } else if (byte < SPACE) {
                throw new SyntaxError("expected the end of a string, got that of a line");
            }
        }
        return index;
    }

    /** Whether a list begins with this bracket whose elements are to be handed over. */
    private open(bracket: number): boolean {
        const key = LAST_KEY.exec(this.beside.slice(-LONGEST_KEY))?.[1] ?? "";
        if (this.depth === FIELD_DEPTH) {
            this.inObject = bracket === OPEN_OBJECT && key === this.handlers.object;
            return false;
        }
        if (bracket !== OPEN_LIST || !this.handlers.lists.includes(key)) {
            return false;
        }
        this.beside += "[";
        this.handlers.onList(JSON.parse(`${this.beside}]}}`));
        this.list = key;
        this.hasElements = false;
        return true;
    }

    private closeList(list: string, last: Buffer): void {
        const text = this.endText(last);
        if (this.hasElements || text.trim() !== "") {
            this.handlers.onElement(list, JSON.parse(text));
        }
        this.list = undefined;
    }

    private endElement(list: string, last: Buffer): void {
        this.hasElements = true;
        this.handlers.onElement(list, JSON.parse(this.endText(last)));
    }

    private endText(last: Buffer): string {
        const text = this.begun.length > 0 ? Buffer.concat([...this.begun, last]) : last;
        this.begun = [];
        return text.toString();
    }

    private takeIn(piece: Buffer, from: number, to: number): void {
        this.beside += piece.toString("latin1", from, to);
        if (this.beside.length > MOST_BESIDE) {
            throw new SyntaxError("expected the lists to be most of the document");
        }
    }
}
