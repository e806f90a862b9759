package io.proviso.reader.yaml;

import io.proviso.agreement.InvalidPortfolio;
import io.proviso.agreement.Nearest;
import io.proviso.agreement.Problem;
import io.proviso.units.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong while files are decoded, and remembers where each part of the model was written, because the model
 * names a part by its path ({@code agreements/a/instruments/i/clauses/c}) and knows nothing of files.
 */
public final class Problems {
    /** A person mends the first hundred before reading on; hostile input must not fill the memory. */
    private static final int MOST = 500;

    private static final int LONGEST_QUOTED = 60;
    /** How a message begins about a word that some other place should explain, here and in the model. */
    static final String UNKNOWN = "unknown ";
    /** What has a file to itself, which may be the one thing that is missing. */
    private static final Map<String, String> HOMES = Map.of("agreement", "agreements/", "calendar", "calendars/");

    private final List<Diagnostic> found = new ArrayList<>();
    private boolean formed = true;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, List<Place>> named = new HashMap<>();
    /** Where the papers of an agreement stand of which one has no day that could be read. */
    private final Set<String> undated = new HashSet<>();

    /**
     * Adds what is wrong with the form of a file: what stands in one place, seen by itself. The types of values, the keys of a
     * mapping, how many of them, the words, patterns and bounds of single values, lists that are empty or name one thing twice. The
     * JSON Schema of the file refuses exactly the same.
     */
    public void add(Place place, String message, @Nullable String advice) {
        formed = false;
        keep(place, message, advice);
    }

    /**
     * Adds what is wrong with its sense, which no schema sees: how YAML was written (anchors, two documents, a key twice, 1e3 for
     * 1000), two values that contradict each other, words of other places and files, the lists of zones and currencies, and all
     * that the model's own rules refuse.
     */
    public void addOfSense(Place place, String message, @Nullable String advice) {
        keep(place, message, advice);
    }

    private void keep(Place place, String message, @Nullable String advice) {
        if (found.size() < MOST) {
            var home = HOMES.keySet().stream()
                    .filter(what -> message.startsWith(UNKNOWN + what + " "))
                    .findFirst();
            found.add(new Diagnostic(
                    place,
                    message,
                    home.isEmpty() ? advice : "No file of " + HOMES.get(home.get()) + " says it. " + advice));
        }
    }

    /** Whether nothing is wrong with the form of what was read, whatever its sense. */
    public boolean isFormed() {
        return formed;
    }

    /** A word that is none of the few that may stand there, with the one that was probably meant. */
    public void addUnknown(Place place, String what, String word, Collection<String> known) {
        formed = false;
        addUnknownElsewhere(place, what, word, known);
    }

    /** A word that some other place should explain, and does not. */
    public void addUnknownElsewhere(Place place, String what, String word, Collection<String> known) {
        if (found.size() < MOST) {
            keep(place, UNKNOWN + what + " " + quoted(word), Nearest.advice(word, known));
        }
    }

    /** What a value's own constructor found wrong with it: a message and, on the next line, the advice. */
    public void add(Place place, IllegalArgumentException refusal) {
        String[] lines = String.valueOf(refusal.getMessage()).split("\n", 2);
        addOfSense(place, lines[0], lines.length > 1 ? lines[1] : null);
    }

    /** Says where a part of the model is written; of two with one path the later. */
    public void locate(String path, Place place) {
        places.put(path, place);
    }

    /** Where a part of the model is written. */
    public Place placeOf(String path) {
        return Objects.requireNonNull(places.get(path), path);
    }

    /** Says where a part of the model is written that has a name of its own: of two with one name both are looked at. */
    void locateNamed(String path, Place place) {
        locate(path, place);
        named.computeIfAbsent(path, _ -> new ArrayList<>()).add(place);
    }

    /** Says that nobody knows where this paper stands among those of its agreement. */
    public void undated(String paper) {
        undated.add(paper.substring(0, paper.lastIndexOf('/') + 1));
    }

    /** Whether it may follow from the order of papers, and not from a word that is written nowhere. */
    private boolean isOfOrder(Problem problem) {
        boolean isAboutAnyWord =
                problem.message().startsWith(UNKNOWN) && !problem.message().startsWith(UNKNOWN + "clause ");
        return !isAboutAnyWord && undated.stream().anyMatch(problem.path()::startsWith);
    }

    /**
     * What the model found, each at the place of the longest part of its path that is written somewhere; what it found of a part
     * that is written twice, in both places.
     */
    public void add(InvalidPortfolio invalid, Place otherwise) {
        List<Place> already = found.stream().map(Diagnostic::place).toList();
        for (Problem problem : invalid.problems()) {
            if (isOfOrder(problem)) {
                continue;
            }
            placesOf(problem.path(), otherwise).stream()
                    .filter(place -> !already.contains(place))
                    .forEach(place -> addOfSense(place, problem.message(), problem.advice()));
        }
    }

    private List<Place> placesOf(String path, Place otherwise) {
        for (String prefix = path; ; prefix = prefix.substring(0, prefix.lastIndexOf('/'))) {
            Place place = places.get(prefix);
            if (place != null) {
                return prefix.equals(path) ? named.getOrDefault(path, List.of(place)) : List.of(place);
            }
            if (prefix.indexOf('/') < 0) {
                return List.of(otherwise);
            }
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether something is wrong with that directory, or with a file in it. */
    public boolean anyUnder(String directory) {
        return found.stream()
                .map(problem -> problem.place().source().name())
                .anyMatch(name -> name.equals(directory) || name.startsWith(directory + "/"));
    }

    public boolean anyIn(String file) {
        return found.stream()
                .anyMatch(problem -> problem.place().source().name().equals(file));
    }

    public BadFiles exception() {
        return new BadFiles(found.stream()
                .sorted(Comparator.comparing(
                                (Diagnostic problem) -> problem.place().line() > 0)
                        .thenComparing(Diagnostic::place))
                .toList());
    }

    /** The word as a message shows it. */
    public static String quoted(String word) {
        return "'" + shown(word, LONGEST_QUOTED) + "'";
    }

    /** On one line, with all its characters seen, and not longer than a message can bear. */
    public static String shown(String text, int longest) {
        var shown = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(c -> c == '\n' || c == '\t' ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return Printable.escaped(shown.toString()) + (text.codePointCount(0, text.length()) > longest ? "…" : "");
    }
}
