import { REPORT_WORDS } from "../registers/page-words";
import { type Block, heading, paragraph } from "./blocks";
import type { Context } from "./context";
import { processingBlocks } from "./processing";
import { responsibilitiesBlocks } from "./responsibilities";
import { transfersBlocks } from "./transfers";

/** The registers that people keep, beside the settings of the stack that bear on them. */
export function registersBlocks(context: Context): Block[] {
    const { report, own, language } = context;
    const { registers } = report;
    const words = REPORT_WORDS[language];
    return [
        heading(1, own.registers.title),
        ...(registers === undefined
            ? [paragraph(own.registers.absent)]
            : [
                  heading(2, words.transfersTitle),
                  ...transfersBlocks(registers, language),
                  heading(2, words.responsibilitiesTitle),
                  ...responsibilitiesBlocks(registers.responsibilities, context),
              ]),
        heading(2, words.processingTitle),
        ...processingBlocks(context),
    ];
}
