import { type Block, type Content, heading, paragraph, table } from "./blocks";
import { type Context, french, requirementsOf, titleOf } from "./context";

export function exemptionsInBrief({ report, own, say }: Context): Block[] {
    const { ignored, inForce, faults } = report.exemptions;
    const [next] = [...inForce].sort((a, b) => a.daysLeft - b.daysLeft);
    return [
        ...(ignored ? [paragraph(own.exemptions.ignored)] : []),
        next === undefined
            ? paragraph(own.exemptions.none)
            : paragraph(
                  own.exemptions.inForce(inForce.length),
                  " ",
                  own.exemptions.next(next.id, say.date(next.expires), own.exemptions.days(next.daysLeft)),
              ),
        ...(faults.length > 0 ? [paragraph(`${own.exemptions.faults} : ${say.number(faults.length)}.`)] : []),
    ];
}

/** Each exemption with its reason, who answers for it and the days left; then the faults of the register. */
export function exemptionsBlocks(context: Context): Block[] {
    const { own } = context;
    return [heading(1, own.exemptions.title), ...inForceBlocks(context), ...faultBlocks(context)];
}

function inForceBlocks(context: Context): Block[] {
    const { report, own, say } = context;
    const { columns } = own;
    const { ignored, inForce } = report.exemptions;
    const rows = [...inForce]
        .sort((a, b) => a.daysLeft - b.daysLeft)
        .map((exemption): Content[] => [
            [
                [{ strong: exemption.id }],
                [{ quiet: own.exemptions.ticket(exemption.ticket, say.date(exemption.granted)) }],
            ],
            requirementsOf(context, exemption.rule),
            [[titleOf(context, exemption.rule)], [{ code: exemption.resource }]],
            [
                [french(context, exemption.reason)],
                [{ strong: own.exemptions.measure }, french(context, exemption.compensatingMeasure)],
            ],
            [[exemption.owner], [{ quiet: own.exemptions.approver(exemption.approver) }]],
            [[say.date(exemption.expires)], [{ strong: own.exemptions.days(exemption.daysLeft) }]],
        ]);
    return [
        ...(ignored ? [paragraph(own.exemptions.ignored)] : []),
        ...(rows.length === 0 ? [paragraph(own.exemptions.none)] : []),
        ...table(
            [
                { title: columns.exemption, width: 1.9 },
                { title: columns.requirements, width: 1.9 },
                { title: `${columns.rule}, ${columns.resource.toLowerCase()}`, width: 2.8 },
                { title: columns.reason, width: 3 },
                { title: columns.people, width: 1.7 },
                { title: columns.expiry, width: 1.5 },
            ],
            rows,
        ),
    ];
}

function faultBlocks(context: Context): Block[] {
    const { report, own } = context;
    const { faults } = report.exemptions;
    return faults.length === 0
        ? []
        : [
              heading(2, own.exemptions.faults),
              { kind: "text", style: "kept", content: own.exemptions.faultsNote },
              {
                  kind: "list",
                  items: faults.map(({ exemption, message }) => [
                      { strong: exemption },
                      " – ",
                      french(context, message),
                  ]),
              },
          ];
}
