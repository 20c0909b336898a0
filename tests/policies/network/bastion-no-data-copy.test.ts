import { bastionNoDataCopy } from "../../../policies/rules/network/bastion-no-data-copy";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { describeRemedies } from "../../support/remedies";

describeRule(bastionNoDataCopy, {
    type: "azure-native:network:BastionHost",
    accepts: {
        "no copy": compliant({ disableCopyPaste: true }),
        "no copy, spelled out": compliant({
            disableCopyPaste: true,
            enableFileCopy: false,
            enableShareableLink: false,
        }),
    },
    rejects: {
        "every way to copy": violation(
            { disableCopyPaste: false, enableFileCopy: true, enableShareableLink: true },
            "disableCopyPaste : attendu true, obtenu false",
            "enableFileCopy : attendu false, obtenu true",
            "enableShareableLink : attendu false, obtenu true",
        ),
    },
    unset: { "the clipboard": violation({}, "disableCopyPaste : attendu true, non défini") },
    unknown: { "the clipboard": undecided({ disableCopyPaste: UNKNOWN }, "disableCopyPaste") },
    otherType: "azure-native:network:AzureFirewall",
});

describeRemedies(bastionNoDataCopy, {
    "azure-native:network:BastionHost": [
        { path: "enableFileCopy", value: false },
        { path: "enableShareableLink", value: false },
    ],
});
