package io.proviso.agreement.rounds;

import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Round;
import io.proviso.agreement.Round.Happening;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.rounds.RoundCourse.Answer;
import io.proviso.agreement.rounds.RoundCourse.How;
import io.proviso.agreement.rounds.RoundCourse.State;
import io.proviso.calendar.Deadline;
import io.proviso.calendar.DeadlineRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One pass over what happened in a round: each step in its turn, and silence where a deadline passes before the next. */
final class RoundWalk {
    /** A later deadline, which stands still with the clock from when it was agreed on. */
    private record Extension(Instant agreed, Instant until) {
        Instant later(List<DeadlineRule.Standstill> standstills) {
            var later = until;
            for (var still : standstills) {
                later = later.plus(still.after(agreed));
            }
            return later;
        }
    }

    private final RoundCourse course;
    private final Round round;
    private final FirstRefusal terms;
    private final DeadlineRule rule;
    private final NavigableMap<Instant, State> states = new TreeMap<>();
    private final List<Round.Step> late = new ArrayList<>();
    private final List<Round.Step> signed = new ArrayList<>();
    private int stage;
    private boolean countedAnew;
    private @Nullable Instant from;
    private @Nullable Instant fromBefore;
    private @Nullable Extension extension;
    private @Nullable Instant stoppedAt;
    private @Nullable String stoppedBy;
    private final List<DeadlineRule.Standstill> standstills = new ArrayList<>();

    RoundWalk(RoundCourse course) {
        this.course = course;
        this.round = course.round();
        this.terms = course.terms();
        this.rule = course.rule();
    }

    NavigableMap<Instant, State> states() {
        return states;
    }

    List<Round.Step> late() {
        return late;
    }

    List<Round.Step> signed() {
        return signed;
    }

    void through() {
        var notice = round.notice();
        states.put(notice.sent(), new State.Sent(notice.missing()));
        var starts = switch (terms.answering().from()) {
            case RECEIPT -> notice.starts();
            case GIVING -> notice.missing().isEmpty() ? notice.sent() : null;
        };
        if (starts != null) {
            open(starts);
        }
        for (var step : round.steps()) {
            lapseBefore(step.at());
            take(step);
        }
        lapseBefore(Instant.MAX);
    }

    private void take(Round.Step step) {
        switch (step.what()) {
            case Happening.Signed _ -> signed.add(step);
            case Happening.Received(List<String> missing) -> received(step.at(), missing);
            case Happening.Answer answer when !isOpen() -> heal(step, answer);
            case Happening.Answer answer -> answer(step.at(), answer);
            case Happening.Withdrawn() -> {
                if (!(states.lastEntry().getValue() instanceof State.Ended)) {
                    states.put(step.at(), new State.Withdrawn());
                }
            }
            case Happening.ExtendedTo(Instant deadline) -> {
                extension = new Extension(step.at(), deadline);
                goOn(step.at());
            }
            case Happening.Tolled(String event) -> {
                stoppedAt = step.at();
                stoppedBy = event;
                goOn(step.at());
            }
            case Happening.Resumed _ -> {
                if (stoppedAt != null) {
                    standstills.add(new DeadlineRule.Standstill(stoppedAt, step.at()));
                    stoppedAt = null;
                    stoppedBy = null;
                    goOn(step.at());
                }
            }
        }
    }

    /** Who answers a notice that was not whole has it from then on; who answers after the end changes nothing. */
    private void heal(Round.Step step, Happening.Answer answer) {
        if (states.lastEntry().getValue() instanceof State.Sent) {
            open(step.at());
            answer(step.at(), answer);
        } else {
            late.add(step);
        }
    }

    private void received(Instant at, List<String> missing) {
        if (states.lastEntry().getValue() instanceof State.Sent) {
            if (missing.isEmpty()) {
                open(at);
            } else {
                states.put(at, new State.Sent(missing));
            }
        }
    }

    private void open(Instant receipt) {
        from = receipt;
        goOn(receipt);
    }

    private void goOn(Instant at) {
        if (from != null && (at.equals(from) || isOpen())) {
            states.put(at, new State.Open(stage, from, deadline(from), stoppedBy));
        }
    }

    private boolean isOpen() {
        return states.lastEntry().getValue() instanceof State.Open;
    }

    /** A counter that extends the window takes nothing of it away, nor does time that both agreed on. */
    private @Nullable Deadline deadline(Instant counted) {
        var length = course.window(stage);
        var agreed = extension == null ? null : extension.later(standstills);
        if (stoppedAt != null) {
            return null;
        }
        if (length == null) {
            return agreed == null
                    ? null
                    : new Deadline(counted.atZone(rule.zone()).toLocalDate(), agreed.atZone(rule.zone()));
        }
        var anew = rule.deadline(counted, length, standstills);
        var before = fromBefore == null ? anew : rule.deadline(fromBefore, length, standstills);
        var deadline = anew.utc().isBefore(before.utc()) ? before : anew;
        return agreed == null || agreed.isBefore(deadline.utc())
                ? deadline
                : new Deadline(deadline.deemedReceived(), agreed.atZone(rule.zone()), deadline.unlisted());
    }

    /** Ends it by silence if its deadline passes before that instant. */
    private void lapseBefore(Instant next) {
        if (states.lastEntry().getValue() instanceof State.Open open && open.deadline() != null) {
            var passed = open.deadline().utc().plusSeconds(1);
            if (!passed.isAfter(next)) {
                var deadline = open.deadline().utc();
                states.put(passed, course.ended(course.silence(), deadline, deadline));
            }
        }
    }

    private void answer(Instant at, Happening.Answer answer) {
        switch (answer) {
            case Happening.Accepted(Long quantity)
            when PutQuantity.isCounter(terms, round, quantity) -> countered(at, How.TOOK_ANOTHER_PART);
            case Happening.Accepted _ when terms.answering().opensTalks(stage) -> nextStage(at);
            case Happening.Accepted(Long quantity) -> end(at, taken(quantity));
            case Happening.Declined() -> end(at, new Answer.Leaves(How.DECLINED));
            case Happening.Waived() -> end(at, new Answer.Leaves(How.WAIVED));
            case Happening.Countered() -> countered(at, How.COUNTERED);
        }
    }

    private void countered(Instant at, How how) {
        switch (terms.counter(stage)) {
            case DECLINES -> end(at, new Answer.Leaves(how));
            case EXTENDS -> {
                if (countedAnew) {
                    end(at, new Answer.Leaves(how));
                } else {
                    countedAnew = true;
                    fromBefore = from;
                    open(at);
                }
            }
            case NEGOTIATES -> {
                if (stage < course.lastStage()) {
                    nextStage(at);
                }
            }
        }
    }

    private void nextStage(Instant at) {
        stage++;
        extension = null;
        open(at);
    }

    private Answer taken(@Nullable Long quantity) {
        var put = PutQuantity.of(round);
        if (quantity == null || put == null || quantity.equals(put)) {
            return new Answer.Takes(quantity, false);
        }
        var gang = round.number(PutQuantity.GANG);
        boolean tooSmall = gang != null
                && terms.belowGang() == FirstRefusal.BelowGang.DECLINES_ALL
                && (quantity < gang || put - quantity < gang);
        return tooSmall ? new Answer.Leaves(How.TOOK_TOO_SMALL_A_PART) : new Answer.Takes(quantity, false);
    }

    private void end(Instant at, Answer answer) {
        var open = (State.Open) states.lastEntry().getValue();
        var deadline = open.deadline();
        states.put(at, course.ended(answer, at, deadline == null ? at : deadline.utc()));
    }
}
