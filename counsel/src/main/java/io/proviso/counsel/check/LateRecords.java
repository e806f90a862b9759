package io.proviso.counsel.check;

import io.proviso.agreement.Instrument;
import io.proviso.agreement.Recorded;
import io.proviso.agreement.Silence;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.norms.Norm;
import io.proviso.agreement.ruling.CompiledPortfolio;
import io.proviso.counsel.Era;
import io.proviso.counsel.Standpoint;
import io.proviso.counsel.Witness;
import io.proviso.counsel.compare.AnswerChange;
import io.proviso.counsel.compare.Cells;
import io.proviso.counsel.compare.Contrast;
import io.proviso.counsel.compare.Contrasts;
import io.proviso.units.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                        .flatMap(instrument ->
                                Recorded.in(instrument).map(recorded -> new Late(instrument.effective(), recorded))),
                Stream.concat(
                        Stream.concat(
                                content.record().stream().map(entry -> new Late(entry.at(), entry.recorded())),
                                content.draws().stream().map(draw -> new Late(draw.at(), draw.recorded()))),
                        content.pins().stream()
                                .map(pin -> new Late(firstEffect(pin.clause().agreement()), pin.made()))));
    }

    private Instant firstEffect(String agreement) {
        return portfolio.portfolio().agreements().stream()
                .filter(one -> one.name().equals(agreement))
                .flatMap(one -> one.instruments().stream())
                .map(Instrument::effective)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
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

    private void inspect(String act, Interval span, Instant before, Instant recorded, Findings findings) {
        var then = new Standpoint(portfolio, span.from(), before);
        var now = new Standpoint(portfolio, span.from(), recorded);
        var places = new LinkedHashSet<Finding.Place>();
        var written = written(act, then, now, places);
        var difference = written != null ? written : attested(act, then, now);
        if (difference != null) {
            findings.add(
                    Check.RETROACTIVE,
                    span,
                    List.copyOf(places),
                    "an answer about " + act + " that was " + AnswerChange.words(difference.before()) + " before "
                            + recorded + " is " + AnswerChange.words(difference.after()) + " since",
                    List.of(
                            new Witness(difference.question(), span.from(), before),
                            new Witness(difference.question(), span.from(), recorded)));
        }
    }

    /** What the agreements say otherwise since; only where a norm that one side alone has applies, or an agreement is silent. */
    private static Contrast.@Nullable Difference written(
            String act, Standpoint then, Standpoint now, Set<Finding.Place> places) {
        var contrast = Contrast.free(then.supposing(act), now.supposing(act));
        var boxes = changed(contrast, places);
        if (silenceMatters(act, then, now)) {
            boxes.addAll(contrast.boxes());
        }
        return contrast.firstDifference(boxes);
    }

    /** What the record attests otherwise since, where a question supposes nothing. */
    private static Contrast.@Nullable Difference attested(String act, Standpoint then, Standpoint now) {
        return Contrasts.of(act, then, now).stream()
                .filter(Contrast::takesFacts)
                .map(contrast -> contrast.firstDifference(contrast.boxes()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The boxes of the norms that only one side has; an override changes answers nowhere else. */
    private static List<Cells> changed(Contrast contrast, Set<Finding.Place> places) {
        var then = contrast.before().act();
        var now = contrast.after().act();
        var old = living(then);
        var current = living(now);
        var boxes = new ArrayList<Cells>();
        current.stream().filter(norm -> !old.contains(norm)).forEach(norm -> {
            boxes.addAll(contrast.space().within(now.domain(), norm.box()));
            places.add(Finding.Place.OfClause.of(norm));
        });
        old.stream().filter(norm -> !current.contains(norm)).forEach(norm -> {
            boxes.addAll(contrast.space().within(then.domain(), norm.box()));
            places.add(Finding.Place.OfClause.of(norm));
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
    private static boolean silenceMatters(String act, Standpoint before, Standpoint after) {
        var then = silences(act, before);
        var now = silences(act, after);
        if (then.equals(now)) {
            return false;
        }
        return then.isEmpty()
                || now.isEmpty()
                || then.containsValue(Silence.FORBIDDEN)
                || now.containsValue(Silence.FORBIDDEN);
    }

    private static Map<String, Silence> silences(String act, Standpoint standpoint) {
        var silences = new LinkedHashMap<String, Silence>();
        standpoint.agreements().forEach(one -> {
            var silence = one.agreement().silence().get(act);
            if (silence != null) {
                silences.put(one.agreement().name(), silence);
            }
        });
        return silences;
    }
}
