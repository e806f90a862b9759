package io.proviso.counsel.english;

import io.proviso.agreement.Asked;
import io.proviso.agreement.Facet;
import io.proviso.agreement.norms.CompiledAct;
import io.proviso.agreement.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A closed question in few words: what the vocabulary takes for granted anyway is not said. */
public final class ShortQuestion {
    private final String act;
    private final Map<String, Asked> facets = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    public ShortQuestion(String act) {
        this.act = act;
    }

    /** Whether some clause that counts tells the values of a facet apart. */
    public static boolean isMinded(CompiledAct act, String facet) {
        int index = act.domain().indexOf(facet);
        for (int norm = 0; index >= 0 && norm < act.norms(); norm++) {
            if (act.isLive(norm) && act.norm(norm).box().cells(index) != null) {
                return true;
            }
        }
        return false;
    }

    public void choose(Facet.Choice facet, String value) {
        if (value.equals(facet.defaultValue())) {
            return;
        }
        if (facet.suppliedBy() == Facet.SuppliedBy.CALLER) {
            facets.put(facet.name(), new Asked.OneOf(List.of(value)));
        } else {
            facts.put(facet.name(), value);
        }
    }

    /** Some number of a stretch that no clause divides; nobody asks for 0 if 1 comes out alike. */
    public void measure(Facet.Measure facet, long first, long last) {
        facets.put(facet.name(), facet.exactly(Math.min(Math.max(first, 1), last)));
    }

    public Question question() {
        return new Question(act, facets, facts);
    }
}
