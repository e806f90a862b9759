package io.proviso.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.charts.scale.Unit;
import io.proviso.replay.queue.PageRead;
import io.proviso.replay.queue.PageRead.Figure;
import io.proviso.replay.queue.PageRead.Table;
import io.proviso.replay.report.RandomStudies;
import io.proviso.replay.report.RandomStudies.Reported;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each finding of a report can be recomputed from the table beside it, whatever was found; each test says its seed. */
class FindingsFollowFromTheirTablesTest {
    private static final Unit TIME = Unit.seconds();
    private static final Unit GPUS = Unit.count("GPUs");
    private static final Unit SHARE = Unit.share();
    private static final Unit DOLLARS = Unit.money(Currency.getInstance("USD"));
    private static final String NAME = "(mine|theirs|nobodys)";

    private static final Pattern NEVER = Pattern.compile("(?!)");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyFindingFollowsFromTheTableBesideIt(long seed) {
        var reported = RandomStudies.of(seed);
        var page = PageRead.of(reported.page());
        for (var figure : page.figures()) {
            check(figure, page, reported);
        }
        lead(page);
        assertEquals(Set.of(), repeated(page.ids()), "ids name one place each");
    }

    private static void check(Figure figure, PageRead page, Reported reported) {
        var id = figure.id().replaceFirst("-(mine|theirs|nobodys)$", "");
        switch (id) {
            case "waits" -> waits(figure);
            case "wanted" -> wanted(figure);
            case "capacity" -> capacity(figure, page, reported);
            case "rounds" -> rounds(figure, page);
            case "unmet" -> unmet(figure);
            case "cost" -> cost(figure);
            case "shares" -> shares(figure);
            case "window" -> window(figure, page);
            case "acceptance-wait" -> accepted(figure, page, "mean wait", "95 % interval", "longer", "less");
            case "acceptance-cost" -> accepted(figure, page, "cost", "95 % interval #2", "more", "less");
            default -> throw new AssertionError("nobody checks " + figure.id());
        }
    }

    private static void waits(Figure figure) {
        var medians = new TreeMap<String, Double>();
        for (var row : figure.table().rows().keySet()) {
            if (figure.table().number(row, "values") > 0) {
                medians.put(row, figure.table().number(row, "median (s)"));
            }
        }
        double least = medians.values().stream().mapToDouble(each -> each).min().orElse(Double.NaN);
        double most = medians.values().stream().mapToDouble(each -> each).max().orElse(Double.NaN);
        var says = figure.finding();
        var apart = match(
                "Half of the jobs (?:start at once|wait (.+) or less) under " + NAME + ", and wait (.+) or more under "
                        + NAME,
                says);
        var alike = match("Half of the jobs wait about as long .+, (.+) to (.+) or less", says);
        if (medians.isEmpty()) {
            assertEquals("No job began, and so none has a wait", says);
        } else if (most == 0) {
            assertTrue(says.startsWith("At least half of the jobs start at once"), says);
        } else if (medians.size() == 1) {
            assertTrue(says.startsWith("Half of the jobs wait " + TIME.label(most) + " or less"), says);
        } else if (apart.hasMatch()) {
            assertTrue(most > least, says);
            assertEquals(least == 0 ? null : TIME.label(least), apart.group(1));
            assertEquals(least, medians.get(apart.group(2)));
            assertEquals(TIME.label(most), apart.group(3));
            assertEquals(most, medians.get(apart.group(4)));
        } else {
            assertTrue(alike.hasMatch() && most <= 1.05 * least, says);
            assertEquals(TIME.label(least) + TIME.label(most), alike.group(1) + alike.group(2));
        }
    }

    private static void wanted(Figure figure) {
        double most = 0;
        Set<String> where = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        var columns = figure.table().columns();
        for (var column : columns.subList(1, columns.size())) {
            var scenario = column.replaceFirst(" \\(GPUs\\)$", "");
            double gpus = figure.table().rows().keySet().stream()
                    .mapToDouble(day -> figure.table().number(day, column))
                    .filter(each -> !Double.isNaN(each))
                    .max()
                    .orElse(0);
            all.add(scenario);
            if (gpus > most) {
                where.clear();
            }
            if (gpus >= most) {
                where.add(scenario);
            }
            most = Math.max(most, gpus);
        }
        var told = match("GPUs wanted, running and waiting together, peak at (.+) under (.+)", figure.finding());
        if (most == 0) {
            assertEquals("No GPU is wanted", figure.finding());
        } else {
            assertTrue(told.hasMatch(), figure.finding());
            assertEquals(GPUS.label(most), told.group(1));
            var named = where.equals(all) && all.size() > 1 ? Set.of("every scenario") : where;
            assertTrue(new HashSet<>(List.of(told.group(2).split(", | and "))).containsAll(named), figure.finding());
        }
    }

    private static void capacity(Figure figure, PageRead page, Reported reported) {
        var scenario = figure.finding().substring(0, figure.finding().indexOf(':'));
        var table = page.table("with the demand above it");
        long start = whole(table, scenario, "at the start");
        long most = whole(table, scenario, "at most");
        long end = whole(table, scenario, "at the end");
        long reviews = whole(table, scenario, "reviews");
        long above = whole(table, scenario, "with the demand above it");
        var capacity = most == 0
                ? "there is no capacity"
                : most == start
                        ? "capacity stays at " + gpus(most)
                        : "capacity grows from " + GPUS.label((double) start) + " to " + gpus(most)
                                + (end == most ? "" : " and is " + GPUS.label((double) end) + " at the end");
        var demand = reviews == 1
                ? (above == 1 ? "the demand exceeds it" : "the demand does not exceed it") + " at the only review"
                : "the demand exceeds it at "
                        + (above == 0
                                ? "none of the " + reviews
                                : above == reviews ? "each of the " + reviews : above + " of " + reviews)
                        + " reviews";
        assertEquals(scenario + ": " + capacity + "; " + demand, figure.finding());
        assertEquals(
                aboveWhatIsHeld(reported, scenario), above, "demand against what is held, and not cut, at each review");
    }

    private static long aboveWhatIsHeld(Reported reported, String scenario) {
        var one = reported.comparison().compared().stream()
                .filter(each -> each.name().equals(scenario))
                .findFirst()
                .orElseThrow();
        var start = one.scenario().demand().start();
        var horizon = one.result().account().horizon();
        return one.result().demand().forecasts().stream()
                .filter(forecast -> forecast.gpus()
                        > one.scenario().market().reserved()
                                + one.result().account().holdings().stream()
                                        .filter(held -> !(held.from().equals(start)
                                                && held.to().equals(horizon)))
                                        .filter(held -> !held.from().isAfter(forecast.from())
                                                && held.to().isAfter(forecast.from()))
                                        .mapToLong(Holding::gpus)
                                        .sum())
                .count();
    }

    private static void rounds(Figure figure, PageRead page) {
        var told = match(
                "(.+): (.+) rounds?(?: with (.+) offers)?, (?:of )?which (?:(.+) )?(lapsed|did not lapse); the holder"
                        + " took (.+)",
                figure.finding());
        assertTrue(told.hasMatch(), figure.finding());
        var table = page.table(told.group(1));
        var scenario = told.group(1);
        var rounds = table.cell("requests that had to be offered to a holder", scenario);
        var offers = table.cell("offers made", scenario);
        var lapsed = table.cell("– lapsed", scenario);
        assertEquals(rounds, told.group(2));
        assertEquals(offers, told.group(3) == null ? rounds : told.group(3));
        var share = told.group(4) == null ? (told.group(5).equals("lapsed") ? "1" : "none") : told.group(4);
        assertEquals(lapsed, share.equals("all") ? offers : share);
        var taken = table.cell("GPUs that the holder took", scenario);
        assertEquals(taken.equals("none") ? "nothing" : gpus(Long.parseLong(taken)), told.group(6));
    }

    private static void unmet(Figure figure) {
        var says = figure.finding();
        for (var scenario : figure.table().rows().keySet()) {
            double wanted = figure.table().number(scenario, "wanted (GPU-hours)");
            double unmet = figure.table().number(scenario, "unmet (GPU-hours)");
            assertTrue(unmet <= wanted);
            var text = unmet == 0 ? "none" : SHARE.label(unmet / wanted);
            assertTrue(wanted == 0 ? isOfNothing(says, scenario) : isTold(says, text, scenario), says);
        }
    }

    private static void cost(Figure figure) {
        for (var scenario : figure.table().rows().keySet()) {
            double cost = figure.table().rows().get(scenario).entrySet().stream()
                    .filter(cell -> cell.getKey().endsWith("(USD)"))
                    .mapToDouble(cell -> Double.parseDouble(cell.getValue()))
                    .sum();
            var says = figure.finding();
            assertTrue(
                    cost == 0
                            ? isTold(says, "nothing", scenario) || says.startsWith("No capacity was paid for")
                            : isTold(says, DOLLARS.label(cost), scenario),
                    says);
        }
    }

    private static void shares(Figure figure) {
        for (var scenario : figure.table().rows().keySet()) {
            double share = figure.table().number(scenario, "share of azure (%)") / 100;
            var says = figure.finding();
            assertTrue(
                    Double.isNaN(share)
                            ? isOfNothing(says, scenario)
                            : isTold(says, share == 0 ? "none" : SHARE.label(share), scenario),
                    says);
        }
    }

    private static boolean isTold(String says, String text, String scenario) {
        return says.contains(text + " under every scenario")
                || Pattern.compile("(^|[ :])" + Pattern.quote(text) + " under " + scenario + "\\b")
                        .matcher(says)
                        .find();
    }

    private static boolean isOfNothing(String says, String scenario) {
        return says.startsWith("No GPU-hour was wanted")
                || says.startsWith("There was no capacity")
                || says.matches(".*; (there was none|none was wanted) under .*\\b" + scenario + "\\b.*");
    }

    private static void window(Figure figure, PageRead page) {
        var table = page.table("longer than with the first");
        var last = List.copyOf(table.rows().keySet()).getLast();
        var longer = table.cell(last, "longer than with the first");
        var interval = table.cell(last, "95 % interval #2");
        var says = figure.finding();
        var distinct =
                match(".* makes the mean job wait (.+) (longer|less) than one of .* interval (.+) to (.+)\\)", says);
        if (table.rows().size() == 1) {
            assertTrue(
                    (says.contains(", only a response window of ") && says.contains(table.cell(last, "mean wait")))
                            || says.endsWith("no job began"),
                    says);
        } else if (distinct.hasMatch()) {
            assertEquals(longer, (distinct.group(2).equals("less") ? "-" : "") + distinct.group(1));
            assertEquals(
                    Set.copyOf(List.of(interval.replace("-", "").split(" to "))),
                    Set.copyOf(List.of(distinct.group(3), distinct.group(4))),
                    says);
        } else if (longer.equals("none")) {
            assertTrue(says.contains("nothing can be told"), says);
        } else if (says.contains("waits as long")) {
            assertEquals("0 h", longer, says);
        } else {
            assertTrue(says.contains("cannot tell") && says.contains("(" + table.cell(last, "mean wait") + ")"), says);
            assertTrue(interval.equals("one seed") || interval.startsWith("-") || interval.startsWith("0 "), says);
        }
    }

    private static void accepted(
            Figure figure, PageRead page, String column, String interval, String more, String less) {
        var says = figure.finding();
        var first = List.copyOf(figure.table().rows().keySet()).getFirst();
        if (figure.table().rows().size() == 1) {
            assertTrue(says.contains("only a response window of " + first + " was tried"), says);
            return;
        }
        var last = List.copyOf(figure.table().rows().keySet()).getLast();
        var table = page.table(last + " less " + first);
        var row = List.copyOf(table.rows().keySet());
        for (var share : List.of(row.getFirst(), row.getLast())) {
            var difference = table.cell(share, column);
            var span = table.cell(share, interval);
            var where = " where the holder would accept " + share.substring("would accept ".length());
            boolean told = says.contains(
                    difference.startsWith("-")
                            ? difference.substring(1) + " " + less + where
                            : difference + " " + more + where);
            boolean same = says.contains(" tell," + where) || says.contains(" tells," + where);
            boolean none = Pattern.compile("the same, in (each of \\d seeds|the one seed)," + where)
                    .matcher(says)
                    .find();
            boolean unknown = says.contains("no job having begun," + where);
            assertTrue(
                    told || same || (none && difference.matches("0 h|\\$0")) || (unknown && span.equals("none")), says);
            assertTrue(!told || !span.equals("one seed"), says);
        }
    }

    /** The first sentence tells the first columns of the figures. */
    private static void lead(PageRead page) {
        var table = page.table("committed");
        var says = page.leads().getFirst();
        var mean = table.columns().get(1);
        for (var scenario : table.rows().keySet()) {
            var wait = table.cell(scenario, mean);
            var interval = table.cell(scenario, "95 % interval");
            var text = wait + (interval.contains(" to ") ? " (" + interval : "");
            boolean told = says.contains(text + ")")
                    || says.contains(text + ",")
                    || says.contains(text + " (in the one seed in which any began) under " + scenario)
                    || says.contains(text + " under " + scenario)
                    || says.contains(text + " under every scenario");
            boolean unknown = says.startsWith("No job began")
                    || says.matches(".*; no job began under .*\\b" + scenario + "\\b.*");
            assertTrue(wait.equals("none") ? unknown : told, says + " " + table);
        }
    }

    @Test
    void theSeedsShowTheEdges() {
        var all = new StringBuilder();
        seeds().forEach(seed -> {
            var page = PageRead.of(RandomStudies.of(seed).page());
            page.leads().forEach(lead -> all.append(lead).append('\n'));
            page.figures().forEach(figure -> all.append(figure.finding()).append('\n'));
        });
        for (var form : List.of(
                "The only job waits",
                "The only job that began waited",
                "The mean job waits",
                "No job began",
                "no job began under",
                "Never began, and in no mean: the only job",
                "Never began, and in no mean: all ",
                "All jobs were submitted at one instant",
                "At least half of the jobs start at once",
                "Half of the jobs start at once under",
                "No GPU is wanted",
                "peak at",
                "under every scenario",
                "there is no capacity",
                "capacity stays at 1 GPU;",
                "capacity grows from 0 to ",
                "at the end; the demand",
                "does not exceed it at the only review",
                "at none of the ",
                "at each of the ",
                "1 round, which lapsed",
                "of which all lapsed",
                "the holder took nothing",
                "none was wanted under",
                "No GPU-hour was wanted",
                "No capacity was paid for",
                "There was no capacity to share",
                "was tried: ",
                "waits as long with",
                "cannot tell",
                "was tried, and it compares with none")) {
            assertTrue(all.indexOf(form) >= 0, "no seed shows: " + form);
        }
    }

    private static long whole(Table table, String row, String column) {
        return Long.parseLong(table.cell(row, column).replace(",", ""));
    }

    private static String gpus(long gpus) {
        return GPUS.label((double) gpus) + (gpus == 1 ? " GPU" : " GPUs");
    }

    private static Matcher match(String form, String text) {
        var matcher = Pattern.compile(form).matcher(text);
        return matcher.matches() ? matcher : NEVER.matcher("");
    }

    private static Set<String> repeated(List<String> ids) {
        var seen = new HashSet<String>();
        var again = new HashSet<String>();
        ids.forEach(id -> {
            if (!seen.add(id)) {
                again.add(id);
            }
        });
        return again;
    }
}
