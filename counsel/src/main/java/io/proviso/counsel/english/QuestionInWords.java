package io.proviso.counsel.english;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question as people would say it, met with the question it probably means: to be asked again by somebody who has read it, never ruled
 * on. What is understood comes from the vocabulary alone: names and meanings of acts, values and groups of facets.
 *
 * @param question `act=…` and a word for each facet that is named; empty where nothing was understood
 * @param asOf the day it speaks of, or null
 * @param passedOver words that say something, but not to this vocabulary
 * @param turned words that turn or narrow the question, which no question can say
 */
public record QuestionInWords(
        List<String> question, @Nullable LocalDate asOf, List<String> passedOver, List<String> turned) {
    private static final Pattern WORD =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d[\\d,]*|\\p{L}+?n['’]t(?!\\p{L})|\\p{L}+");

    /** Words that hold a sentence together, unless they are written otherwise than it ("US"). */
    private static final Set<String> SMALL =
            Set.of(("a able about also am an and any are as at be by can could did do does for from had has have how i"
                            + " if in is it its let may me might must my need now of off on or our out own please shall"
                            + " should so some still tell than that the their them then there they this to under us use using want"
                            + " was we were what when where whether which who will with would yes you your")
                    .split(" "));

    private static final Pattern TURNS =
            Pattern.compile("no|not|none|never|nothing|nobody|nowhere|neither|nor|cannot|without|except"
                    + "|excluding|unless|only|solely|but|besides|forbidden|prohibited|barred|.*n['’]t");

    public QuestionInWords {
        question = List.copyOf(question);
        passedOver = List.copyOf(passedOver);
        turned = List.copyOf(turned);
    }

    /** The same words taken for another question. */
    public QuestionInWords asking(List<String> other) {
        return new QuestionInWords(other, asOf, passedOver, turned);
    }

    /** Understands what it can, seen from a day. */
    public static QuestionInWords of(Vocabulary vocabulary, String sentence, LocalDate today) {
        return new Hearing(
                        vocabulary,
                        WORD.matcher(sentence).results().map(MatchResult::group).toList(),
                        today)
                .heard();
    }

    /** A value of a facet where it is said. */
    private record Said(int from, int words, String facet, String value) {}

    private static final class Hearing {
        private final Vocabulary vocabulary;
        private final List<String> words;
        private final List<String> lower;
        private final boolean[] used;
        private final @Nullable SpokenDay day;

        Hearing(Vocabulary vocabulary, List<String> words, LocalDate today) {
            this.vocabulary = vocabulary;
            this.words = words;
            this.lower =
                    words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
            this.used = new boolean[words.size()];
            this.day = SpokenDay.in(lower, today);
        }

        QuestionInWords heard() {
            if (day != null) {
                use(day.from(), day.words());
            }
            for (int i = 0; i < used.length; i++) {
                boolean isEmphatic = words.get(i).matches("\\p{Lu}{2,}");
                used[i] |= (SMALL.contains(lower.get(i)) && !isEmphatic) || turns(i);
            }
            var said = said();
            var act = vocabulary.acts().values().stream()
                    .max(Comparator.comparingInt((Vocabulary.Act each) -> weight(each, said)))
                    .filter(each -> weight(each, said) > 0);
            var question = new ArrayList<String>();
            if (act.isPresent()) {
                question.add("act=" + act.get().name());
                facets(act.get(), said).forEach((facet, value) -> question.add(facet + "=" + value));
                counted(act.get(), question);
            }
            return new QuestionInWords(question, day == null ? null : day.day(), passedOver(), turned(said));
        }

        private boolean turns(int word) {
            boolean isOtherThan = lower.get(word).equals("other")
                    && word + 1 < lower.size()
                    && lower.get(word + 1).equals("than");
            return isOtherThan || TURNS.matcher(lower.get(word)).matches();
        }

        /** Those that are part of no name. */
        private List<String> turned(List<Said> said) {
            return IntStream.range(0, words.size())
                    .filter(this::turns)
                    .filter(i -> said.stream().noneMatch(one -> one.from() <= i && i < one.from() + one.words()))
                    .mapToObj(lower::get)
                    .distinct()
                    .toList();
        }

        /** Every value in the sentence under each facet that has it; the longest name first, so that no part of it counts again. */
        private List<Said> said() {
            var all = new ArrayList<Said>();
            for (var facet : vocabulary.facets().values()) {
                if (facet instanceof Facet.Choice choice && facet.suppliedBy() == Facet.SuppliedBy.CALLER) {
                    choice.groups().keySet().forEach(group -> find(all, facet.name(), group));
                    choice.values().forEach(value -> find(all, facet.name(), value));
                }
            }
            all.sort(Comparator.comparingInt((Said one) -> -one.words()).thenComparingInt(Said::from));
            var kept = new ArrayList<Said>();
            for (var one : all) {
                boolean isPart = kept.stream()
                        .anyMatch(other -> other.words() > one.words()
                                && one.from() < other.from() + other.words()
                                && other.from() < one.from() + one.words());
                if (!isPart) {
                    kept.add(one);
                }
            }
            return kept;
        }

        private void find(List<Said> found, String facet, String value) {
            var name = value.toLowerCase(Locale.ROOT).split("-");
            for (int at = 0; at + name.length <= words.size(); at++) {
                if (isAt(name, at)) {
                    found.add(new Said(at, name.length, facet, value));
                }
            }
        }

        private boolean isAt(String[] name, int at) {
            for (int i = 0; i < name.length; i++) {
                var word = lower.get(at + i);
                boolean isIt = WordStem.same(word, name[i]) || (name.length == 1 && WordStem.isSlip(word, name[i]));
                if (!isIt) {
                    return false;
                }
            }
            return name.length > 1 || !used[at];
        }

        /** What speaks for an act: its name most, then what it means, then that it takes what is named. */
        private int weight(Vocabulary.Act act, List<Said> said) {
            int name = isSaid(act.name().split("-")) ? 8 : 0;
            int meaning = 2
                    * (int) Arrays.stream(act.means().toLowerCase(Locale.ROOT).split("\\P{L}+"))
                            .filter(word -> !SMALL.contains(word))
                            .filter(word -> !vocabulary.facets().containsKey(word) && isSaid(word))
                            .count();
            return name + meaning + facets(act, said).size();
        }

        private boolean isSaid(String... name) {
            for (int at = 0; at + name.length <= words.size(); at++) {
                if (isAt(name, at)) {
                    return true;
                }
            }
            return false;
        }

        private Map<String, String> facets(Vocabulary.Act act, List<Said> said) {
            var facets = new LinkedHashMap<String, String>();
            var spoken = new boolean[words.size()];
            for (var facet : act.takes()) {
                said.stream()
                        .filter(one -> one.facet().equals(facet) && !spoken[one.from()])
                        .findFirst()
                        .ifPresent(one -> {
                            facets.put(facet, one.value());
                            Arrays.fill(spoken, one.from(), one.from() + one.words(), true);
                        });
            }
            return facets;
        }

        private void counted(Vocabulary.Act act, List<String> question) {
            var number = number();
            if (number != null) {
                act.takes().stream()
                        .filter(facet -> vocabulary.facets().get(facet) instanceof Facet.Count)
                        .findFirst()
                        .ifPresent(facet -> question.add(facet + "=" + number));
            }
        }

        private @Nullable String number() {
            for (int i = 0; i < words.size(); i++) {
                if (!used[i] && words.get(i).matches("\\d[\\d,]{0,17}")) {
                    return words.get(i).replace(",", "");
                }
            }
            return null;
        }

        private List<String> passedOver() {
            var said = said();
            said.forEach(one -> use(one.from(), one.words()));
            var passed = new ArrayList<String>();
            for (int i = 0; i < used.length; i++) {
                if (!used[i] && !isKnown(lower.get(i))) {
                    passed.add(words.get(i));
                }
            }
            return passed;
        }

        private boolean isKnown(String word) {
            return vocabulary.facets().keySet().stream().anyMatch(facet -> WordStem.same(word, facet))
                    || vocabulary.acts().values().stream()
                            .anyMatch(act -> WordStem.same(word, act.name())
                                    || Arrays.stream(act.means().split("\\P{L}+"))
                                            .anyMatch(each -> WordStem.same(word, each)))
                    || word.matches("\\d.*");
        }

        private void use(int from, int count) {
            Arrays.fill(used, from, from + count, true);
        }
    }
}
