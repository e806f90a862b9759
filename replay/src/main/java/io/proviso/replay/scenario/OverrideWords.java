package io.proviso.replay.scenario;

import io.proviso.agreement.clause.Preemption.Floor;
import io.proviso.agreement.clause.Preemption.Matching;
import io.proviso.agreement.clause.Preemption.Tail;
import io.proviso.agreement.clause.Preemption.Tolerance;
import io.proviso.units.EnumWord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An override in the words of a scenario file. */
final class OverrideWords {
    private final List<String> parameters = new ArrayList<>();

    private OverrideWords() {}

    static String of(ClauseOverride override) {
        var answer = override.answer();
        var beyond = override.beyond();
        var words = new OverrideWords();
        words.add("window", answer.window());
        words.add("on-lapse", word(answer.onLapse()));
        words.add("partial", word(answer.partial()));
        words.add("below-gang", word(answer.belowGang()));
        words.add("kind", word(beyond.kind()));
        words.add("trigger", word(beyond.trigger()));
        words.add("matching", beyond.matching() == null ? null : of(beyond.matching()));
        words.add("tail", beyond.tail() == null ? null : of(beyond.tail()));
        words.add("re-offer-window", beyond.reofferWindow());
        return words.braces();
    }

    private static String of(Matching matching) {
        var words = new OverrideWords();
        words.add("standard", word(matching.standard()));
        words.add("tolerance", percent(matching.tolerance()));
        words.add("non-cash", word(matching.nonCash()));
        return words.braces();
    }

    private static String of(Tail tail) {
        var words = new OverrideWords();
        words.add("for", tail.length());
        words.add("from", word(tail.from()));
        words.add("no-more-favourable", of(tail.floor()));
        return words.braces();
    }

    private static @Nullable String of(Floor floor) {
        var words = new OverrideWords();
        words.add("price", of(floor.price()));
        words.add("quantity", of(floor.quantity()));
        words.add("start", of(floor.start()));
        words.add("term", of(floor.term()));
        words.add("counterparty", floor.counterparty() ? "yes" : null);
        return words.parameters.isEmpty() ? null : words.braces();
    }

    private static @Nullable String of(@Nullable Tolerance tolerance) {
        return tolerance == null
                ? null
                : "{" + (tolerance.reopens() ? "reopens-at: " : "within: ") + percent(tolerance.share())
                        + ", direction: " + word(tolerance.direction()) + "}";
    }

    private static @Nullable String of(@Nullable Duration slip) {
        if (slip == null) {
            return null;
        }
        boolean whole = slip.equals(Duration.ofDays(slip.toDays()));
        return whole ? slip.toDays() + " days" : slip.toHours() + " hours";
    }

    private void add(String name, @Nullable Object value) {
        if (value != null) {
            parameters.add(name + ": " + value);
        }
    }

    private String braces() {
        return "{" + String.join(", ", parameters) + "}";
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : EnumWord.of(constant);
    }
}
