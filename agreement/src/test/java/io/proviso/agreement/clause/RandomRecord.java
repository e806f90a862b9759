package io.proviso.agreement.clause;

import static io.proviso.agreement.rules.RandomPortfolio.date;
import static io.proviso.agreement.ruling.Fixture.any;
import static io.proviso.agreement.ruling.Fixture.is;

import io.proviso.agreement.rules.RandomPortfolio;
import io.proviso.agreement.ruling.Fixture;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Writes what a random portfolio has beside its agreements: facts on record, and the closed days that its calendar lists. */
public final class RandomRecord {
    private static final int DAYS_OF_A_YEAR = 365;

    private final Random random;
    private final RandomTerms terms;

    public RandomRecord(Random random, RandomTerms terms) {
        this.random = random;
        this.terms = terms;
    }

    public void addTo(Fixture fixture) {
        int facts = random.nextInt(3);
        int month = 0;
        for (int i = 0; i < facts; i++) {
            month = i > 0 && terms.chance(20) ? month : random.nextInt(12);
            var scope = scope();
            int late = terms.chance(70) ? 0 : random.nextInt(4);
            fixture.attested(
                    "agi",
                    terms.one(List.of("declared", "verified", "rejected")),
                    date(month),
                    date(month + late),
                    scope);
        }
        if (terms.chance(30)) {
            fixture.attested("azure-can-support", terms.one(List.of("yes", "no")), date(random.nextInt(12)), scope());
        }
        close(fixture);
    }

    /** Closed days of no year, of one or of two, perhaps of a year that is over: notices run beyond them. */
    private void close(Fixture fixture) {
        int years = random.nextInt(3);
        var first = RandomPortfolio.START.minusYears(years == 1 && terms.chance(90) ? 1 : 0);
        var days = new TreeSet<Integer>();
        for (int i = 0; i < 4 * years; i++) {
            days.add(random.nextInt(DAYS_OF_A_YEAR * years));
        }
        for (int day : days) {
            fixture.closed(first.plusDays(day).toString(), date(random.nextInt(12)));
        }
    }

    private Condition scope() {
        return switch (random.nextInt(4)) {
            case 0 -> is("provider", terms.one(RandomTerms.PROVIDERS));
            case 1 -> Fixture.between("gpus", 100, 100L * (2 + random.nextInt(3)));
            default -> any();
        };
    }
}
