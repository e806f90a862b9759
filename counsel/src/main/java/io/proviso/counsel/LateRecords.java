package io.proviso.counsel;

import io.proviso.agreement.AgreementInForce;
import io.proviso.agreement.Box;
import io.proviso.agreement.Change;
import io.proviso.agreement.Clause;
import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.CompiledPortfolio;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Instrument;
import io.proviso.agreement.Norm;
import io.proviso.agreement.Question;
import io.proviso.agreement.Reading;
import io.proviso.agreement.Silence;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came on record later than it took effect: from its effect until its record, answers given then differ from answers given now. */
final class LateRecords {
    /** Something effective at one instant and on record only at a later one. */
    private record Late(Instant effective, Instant recorded) {}

    private final CompiledPortfolio portfolio;

    LateRecords(CompiledPortfolio portfolio) {
        this.portfolio = portfolio;
    }

    void inspect(Findings findings) {
        var earliest = new LinkedHashMap<Instant, Instant>();
        late().filter(late -> late.recorded().isAfter(late.effective()))
                .forEach(late -> earliest.merge(
                        late.recorded(), late.effective(), (one, other) -> one.isBefore(other) ? one : other));
        earliest.forEach((recorded, effective) -> inspect(effective, recorded, findings));
    }

    private Stream<Late> late() {
        var content = portfolio.portfolio();
        return Stream.concat(
                content.agreements().stream()
                        .flatMap(agreement -> agreement.instruments().stream())
                        .filter(instrument -> instrument.type() != Instrument.Type.MOU)
                        .flatMap(instrument -> Stream.concat(
                                        Stream.of(instrument.recorded()),
                                        instrument.changes().stream().flatMap(LateRecords::recorded))
                                .map(recorded -> new Late(instrument.effective(), recorded))),
                Stream.concat(
                        Stream.concat(
                                content.record().stream().map(entry -> new Late(entry.at(), entry.recorded())),
                                content.draws().stream().map(draw -> new Late(draw.at(), draw.recorded()))),
                        content.pins().stream().map(pin -> new Late(firstEffect(pin.agreement()), pin.made()))));
    }

    private Instant firstEffect(String agreement) {
        return portfolio.portfolio().agreements().stream()
                .filter(one -> one.name().equals(agreement))
                .flatMap(one -> one.instruments().stream())
                .map(Instrument::effective)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Stream<Instant> recorded(Change change) {
        return switch (change) {
            case Change.Adds(Clause clause) -> recorded(clause);
            case Change.Restates(Clause clause, List<String> _) -> recorded(clause);
            case Change.Ends(String _, List<Reading> readings) -> recorded(readings);
            case Change.Interprets(String _, Reading reading) -> recorded(List.of(reading));
            case Change.Revokes _, Change.Terminates _ -> Stream.empty();
        };
    }

    private static Stream<Instant> recorded(Clause clause) {
        return Stream.concat(Stream.of(clause.provenance().recorded()), recorded(clause.readings()));
    }

    private static Stream<Instant> recorded(List<Reading> readings) {
        return readings.stream().map(Reading::recorded).flatMap(Stream::ofNullable);
    }

    /** Compares all answers as of the time in between, known just before the record and known at it. */
    private void inspect(Instant effective, Instant recorded, Findings findings) {
        var before = recorded.minusSeconds(1);
        var from = effective;
        while (from.isBefore(recorded)) {
            var to = earlier(
                    earlier(recorded, portfolio.nextChange(from, recorded)), portfolio.nextChange(from, before));
            if (differs(from, before, recorded)) {
                for (var act : portfolio.portfolio().vocabulary().acts().keySet()) {
                    inspect(act, new Interval(from, to), before, recorded, findings);
                }
            }
            from = to;
        }
    }

    /** Whether the agreements or the record are others at all; most late records are of money and change no answer. */
    private boolean differs(Instant asOf, Instant before, Instant recorded) {
        return !portfolio.inForce(asOf, before).equals(portfolio.inForce(asOf, recorded))
                || portfolio.portfolio().record().stream()
                        .anyMatch(entry -> entry.recorded().equals(recorded));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private void inspect(String name, Interval span, Instant before, Instant recorded, Findings findings) {
        var then = portfolio.act(name, span.from(), before);
        var now = portfolio.act(name, span.from(), recorded);
        var places = new LinkedHashSet<Finding.Place>();
        var boxes = changed(then, now, places);
        if (silenceMatters(name, span.from(), before, recorded)) {
            boxes.add(Box.everything(now.domain().size()));
        }
        var written = first(boxes, then, now);
        var difference = written != null ? written : attested(then, now, span.from(), before, recorded);
        if (difference != null) {
            findings.add(
                    Check.RETROACTIVE,
                    span,
                    List.copyOf(places),
                    "an answer about " + name + " that was " + difference.before() + " before " + recorded + " is "
                            + difference.after() + " since",
                    List.of(
                            Witness.at(now, difference.point(), span.from(), before),
                            Witness.at(now, difference.point(), span.from(), recorded)));
        }
    }

    private static @Nullable Difference first(List<Box> boxes, CompiledAct then, CompiledAct now) {
        var free = Box.everything(now.domain().size());
        for (var box : boxes) {
            var difference = Difference.within(box, new Difference.Side(then, free), new Difference.Side(now, free));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** What the record attests otherwise since, where a question supposes nothing. */
    private @Nullable Difference attested(
            CompiledAct then, CompiledAct now, Instant asOf, Instant before, Instant recorded) {
        var old = facts(then, asOf, before);
        var current = facts(now, asOf, recorded);
        return old.equals(current)
                ? null
                : Difference.within(
                        Box.everything(now.domain().size()),
                        new Difference.Side(then, old),
                        new Difference.Side(now, current));
    }

    private Box facts(CompiledAct act, Instant asOf, Instant knownAt) {
        var asked = portfolio.box(new Question(act.act().name(), Map.of(), Map.of()), asOf, knownAt);
        var facts = Box.everything(act.domain().size());
        for (int facet = 0; facet < act.domain().size(); facet++) {
            var cells = asked.cells(facet);
            if (act.domain().facet(facet).suppliedBy() == Facet.SuppliedBy.RECORD && cells != null) {
                facts = facts.and(facet, cells);
            }
        }
        return facts;
    }

    /** The boxes of the norms that only one side has; an override changes answers nowhere else. */
    private static List<Box> changed(CompiledAct then, CompiledAct now, Set<Finding.Place> places) {
        var old = living(then);
        var current = living(now);
        var boxes = new ArrayList<Box>();
        Stream.concat(
                        current.stream().filter(norm -> !old.contains(norm)),
                        old.stream().filter(norm -> !current.contains(norm)))
                .forEach(norm -> {
                    boxes.add(norm.box());
                    places.add(Era.place(norm));
                });
        return boxes;
    }

    private static List<Norm> living(CompiledAct act) {
        var norms = new ArrayList<Norm>();
        for (int norm : Era.norms(act, _ -> true)) {
            norms.add(act.norm(norm));
        }
        return norms;
    }

    /** An agreement that takes part on one side only matters beyond its clauses if it forbids by silence, or is the first to. */
    private boolean silenceMatters(String act, Instant asOf, Instant before, Instant recorded) {
        var then = silences(act, portfolio.inForce(asOf, before));
        var now = silences(act, portfolio.inForce(asOf, recorded));
        if (then.equals(now)) {
            return false;
        }
        return then.isEmpty()
                || now.isEmpty()
                || then.containsValue(Silence.FORBIDDEN)
                || now.containsValue(Silence.FORBIDDEN);
    }

    private static Map<String, Silence> silences(String act, List<AgreementInForce> inForce) {
        var silences = new LinkedHashMap<String, Silence>();
        inForce.forEach(one -> {
            var silence = one.agreement().silence().get(act);
            if (silence != null) {
                silences.put(one.agreement().name(), silence);
            }
        });
        return silences;
    }
}
