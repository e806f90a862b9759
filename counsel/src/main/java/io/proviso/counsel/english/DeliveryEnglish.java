package io.proviso.counsel.english;

import io.proviso.agreement.clause.Delivery;
import io.proviso.agreement.clause.End;
import io.proviso.agreement.clause.Stated;
import io.proviso.calendar.Window;
import io.proviso.units.Money;
import io.proviso.units.Party;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the other side of a commitment must deliver, as sentences. */
record DeliveryEnglish(Party by, Party to, English english, Instant knownAt) {
    String of(Delivery delivery) {
        var paid = switch (delivery.feesFrom()) {
            case DELIVERY -> "its delivery";
            case ACCEPTANCE -> "its acceptance";
        };
        return to + " delivers in tranches, each paid for from " + paid + " on: "
                + delivery.byName().stream().map(this::tranche).collect(Collectors.joining("; "))
                + "." + delays(delivery);
    }

    private String tranche(Delivery.Tranche tranche) {
        var price = tranche.price().asKnown(knownAt);
        return tranche.name()
                + (tranche.quantity() == null
                        ? ""
                        : ", " + English.limit(tranche.quantity(), knownAt, english.vocabulary()))
                + ", for " + (price == null ? "an undisclosed price" : English.money(price))
                + (tranche.due() == null ? "" : ", due " + due(tranche.due()))
                + ", delivered by " + event(tranche.delivered())
                + (tranche.accepted() == null ? "" : ", accepted by " + event(tranche.accepted()));
    }

    private String due(End due) {
        return switch (due) {
            case End.At(Instant over) -> "with " + english.lastDayOf(over);
            case End.After(Window period, End.Anchor.Day(Instant day)) -> period + " after " + english.day(day);
            case End.After(Window period, End.Anchor.Event(End.OnMilestone milestone)) ->
                period + " after " + event(milestone);
            case End.After _, End.Never _, End.OnMilestone _, End.EarlierOf _, End.LaterOf _ ->
                throw new IllegalStateException(due + " is no day with which a tranche is due");
        };
    }

    private static String event(End.OnMilestone event) {
        return "'" + event.facet() + "' " + String.join(" or ", event.byName());
    }

    /** Told once where it is the same for all. */
    private String delays(Delivery delivery) {
        var all = delivery.byName().stream()
                .map(tranche -> delay(tranche.delay()))
                .distinct()
                .toList();
        if (all.size() == 1) {
            return all.getFirst().isEmpty() ? "" : " Of each " + all.getFirst() + ".";
        }
        return delivery.byName().stream()
                .filter(tranche -> !delay(tranche.delay()).isEmpty())
                .map(tranche -> " Of " + tranche.name() + " " + delay(tranche.delay()) + ".")
                .collect(Collectors.joining());
    }

    private String delay(Delivery.@Nullable Delay delay) {
        if (delay == null) {
            return "";
        }
        var exit = delay.exit();
        return Stream.of(
                        delay.grace() == null ? "" : "the grace is " + window(delay.grace()),
                        delay.credits() == null ? "" : credits(delay.credits()),
                        exit == null
                                ? ""
                                : "if it is not there " + window(exit.after()) + " after its day, " + by + " may end "
                                        + switch (exit.ends()) {
                                            case TRANCHE -> "it";
                                            case ORDER -> "the order";
                                        })
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String credits(Delivery.Credits credits) {
        return "each day of delay "
                + switch (credits.from()) {
                    case GRACE -> "after the grace";
                    case DUE -> "from its day on, once the grace is over,";
                }
                + " is credited with " + part(credits.perDay())
                + (credits.cap() == null ? "" : ", at most " + part(credits.cap()));
    }

    private String part(Stated<Delivery.Part> stated) {
        return switch (stated.asKnown(knownAt)) {
            case null -> "an undisclosed amount";
            case Delivery.Part.Sum(Money money) -> English.money(money);
            case Delivery.Part.Share(BigDecimal share) -> English.percent(share) + " of its price";
        };
    }

    private String window(Stated<Window> stated) {
        var window = stated.asKnown(knownAt);
        return window == null ? "an undisclosed time" : window.toString();
    }
}
