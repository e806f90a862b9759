package io.proviso.reader;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Portfolio;
import io.proviso.reader.Node.Text;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single values that only scenarios have: times, factors, and words of the portfolio's vocabulary. */
record ScenarioScalars(Problems problems, Portfolio portfolio) {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,5}) +(minute|hour|day)s?");
    private static final Pattern FACTOR = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    /** An elapsed time; a day is 24 hours. */
    @Nullable
    Duration time(Node node) {
        Matcher time = matched(node, TIME, "a time", "Write a whole number of minutes, hours or days, as in 7 days.");
        if (time == null) {
            return null;
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    @Nullable
    Double factor(Node node) {
        Matcher factor = matched(node, FACTOR, "a factor", "Write a number, as in 1.5.");
        return factor == null ? null : Double.valueOf(factor.group());
    }

    @Nullable
    Double share(Node node) {
        var share = new Scalars(problems).share(node);
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
            problems.add(
                    place,
                    "the portfolio's vocabulary has no " + facet + " " + Problems.quoted(word),
                    Nearest.advice(word, known));
        }
        return values;
    }

    private @Nullable Matcher matched(Node node, Pattern pattern, String what, String advice) {
        if (!(node instanceof Text(String text, Place place))) {
            problems.add(node.place(), "a single value is expected here, not " + node.kind(), advice);
            return null;
        }
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            problems.add(place, Problems.quoted(text) + " is not " + what, advice);
            return null;
        }
        return matcher;
    }
}
