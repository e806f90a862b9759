package io.proviso.counsel.render;

import static io.proviso.counsel.Deals.addsUntil;
import static io.proviso.counsel.Deals.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.proviso.agreement.Change;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Disclosure;
import io.proviso.agreement.clause.End;
import io.proviso.counsel.Deals;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.compare.ClauseChange;
import io.proviso.counsel.compare.PortfolioDiff;
import io.proviso.counsel.due.Obligations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** A clause is in force at an instant for all that tell of it, or for none: random agreements on random days. */
class OneNotionOfInForceTest {
    private static final String BEFORE_ALL = "2024-06-01";

    @RepeatedTest(40)
    void whatIsInForceIsTheSameForPageTimelineComparisonAndObligations(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var deals = deals(random);
        for (int i = 0; i < 6; i++) {
            var date =
                    LocalDate.parse("2025-01-01").plusDays(random.nextInt(500)).toString();
            var at = deals.at(date);
            var inForce = inForce(at);
            assertEquals(inForce, onThePage(at), "the page on " + date);
            assertEquals(inForce, onTheTimeline(at), "the timeline on " + date);
            assertEquals(inForce, come(deals.at(BEFORE_ALL), at), "the comparison on " + date);
            var owed = Obligations.until(at, at.asOf().plusSeconds(1)).exposures().stream()
                    .map(each -> each.clause().clause())
                    .collect(Collectors.toCollection(TreeSet::new));
            var promises = inForce.stream()
                    .filter(name -> name.startsWith("buy"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(promises, owed, "the obligations on " + date);
        }
    }

    private static Set<String> inForce(Standpoint at) {
        return at.agreements().stream()
                .flatMap(each -> each.clauses().stream())
                .map(version -> version.id().clause())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> onThePage(Standpoint at) {
        return Rendering.inForce(at, null, Disclosure.INTERNAL).sections().stream()
                .flatMap(section -> section.rows().stream())
                .map(row -> row.heading().split("[, ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A bar that holds the instant; past the last change the picture ends, and its last bars go on. */
    private static Set<String> onTheTimeline(Standpoint at) {
        var picture = ClauseTimeline.of(at, at.portfolio().agreements().getFirst(), Disclosure.INTERNAL);
        assertNotNull(picture);
        var last = picture.span().end();
        var instant = at.asOf().isBefore(last) ? at.asOf() : last.minusSeconds(1);
        return picture.rows().stream()
                .filter(row -> row.bars().stream()
                        .anyMatch(bar -> !instant.isBefore(bar.start()) && instant.isBefore(bar.end())))
                .map(row -> row.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> come(Standpoint before, Standpoint at) {
        var changes = PortfolioDiff.of(before, at).clauses();
        assertTrue(changes.stream().allMatch(change -> change.kind() == ClauseChange.Kind.ADDED));
        return changes.stream()
                .map(change -> change.version().id().clause())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Deals deals(Random random) {
        var deals = new Deals().agreement("lease", "lab", "northern:north");
        var standing = new ArrayList<String>();
        int number = 0;
        for (int month = 1; month <= 6; month++) {
            var changes = new ArrayList<Change>();
            if (!standing.isEmpty() && random.nextBoolean()) {
                changes.add(new Change.Ends(standing.remove(random.nextInt(standing.size())), List.of()));
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                var name = (random.nextInt(3) == 0 ? "buy-" : "rule-") + number++;
                var body = body(random, name);
                if (random.nextInt(3) == 0) {
                    var ends = LocalDate.of(2025, month, 1).plusDays(20 + random.nextInt(300));
                    changes.add(addsUntil(name, new End.At(day(ends.toString())), body));
                } else {
                    standing.add(name);
                    changes.add(Deals.adds(name, body));
                }
            }
            deals.paper("paper-" + month, "2025-0" + month + "-01", changes.toArray(Change[]::new));
        }
        return deals;
    }

    private static ClauseBody body(Random random, String name) {
        if (name.startsWith("buy")) {
            return Deals.commitment("lab", "northern");
        }
        var where = random.nextBoolean()
                ? Condition.ALWAYS
                : Deals.is("provider", List.of("north", "south").get(random.nextInt(2)));
        return random.nextBoolean() ? Deals.permits("host", where) : Deals.forbids("northern", "host", where);
    }
}
