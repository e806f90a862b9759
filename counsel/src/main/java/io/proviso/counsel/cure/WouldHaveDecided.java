package io.proviso.counsel.cure;

import io.proviso.agreement.Silence;
import io.proviso.agreement.norms.WhyMissed;
import io.proviso.agreement.ruling.MissedText;
import io.proviso.agreement.ruling.Ruling;
import io.proviso.counsel.english.Lines;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clauses that would decide where none does, had a milestone not ended them or an answer not set them aside. */
public final class WouldHaveDecided {
    private WouldHaveDecided() {}

    /** The first of them and why it does not, without a full stop; the others are counted. Null if there is none. */
    public static @Nullable String words(Ruling ruling) {
        var clauses = of(ruling);
        if (clauses.isEmpty()) {
            return null;
        }
        int others = clauses.size() - 1;
        return sentence(clauses.getFirst(), new MissedText(ruling.telling().zone()))
                + (others == 0 ? "" : ", and " + Lines.count(others, "clause", "clauses") + " more do not apply");
    }

    /** Of the agreements whose silence decides; what came to its end before what was set aside. */
    private static List<Ruling.Missed> of(Ruling ruling) {
        if (!ruling.deciding().isEmpty()) {
            return List.of();
        }
        boolean forbids = ruling.silent().stream().anyMatch(silent -> silent.rule() == Silence.FORBIDDEN);
        var missed = ruling.silent().stream()
                .filter(silent -> (silent.rule() == Silence.FORBIDDEN) == forbids)
                .flatMap(silent -> silent.missed().stream())
                .toList();
        return Stream.concat(
                        missed.stream().filter(each -> each.because().isEnd()),
                        missed.stream().filter(each -> each.because().byFactAlone()))
                .distinct()
                .toList();
    }

    private static String sentence(Ruling.Missed missed, MissedText text) {
        return missed.because() instanceof WhyMissed.Differs differs
                ? missed.clause() + " does not apply, as " + differs.facet() + " is "
                        + differs.is().words()
                : text.sentence(missed.clause().toString(), missed.because());
    }
}
