package io.proviso.agreement;

import io.proviso.agreement.Standing.Says;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks up what each right says to a question: by what the question supposes, else by the rounds on record. */
final class RightsBefore {
    private final Portfolio portfolio;
    private final RoundsOnRecord rounds;
    private final KnownPortfolio known;
    private final Instant recorded;

    /** @param recorded the last instant before known-at at which anything but a round came on record */
    RightsBefore(Portfolio portfolio, RoundsOnRecord rounds, KnownPortfolio known, Instant recorded) {
        this.portfolio = portfolio;
        this.rounds = rounds;
        this.known = known;
        this.recorded = recorded;
    }

    Standings standings(CompiledAct act, Question question, List<BitSet> candidates, Instant asOf, Instant knownAt) {
        var asked = new Box(new ArrayList<>(candidates));
        var binding = new Binding(portfolio, question, asOf, knownAt);
        var asking = new RightBefore.Asking(
                act.domain(),
                candidates,
                binding,
                asOf,
                knownAt,
                portfolio.vocabulary().desk().find(DeskWords.Of.SUPPLIER));
        var found = new ArrayList<Standings.Of>();
        var fact = portfolio.vocabulary().refusal();
        Instant next = null;
        for (var right : act.rightNorms()) {
            var boxes = right.boxes().stream().filter(asked::meets).toList();
            if (boxes.isEmpty()) {
                continue;
            }
            var name = right.version().id();
            var supposed = fact == null ? null : question.supposed(fact.name(), name);
            Standing standing;
            if (supposed != null) {
                standing = Standing.always(supposed(supposed, right.terms()));
            } else {
                var before = new RightBefore(
                        asking,
                        name,
                        right.terms(),
                        boxes,
                        courses(right, question, asking),
                        sums(asking),
                        right.isOver() ? at -> known.at(at).find(name) == null : null);
                standing = before.standing();
                next = earlier(next, before.next());
            }
            found.add(
                    new Standings.Of(right.version(), right.reading(), standing, right.conditions(), right.forbids()));
        }
        return new Standings(found, next);
    }

    /** How a round stood then; null if it was not on record, or not begun. */
    @Nullable
    RoundCited told(Round round, Instant asOf, Instant knownAt) {
        var received = round.notice().received() == null
                ? round.notice().sent()
                : round.notice().received();
        var version = known.at(received).find(round.right());
        var terms = version == null ? null : firstRefusal(version);
        if (version == null || terms == null) {
            return null;
        }
        var course = course(round, terms.reading(), terms.body(), version, knownAt);
        return course == null ? null : RoundsCited.alone(course, asOf, knownAt);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Exactly what is asked was answered so; the tail of a refusal begins at as-of. */
    private static Says supposed(Refusal answer, FirstRefusal terms) {
        var taken = new Says.Taken(null, null);
        var free = Says.Free.OF_NOTHING;
        return switch (answer) {
            case NONE -> new Says.NotOffered(null);
            case OPEN -> new Says.Waits(null, null);
            case DECLINED, WAIVED -> free;
            case LAPSED -> terms.onLapse() == FirstRefusal.OnLapse.ACCEPT ? taken : free;
            case ACCEPTED -> taken;
        };
    }

    /** Of a request in particular, its own rounds and those of others that have freed the customer. */
    private List<RoundCourse> courses(CompiledAct.RightNorms right, Question question, RightBefore.Asking asking) {
        return rounds.of(right.version().id()).stream()
                .map(round -> course(round, right.reading().name(), right.terms(), right.version(), asking.knownAt()))
                .flatMap(Stream::ofNullable)
                .filter(course -> reaches(course, question, asking.asOf()))
                .toList();
    }

    private static boolean reaches(RoundCourse course, Question question, Instant asOf) {
        return question.request() == null
                || question.request().equals(course.round().request())
                || course.at(asOf)
                        instanceof RoundCourse.State.Ended(RoundCourse.Answer.Leaves _, Instant _, Instant _);
    }

    /** By the clause as it stood when the holder had the notice. */
    private @Nullable RoundCourse course(
            Round round, String reading, FirstRefusal terms, ClauseVersion version, Instant knownAt) {
        return rounds.course(round, knownAt, reading, recorded, known -> {
            var received = known.notice().received() == null
                    ? known.notice().sent()
                    : known.notice().received();
            var then = this.known.at(received).find(version.id());
            var governing = then == null ? version : then;
            var governingTerms = governing.live().stream()
                    .filter(one -> one.name().equals(reading))
                    .map(Reading::body)
                    .filter(FirstRefusal.class::isInstance)
                    .map(FirstRefusal.class::cast)
                    .findFirst()
                    .orElse(terms);
            var answering = governingTerms.answering();
            return new RoundCourse(
                    known,
                    governingTerms,
                    portfolio.deadlines(governing.agreement(), answering.calendar(), answering.cutoff(), recorded),
                    answering.window().asKnown(recorded));
        });
    }

    /** Of the rounds of one request together, each by the terms of its own right. */
    private RightBefore.RequestSum sums(RightBefore.Asking asking) {
        return new RightBefore.RequestSum() {
            @Override
            public long acceptedByOthers(Round round) {
                return rounds.withIn(round).stream()
                        .filter(other -> !other.id().equals(round.id()))
                        .map(other -> other.asKnown(asking.knownAt()))
                        .flatMap(Stream::ofNullable)
                        .mapToLong(other -> taken(other, asking))
                        .sum();
            }

            @Override
            public long signedWithOthers(Round round) {
                var seen = new HashSet<Round.Step>();
                return rounds.withIn(round).stream()
                        .map(other -> other.asKnown(asking.knownAt()))
                        .flatMap(Stream::ofNullable)
                        .flatMap(other -> other.steps().stream()
                                .filter(step -> !step.at().isAfter(asking.asOf()))
                                .filter(step -> isWithAnother(step, other))
                                .filter(seen::add))
                        .mapToLong(step -> quantity(step, round))
                        .sum();
            }
        };
    }

    private long taken(Round round, RightBefore.Asking asking) {
        var standing = known.at(asking.asOf()).find(round.right());
        var terms = standing == null ? null : firstRefusal(standing);
        if (standing == null || terms == null) {
            return 0;
        }
        var course = course(round, terms.reading(), terms.body(), standing, asking.knownAt());
        return course != null
                        && course.at(asking.asOf())
                                instanceof RoundCourse.State.Ended(RoundCourse.Answer.Takes takes, Instant _, Instant _)
                ? Objects.requireNonNullElse(takes.quantity(), Objects.requireNonNullElse(PutQuantity.of(round), 0L))
                : 0;
    }

    private record Terms(String reading, FirstRefusal body) {}

    private static @Nullable Terms firstRefusal(ClauseVersion version) {
        for (var reading : version.live()) {
            if (reading.body() instanceof FirstRefusal terms) {
                return new Terms(reading.name(), terms);
            }
        }
        return null;
    }

    private boolean isWithAnother(Round.Step step, Round round) {
        if (!(step.what() instanceof Round.Happening.Signed(Long _, String with))) {
            return false;
        }
        var version = known.at(step.at()).find(round.right());
        var terms = version == null ? null : firstRefusal(version);
        return terms == null || !terms.body().holder().name().equals(with);
    }

    private static long quantity(Round.Step step, Round round) {
        return step.what() instanceof Round.Happening.Signed(Long quantity, String _) && quantity != null
                ? quantity
                : Objects.requireNonNullElse(PutQuantity.of(round), 0L);
    }
}
