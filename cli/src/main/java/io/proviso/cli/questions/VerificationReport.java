package io.proviso.cli.questions;

import io.proviso.cli.output.Count;
import io.proviso.cli.output.Json;
import io.proviso.counsel.verify.Verification;
import java.util.List;

/** What came of cases, for a reader or a machine; the JSON names are part of the interface. */
public final class VerificationReport {
    private VerificationReport() {}

    public static String text(List<Verification> verifications) {
        var text = new StringBuilder();
        for (var verification : failed(verifications)) {
            text.append("FAILED  ").append(verification.tested().name()).append('\n');
            verification
                    .mismatches()
                    .forEach(mismatch -> text.append("  ").append(mismatch).append('\n'));
            text.append('\n');
        }
        int failed = failed(verifications).size();
        return text.append(Count.cases(verifications.size()))
                .append(", ")
                .append(failed == 0 ? "all hold" : failed + " failed")
                .append(".\n")
                .toString();
    }

    public static String json(List<Verification> verifications) {
        return Json.object(json -> json.field("cases", verifications.size())
                .field("failed", failed(verifications).size())
                .objects(
                        "failures",
                        failed(verifications),
                        (each, verification) -> each.field(
                                        "case", verification.tested().name())
                                .objects(
                                        "mismatches",
                                        verification.mismatches(),
                                        (one, mismatch) -> one.field("what", mismatch.what())
                                                .field("expected", mismatch.expected())
                                                .field("actual", mismatch.actual()))));
    }

    private static List<Verification> failed(List<Verification> verifications) {
        return verifications.stream()
                .filter(verification -> !verification.holds())
                .toList();
    }
}
