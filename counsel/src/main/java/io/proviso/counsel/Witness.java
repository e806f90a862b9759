package io.proviso.counsel;

import io.proviso.agreement.Asked;
import io.proviso.agreement.CompiledAct;
import io.proviso.agreement.Facet;
import io.proviso.agreement.Point;
import io.proviso.agreement.Question;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question that shows a finding to whoever asks it.
 *
 * @param knownAt null for all that is on record
 */
public record Witness(
        Question question, Instant asOf, @Nullable Instant knownAt) {

    /** The question at a point, saying no more than what some clause minds. */
    static Witness at(CompiledAct act, Point point, Instant asOf, @Nullable Instant knownAt) {
        var facets = new LinkedHashMap<String, Asked>();
        var facts = new LinkedHashMap<String, String>();
        var domain = act.domain();
        for (int facet = 0; facet < domain.size(); facet++) {
            int cell = point.cells().get(facet);
            if (cell == domain.defaultCell(facet) || !matters(act, facet)) {
                continue;
            }
            var name = domain.facet(facet).name();
            switch (domain.facet(facet)) {
                case Facet.Count _ -> facets.put(name, new Asked.Exactly(domain.starts(facet)[cell]));
                case Facet.Choice choice
                when choice.suppliedBy() == Facet.SuppliedBy.CALLER ->
                    facets.put(name, new Asked.OneOf(List.of(domain.label(facet, cell))));
                case Facet.Choice _ -> facts.put(name, domain.label(facet, cell));
            }
        }
        return new Witness(new Question(act.act().name(), facets, facts), asOf, knownAt);
    }

    private static boolean matters(CompiledAct act, int facet) {
        for (int norm = 0; norm < act.norms(); norm++) {
            if (act.isLive(norm) && act.norm(norm).box().cells(facet) != null) {
                return true;
            }
        }
        return false;
    }

    /** The arguments of {@code proviso ask}, with days where they suffice in the zone of the portfolio. */
    public String words(ZoneId zone) {
        var words = new ArrayList<String>();
        words.add("act=" + question.act());
        question.facets().forEach((facet, asked) -> words.add(facet + "=" + word(asked)));
        question.supposed().forEach((fact, value) -> words.add("--fact " + fact + "=" + value));
        words.add("--as-of " + when(asOf, zone));
        if (knownAt != null) {
            words.add("--known-at " + when(knownAt, zone));
        }
        return String.join(" ", words);
    }

    private static String word(Asked asked) {
        return switch (asked) {
            case Asked.OneOf(List<String> values) -> values.stream().collect(Collectors.joining(","));
            case Asked.Exactly(long number) -> Long.toString(number);
        };
    }

    private static String when(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : instant.toString();
    }
}
