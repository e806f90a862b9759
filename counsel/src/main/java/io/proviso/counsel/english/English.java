package io.proviso.counsel.english;

import io.proviso.agreement.Vocabulary;
import io.proviso.agreement.clause.ClauseBody;
import io.proviso.agreement.clause.Commitment;
import io.proviso.agreement.clause.Condition;
import io.proviso.agreement.clause.Covenant;
import io.proviso.agreement.clause.Exclusivity;
import io.proviso.agreement.clause.FirstAvailability;
import io.proviso.agreement.clause.FirstRefusal;
import io.proviso.agreement.clause.Licence;
import io.proviso.agreement.clause.Limit;
import io.proviso.agreement.clause.Match;
import io.proviso.agreement.clause.Milestone;
import io.proviso.agreement.clause.Permission;
import io.proviso.agreement.clause.Prohibition;
import io.proviso.agreement.clause.Quantity;
import io.proviso.agreement.clause.RevenueShare;
import io.proviso.agreement.clause.Scope;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Interval;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Norms as plain sentences: what Proviso understood, for a lawyer to hold against the words. */
public final class English {
    public static final String UNDISCLOSED = "undisclosed";

    private final ZoneId zone;
    private final Instant knownAt;
    private final Vocabulary vocabulary;

    /** Sentences with local days in that zone; a figure that came on record only after {@code knownAt} counts as undisclosed. */
    public English(ZoneId zone, Instant knownAt, Vocabulary vocabulary) {
        this.zone = zone;
        this.knownAt = knownAt;
        this.vocabulary = vocabulary;
    }

    /** Days, periods and amounts only: nothing that is counted in a unit of the vocabulary. */
    public static English ofDays(ZoneId zone, Instant knownAt) {
        return new English(zone, knownAt, new Vocabulary(Map.of(), Map.of(), List.of()));
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What a clause does; null stands for a reading under which nothing is left of it. */
    public String norm(@Nullable ClauseBody body) {
        return switch (body) {
            case null -> "Nothing is left of the clause.";
            case FirstRefusal right -> firstRefusal(right);
            case Exclusivity(var beneficiary, Scope outside) ->
                "Forbidden, by promise to " + beneficiary + ": to " + scope(outside)
                        + ". Nothing is permitted by this.";
            case Permission permission -> permission(permission);
            case Prohibition(var beneficiary, Scope scope, var consent) ->
                "Forbidden" + (consent == null ? "" : " without the consent of " + consent.of()) + ", by promise to "
                        + beneficiary + ": to " + scope(scope) + "."
                        + (consent == null || consent.answer() == null
                                ? ""
                                : " " + answer(consent.of(), consent.answer()));
            case Licence(var licensee, Scope granted, Scope exclusive) ->
                licensee + " is licensed to " + scope(granted) + ". "
                        + (exclusive == null
                                ? "Others may be licensed it too."
                                : "It is exclusive: forbidden is to " + scope(exclusive) + ".");
            case FirstAvailability first ->
                "Forbidden, by promise to " + first.beneficiary() + ": to " + scope(first.scope()) + ", unless "
                        + either(first.liftedWhen().stream().map(English::condition)) + ".";
            case Commitment commitment -> new CommitmentEnglish(commitment, this, knownAt).sentences();
            case RevenueShare share -> revenueShare(share);
            case Covenant covenant ->
                covenant.by() + " promises " + covenant.to() + " that each " + lower(covenant.per())
                        + " at least " + stated(covenant.atLeast(), English::percent) + " (" + covenant.measure()
                        + ") goes to what has " + condition(covenant.measured())
                        + ". It is measured over the period and stops no single act."
                        + (covenant.cure() == null
                                ? ""
                                : " What a period fell short of can be made good within "
                                        + stated(covenant.cure(), English::period, "an undisclosed time")
                                        + " after it.");
            case Milestone(String fact, var declarer, String verifier, Instant due, Stated<Window> grace) ->
                "The milestone '" + fact + "' is declared by " + declarer
                        + (verifier == null ? "" : " and must be verified by: " + verifier)
                        + ". It is attested, never computed."
                        + (due == null ? "" : " It is due by " + lastDayOf(due) + grace(grace) + ".");
        };
    }

    private static String answer(Party asked, Prohibition.Answer answer) {
        return asked + " has " + answer.within() + " from receipt of the request to answer; silence "
                + switch (answer.silence()) {
                    case CONSENTS -> "is consent.";
                    case REFUSES -> "is a refusal.";
                };
    }

    private String grace(@Nullable Stated<Window> grace) {
        return grace == null
                ? ""
                : ", and late after a grace of " + stated(grace, Window::toString, "an undisclosed length");
    }

    private String permission(Permission permission) {
        var upTo = permission.upTo();
        var limit = upTo == null
                ? ""
                : " Up to " + limit(upTo, knownAt, vocabulary)
                        + switch (permission.per()) {
                            case ALL -> " in all";
                            case YEAR -> " in each calendar year";
                        }
                        + ", drawn down by what is signed under it.";
        var notice = permission.revocable() == null
                ? ""
                : " Who gave it may take it back with a notice of " + permission.revocable() + ".";
        var signBy = permission.signBy() == null
                ? ""
                : " It covers what is signed by " + lastDayOf(permission.signBy()) + ".";
        var signed = permission.signed() == null
                ? ""
                : " What has " + condition(permission.signed())
                        + " was signed already: it neither draws on a limit nor ends with a revocation"
                        + (permission.signBy() == null ? "." : " or the last day for signing.");
        return "Permitted: to " + scope(permission.scope()) + "." + limit + signBy + notice + signed;
    }

    public static String limit(Limit limit, Instant knownAt, Vocabulary vocabulary) {
        var known = limit.number().asKnown(knownAt);
        return known == null
                ? "an undisclosed number of " + vocabulary.unit(limit.facet())
                : vocabulary.told(new Quantity(limit.facet(), known));
    }

    private String firstRefusal(FirstRefusal right) {
        var answering = right.answering();
        var days = answering.days();
        var hour = days.dueAt() == null ? "" : ", until " + days.dueAt() + " of the last day";
        var counted = answering.from() == FirstRefusal.From.GIVING
                ? DayTermsEnglish.fromGiving(days)
                : DayTermsEnglish.beyondTheHour(days);
        var calendar = answering.calendar() == null ? "" : ", calendar " + answering.calendar();
        return "Before it is lawful to " + scope(right.scope()) + ", it must be offered to " + right.holder()
                + ", who has " + time(answering.window()) + calendar + hour
                + " to answer. "
                + (counted.isEmpty() ? "" : counted + " ")
                + "Silence counts as "
                + (right.onLapse() == FirstRefusal.OnLapse.DECLINE ? "a decline" : "an acceptance")
                + "; "
                + switch (right.partial()) {
                    case NONE -> "all or nothing may be taken.";
                    case ANY ->
                        "a part may be taken, and one that leaves either side less than the minimum gang "
                                + switch (right.belowGang()) {
                                    case DECLINES_ALL -> "counts as a decline of the whole.";
                                    case BINDS -> "binds all the same.";
                                };
                }
                + " " + new PreemptionEnglish(right.holder(), knownAt, vocabulary).of(right.preemption(), answering);
    }

    private String revenueShare(RevenueShare share) {
        var base = share.base() == RevenueShare.Base.UNDISCLOSED
                ? "its revenue (gross or net is undisclosed)"
                : "its " + lower(share.base()) + " revenue";
        var cap = share.cap().asKnown(knownAt);
        var limit = cap == null
                ? "; a cap, if any, is undisclosed"
                : "; in total no more than " + money(cap.amount()) + ", counted from "
                        + switch (cap.countedFrom()) {
                            case FROM_INCEPTION -> "inception";
                            case FROM_EFFECTIVE_DATE -> "the effective date";
                            case UNDISCLOSED -> "an undisclosed day";
                        };
        var rate = share.rate().asKnown(knownAt);
        return share.payer() + " pays " + share.payee() + " " + (rate == null ? "an undisclosed share" : percent(rate))
                + " of " + base + limit + ".";
    }

    /** The acts and conditions of a scope, to follow “to”. */
    public String scope(Scope scope) {
        return either(scope.cases().stream().map(each -> String.join(" or ", each.acts()) + where(each.condition())));
    }

    private static String where(Condition condition) {
        return condition.facets().isEmpty() ? "" : " where " + condition(condition);
    }

    /** A condition in words: {@code capacity new, provider not azure}. */
    public static String condition(Condition condition) {
        return condition.facets().isEmpty()
                ? "anything"
                : condition.facets().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + match(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String match(Match match) {
        return switch (match) {
            case Match.AnyOf(List<String> values) -> String.join(" or ", values);
            case Match.NoneOf(List<String> values) -> "not " + String.join(" or ", values);
            case Match.Between(long atLeast, long below, Currency in)
            when below == Long.MAX_VALUE -> bound(atLeast, in) + " or more";
            case Match.Between(long atLeast, long below, Currency in) when atLeast == 0 -> "below " + bound(below, in);
            case Match.Between(long atLeast, long below, Currency in) ->
                "from " + bound(atLeast, in) + " to below " + bound(below, in);
            case Match.Undisclosed() -> UNDISCLOSED;
        };
    }

    private static String bound(long number, @Nullable Currency currency) {
        return currency == null
                ? grouped(number)
                : Money.ofMinor(number, currency).toString();
    }

    String interval(Interval interval) {
        return "from " + day(interval.from()) + (interval.to() == null ? "" : " to " + lastDayOf(interval.to()));
    }

    /** The last local day that is over at an instant. */
    public String lastDayOf(Instant end) {
        return day(end.minus(Duration.ofNanos(1)));
    }

    /** The local day of an instant. */
    public String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    /** An instant as its local day where it is the first moment of one, otherwise with the time. */
    public String moment(Instant instant) {
        return moment(instant.atZone(zone));
    }

    public static String moment(ZonedDateTime local) {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : local.toLocalDateTime() + " " + local.getZone().getId();
    }

    /** An amount with grouped digits, as people read it. */
    public static String money(Money money) {
        var amount = money.amount();
        var whole = amount.stripTrailingZeros().scale() <= 0;
        int digits = whole ? 0 : money.currency().getDefaultFractionDigits();
        return String.format(Locale.ENGLISH, "%,." + digits + "f", amount) + " "
                + money.currency().getCurrencyCode();
    }

    /** An estimate as one says it aloud: three digits of what is large, whole units of what is not. */
    public static String about(Money money) {
        return (money.amount().setScale(0, RoundingMode.HALF_EVEN).signum() == 0 ? "" : "about ") + size(money) + " "
                + money.currency().getCurrencyCode();
    }

    /** The same without its currency, where that is said beside it. */
    public static String size(Money money) {
        var whole = money.amount().setScale(0, RoundingMode.HALF_EVEN);
        var digits = whole.precision() <= 6 ? whole : whole.round(new MathContext(3, RoundingMode.HALF_EVEN));
        int size = digits.precision() - digits.scale();
        var unit = size > 9 ? " billion" : size > 6 ? " million" : "";
        var number = digits.movePointLeft(size > 9 ? 9 : size > 6 ? 6 : 0);
        return (number.signum() == 0 ? "less than 1" : grouped(number)) + unit;
    }

    private static String grouped(BigDecimal number) {
        var shown = number.stripTrailingZeros();
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, shown.scale()) + "f", shown);
    }

    public static String percent(BigDecimal fraction) {
        return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    public static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private String time(Stated<Window> stated) {
        var window = stated.asKnown(knownAt);
        return window == null ? "an undisclosed time" : window.toString();
    }

    <T> String stated(Stated<T> stated, Function<T, String> words) {
        return stated(stated, words, "an undisclosed value");
    }

    <T> String stated(Stated<T> stated, Function<T, String> words, String otherwise) {
        var value = stated.asKnown(knownAt);
        return value == null ? otherwise : words.apply(value);
    }

    /** A stretch of the calendar as clauses write it: {@code 90 days}, {@code 1 year}. */
    public static String period(Period period) {
        return Stream.of(
                        part(period.getYears(), "year"),
                        part(period.getMonths(), "month"),
                        part(period.getDays(), "day"))
                .flatMap(words -> words)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" and "), words -> words.isEmpty() ? "0 days" : words));
    }

    /** Nothing of what there is none of. */
    private static Stream<String> part(int n, String unit) {
        return n == 0 ? Stream.empty() : Stream.of(count(n, unit));
    }

    private static String count(int n, String unit) {
        return n + " " + unit + (n == 1 ? "" : "s");
    }

    private static String either(Stream<String> cases) {
        return cases.collect(Collectors.joining("; or "));
    }

    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
