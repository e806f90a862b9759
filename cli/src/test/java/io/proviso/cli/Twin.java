package io.proviso.cli;

import io.proviso.agreement.Facet;
import io.proviso.agreement.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

/** A portfolio in other words: acts, facets, values and units that no other portfolio has, in letters beyond ASCII. */
record Twin(Set<String> words) {
    /** What the engine says of rounds and of whatever it may be, in any portfolio. */
    private static final Set<String> OF_THE_ENGINE = Set.of(
            "none", "open", "declined", "lapsed", "waived", "accepted", "new", "renewal", "yes", "no", "other", "own");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}-]*");
    /** Keys of the files themselves, whatever the vocabulary calls its facets. */
    private static final Set<String> KEYS_OF_FILES = Set.of("licence", "desk");

    static Twin of(Vocabulary vocabulary) {
        var words = new TreeSet<>(vocabulary.acts().keySet());
        for (var facet : vocabulary.facets().values()) {
            words.add(facet.name());
            if (facet instanceof Facet.Choice choice) {
                words.addAll(choice.values());
                words.addAll(choice.groups().keySet());
            }
        }
        words.removeAll(OF_THE_ENGINE);
        return new Twin(words);
    }

    /** Words of a text, each that the vocabulary has as the twin has it. */
    String translated(String text) {
        return WORD.matcher(text).replaceAll(this::other);
    }

    private String other(MatchResult word) {
        return words.contains(word.group())
                ? word.group()
                        .replace('a', 'ä')
                        .replace('e', 'ë')
                        .replace('i', 'ï')
                        .replace('o', 'ö')
                        .replace('u', 'ü')
                : word.group().replaceFirst("^GPUs?", "Wägen");
    }

    void write(Path portfolio, Path directory) throws IOException {
        try (var files = Files.walk(portfolio)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                var to = directory.resolve(portfolio.relativize(file));
                Files.createDirectories(to.getParent());
                var dump = new Dump(DumpSettings.builder().build());
                Files.writeString(to, dump.dumpToString(translated(Yaml.load(Files.readString(file)), "")));
            }
        }
    }

    private Object translated(Object node, String parent) {
        return switch (node) {
            case Map<?, ?> mapping -> {
                var entries = new LinkedHashMap<Object, Object>();
                mapping.forEach((key, value) -> entries.put(
                        KEYS_OF_FILES.contains(parent) ? key : translated(String.valueOf(key)),
                        translated(value, String.valueOf(key))));
                yield entries;
            }
            case List<?> list -> {
                var items = new ArrayList<Object>();
                list.forEach(item -> items.add(translated(item, "")));
                yield items;
            }
            case String text -> translated(text);
            default -> node;
        };
    }
}
