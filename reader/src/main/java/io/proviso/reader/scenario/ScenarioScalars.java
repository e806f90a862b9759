package io.proviso.reader.scenario;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.portfolio.Portfolio;
import io.proviso.reader.portfolio.Amounts;
import io.proviso.reader.yaml.Forms;
import io.proviso.reader.yaml.Length;
import io.proviso.reader.yaml.Node;
import io.proviso.reader.yaml.Node.Sort;
import io.proviso.reader.yaml.Node.Text;
import io.proviso.reader.yaml.Place;
import io.proviso.reader.yaml.Problems;
import io.proviso.reader.yaml.Scalars;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single values that only scenarios have: times, factors, and words of the portfolio's vocabulary. */
record ScenarioScalars(Problems problems, Portfolio portfolio) {
    private static final BigDecimal LARGEST_FACTOR = new BigDecimal("999999.999999");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    /** An elapsed time that is not none; a day is 24 hours. */
    @Nullable
    Duration time(Node node) {
        return time(node, Forms.TIME);
    }

    /** The same, or none. */
    @Nullable
    Duration timeOrNone(Node node) {
        return time(node, Forms.TIME_OR_NONE);
    }

    private @Nullable Duration time(Node node, Pattern form) {
        String advice = "Write a whole number of minutes, hours or days, as in 7 days.";
        Matcher time = new Scalars(problems).matched(node, form, "a time", advice);
        if (time == null) {
            return null;
        }
        Length length = Length.of(time.group());
        return switch (length.unit()) {
            case 'm' -> Duration.ofMinutes(length.number());
            case 'h' -> Duration.ofHours(length.number());
            default -> Duration.ofDays(length.number());
        };
    }

    @Nullable
    Double factor(Node node) {
        String advice = "Write a number, as in 1.5.";
        BigDecimal factor = new Scalars(problems).number(node, "a factor", advice);
        if (!(node instanceof Text(String text, Sort _, Place place)) || factor == null) {
            return null;
        }
        if (factor.signum() <= 0 || factor.compareTo(LARGEST_FACTOR) > 0) {
            problems.add(place, text + " is out of range", "Write more than 0 and less than a million.");
            return null;
        }
        if (!DECIMAL.matcher(text).matches()) {
            problems.addOfSense(place, text + " is a number in a notation that is not used here", advice);
            return null;
        }
        return factor.doubleValue();
    }

    @Nullable
    Double share(Node node) {
        var share = new Amounts(problems).share(node);
        return share == null ? null : share.doubleValue();
    }

    @Nullable
    Double shareBelowAll(Node node) {
        var share = new Amounts(problems).shareBelowAll(node);
        return share == null ? null : share.doubleValue();
    }

    /** The values that a word of a facet stands for; empty, with a problem added, if it is none. */
    List<String> values(String facet, String word, Place place) {
        if (!(portfolio.vocabulary().facets().get(facet) instanceof Facet.Choice choice)) {
            return List.of(word);
        }
        List<String> values = choice.expand(word);
        if (values.isEmpty()) {
            List<String> known = Stream.concat(choice.values().stream(), choice.groups().keySet().stream())
                    .toList();
            problems.addOfSense(
                    place,
                    "the portfolio's vocabulary has no " + facet + " " + Problems.quoted(word),
                    Nearest.advice(word, known));
        }
        return values;
    }
}
