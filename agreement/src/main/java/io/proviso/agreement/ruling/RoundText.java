package io.proviso.agreement.ruling;

import io.proviso.agreement.PutQuantity;
import io.proviso.agreement.Refusal;
import io.proviso.agreement.Round;
import io.proviso.agreement.clause.Preemption;
import io.proviso.agreement.rounds.LeftToOthers;
import io.proviso.agreement.rounds.RoundCited;
import io.proviso.agreement.rounds.RoundCited.Came;
import io.proviso.agreement.rounds.RoundCited.Remark;
import io.proviso.agreement.rounds.Signature;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the texts of a ruling say of rounds on record in the same words, with days in the zone of the portfolio. */
public record RoundText(ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm zzz", Locale.ENGLISH);

    /** How far it came, in one sentence without a full stop: {@code alder declined on 6 March 2026}. */
    public String came(RoundCited cited) {
        var holder = cited.holder().name();
        return switch (cited.came()) {
            case Came.Sent(List<String> missing) ->
                missing.isEmpty()
                        ? "that " + holder + " received it is not on record"
                        : "the notice lacked " + String.join(", ", missing) + ", so no clock runs; send " + holder
                                + " a whole one";
            case Came.Open(Instant deadline, String stoppedBy) ->
                (stoppedBy != null
                                ? "the clock of " + holder + " stands still (" + stoppedBy + ")"
                                : deadline == null
                                        ? holder + " may answer; nobody disclosed for how long"
                                        : holder + " may answer through " + when(deadline))
                        + (cited.applies() ? "" : ", but not what is asked");
            case Came.Unknown(Instant deadline) ->
                "whether " + holder + " answered by " + when(deadline) + " could not be known yet";
            case Came.Freed(Refusal how, Instant at, Instant last) -> freed(cited, how, at) + free(cited, last);
            case Came.Taken(Long quantity, Instant at, boolean bySilence, Instant _, Instant _) ->
                bySilence
                        ? holder + " was silent through " + day(at) + ", which accepts"
                        : holder + " accepted " + (quantity == null ? "all of it" : "%,d".formatted(quantity)) + " on "
                                + day(at);
        };
    }

    private String freed(RoundCited cited, Refusal how, Instant at) {
        var holder = cited.holder().name();
        return switch (how) {
            case DECLINED -> holder + " declined on " + day(at);
            case WAIVED -> holder + " waived on " + day(at);
            case LAPSED ->
                cited.remarks().contains(new Remark.TalksEnded())
                        ? "the talks with " + holder + " went on through " + day(at) + " without an agreement on record"
                        : holder + " was silent through " + day(at);
            case NONE, OPEN, ACCEPTED -> throw new IllegalArgumentException(how.word() + " frees nobody");
        };
    }

    private String free(RoundCited cited, @Nullable Instant last) {
        if (!cited.applies()) {
            return ", but not what is asked";
        }
        return last == null ? "" : ", which leaves it free through " + when(last);
    }

    /** Against whose right a contract was signed, and what was free just before. */
    public String against(Signature signature) {
        var left = left(signature.left(), signature.round());
        return (signature.quantity() == null ? "what was put" : "%,d".formatted(signature.quantity()))
                + " of round " + signature.round().id() + " signed with " + signature.with() + " on "
                + day(signature.step().at()) + " against the right of " + signature.holder() + "; "
                + left.substring(0, 1).toLowerCase(Locale.ROOT) + left.substring(1, left.length() - 1)
                + (signature.wasFreeOnRecord() ? ", though the record of that day left it free" : "");
    }

    /** Which round it is: under which clause, what was put to whom, and when. */
    public String headline(RoundCited cited) {
        var round = cited.round();
        return round.id() + " under " + round.right().agreement() + ", clause "
                + round.right().clause()
                + (round.request() == null ? "" : " of request " + round.request())
                + (round.put().isEmpty() ? "" : ": " + put(round)) + " put to " + cited.holder() + ", sent "
                + round.notice().sent().atZone(zone).toLocalDate();
    }

    /** How far it came, what else is to be told of it, and where all that was read. */
    public List<String> told(RoundCited cited) {
        var told = new ArrayList<String>();
        told.add(came(cited) + ".");
        told.addAll(remarks(cited));
        if (cited.round().notice().digest() != null) {
            told.add("Digest of its notice: " + cited.round().notice().digest());
        }
        cited.round().sources().forEach(source -> told.add(source.words()));
        return told;
    }

    /** What is left of what was put for contracts with others, as a sentence. */
    public String left(LeftToOthers left, Round round) {
        return switch (left) {
            case LeftToOthers.Nothing() -> "Nothing is free for others.";
            case LeftToOthers.Over(Instant through) ->
                "Nothing is free for others any more; it was through " + when(through) + ".";
            case LeftToOthers.Free(Long most, Instant through) ->
                (most == null ? "It is" : "%,d %s are".formatted(most, PutQuantity.facet(round))) + " free for others"
                        + (through == null ? "." : " through " + when(through) + ".");
        };
    }

    /** What happened, in a few words. */
    public String happened(Round.Happening what) {
        return switch (what) {
            case Round.Happening.Received(List<String> missing) ->
                missing.isEmpty() ? "it was received" : "it was received, lacking " + String.join(", ", missing);
            case Round.Happening.Accepted(Long quantity) ->
                quantity == null ? "the holder accepted" : "the holder accepted %,d".formatted(quantity);
            case Round.Happening.Declined() -> "the holder declined";
            case Round.Happening.Waived() -> "the holder waived";
            case Round.Happening.Countered() -> "the holder proposed something else";
            case Round.Happening.ExtendedTo(Instant deadline) -> "the deadline was moved to " + when(deadline);
            case Round.Happening.Tolled(String event) -> "the clock was stopped: " + event;
            case Round.Happening.Resumed(String event) -> "the clock ran again after: " + event;
            case Round.Happening.Withdrawn() -> "the offer was taken back";
            case Round.Happening.Signed(Long quantity, String with) ->
                (quantity == null ? "all of it" : "%,d".formatted(quantity)) + " signed with " + with;
        };
    }

    /** What was put, as a list of terms, by name. */
    public String put(Round round) {
        return round.put().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() instanceof Round.Term.Amount(long number)
                        ? "%,d %s".formatted(number, entry.getKey())
                        : entry.getKey() + " " + told(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** All else that is to be told of it, a sentence each. */
    public List<String> remarks(RoundCited cited) {
        var sentences = new ArrayList<String>();
        if (!cited.onTerms().isEmpty()) {
            sentences.add("The answer holds on the terms that were put: " + terms(cited) + ".");
        }
        cited.remarks().forEach(remark -> sentences.add(sentence(remark)));
        return sentences;
    }

    /** What was put and no facet of the act can tell, with how far it may change. */
    public String terms(RoundCited cited) {
        return cited.onTerms().entrySet().stream()
                .map(term -> term.getKey() + " " + told(term.getValue().put()) + unless(term.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** How far it may change: {@code (not lower by 5 % or more)}. */
    private static String unless(RoundCited.OnTerm term) {
        if (term.slack()
                instanceof Preemption.Tolerance(BigDecimal share, Preemption.Direction direction, boolean reopens)) {
            var side = switch (direction) {
                case LOWER -> "lower";
                case HIGHER -> "higher";
                case EITHER -> "lower or higher";
            };
            var percent = share.movePointRight(2).stripTrailingZeros().toPlainString();
            var by = share.signum() == 0
                    ? ""
                    : reopens ? " by " + percent + " % or more" : " by more than " + percent + " %";
            return " (not " + side + by + ")";
        }
        return term.later() == null
                ? ""
                : term.later().isZero() ? " (not later)" : " (at most " + time(term.later()) + " later)";
    }

    private static String time(Duration later) {
        return later.toHours() % 24 == 0 ? later.toDays() + " days" : later.toHours() + " hours";
    }

    private String sentence(Remark remark) {
        return switch (remark) {
            case Remark.CounterDeclines() ->
                "A counter counts as a decline: assumed, where the clause does not say otherwise.";
            case Remark.TookAnotherPart() ->
                "What it took was not to be had: more than was put, or a part where the clause gives none. That is another"
                        + " bargain, and counts as a decline of all.";
            case Remark.Late(Instant at) ->
                "An answer of " + when(at) + " came after the deadline and changes nothing.";
            case Remark.AgainstRight(Long quantity, String with, Instant at, boolean wasFreeOnRecord) ->
                (quantity == null ? "What was" : "%,d".formatted(quantity)) + " signed with " + with + " on " + day(at)
                        + " stands; it was made against a right"
                        + (wasFreeOnRecord ? ", though free by the record of that day." : ".");
            case Remark.TalksEnded() -> "Talks that end without an agreement leave what was put as silence does.";
            case Remark.NotPut(List<String> terms) ->
                "Whether another contract keeps to the bounds of the tail on " + String.join(" and ", terms)
                        + " cannot be told: the round put none, so that any will do.";
            case Remark.ForGood() -> "A refusal frees for good: assumed, where the clause names no tail.";
            case Remark.WithoutEnd() -> "What it leaves free is free without end, by the tail of the clause.";
            case Remark.UntilUndisclosed() ->
                "Until when what it leaves free is free is unknown: the tail is undisclosed.";
        };
    }

    private String told(Round.Term term) {
        return switch (term) {
            case Round.Term.Start(Instant at) -> isMidnight(at) ? day(at) : when(at);
            case Round.Term.Amount _, Round.Term.Values _, Round.Term.Price _, Round.Term.Length _ -> term.told();
        };
    }

    private boolean isMidnight(Instant at) {
        return at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    private String when(Instant instant) {
        return INSTANT.format(instant.atZone(zone));
    }
}
