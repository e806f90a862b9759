package io.proviso.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads YAML 1.2, and therefore JSON, by other means than the code under test. */
public final class Yaml {
    private Yaml() {}

    static Map<?, ?> mapping(String text) {
        return (Map<?, ?>) load(text);
    }

    static Object load(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    /** The entry of that name, which must be there. */
    static Object entry(Map<?, ?> mapping, String name) {
        return Objects.requireNonNull(mapping.get(name), () -> name + " is not in " + mapping);
    }

    static Map<?, ?> mapping(Map<?, ?> mapping, String name) {
        return (Map<?, ?>) entry(mapping, name);
    }

    /** The entry of that name as a list of mappings. */
    public static List<Map<?, ?>> list(Map<?, ?> mapping, String name) {
        return mappings(entry(mapping, name));
    }

    static List<Map<?, ?>> mappings(Object list) {
        return ((List<?>) list)
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }
}
