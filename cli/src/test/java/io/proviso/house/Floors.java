package io.proviso.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The house as its classes have it: what sees nothing stands on the lowest floor, everything else one floor above the highest
 * that it sees. Within a module its rooms are ordered alike.
 *
 * @param floors from the lowest up
 */
record Floors(List<List<Module>> floors) {
    private static final Pattern DESCRIPTION = Pattern.compile("<description>(.*?)</description>");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    /**
     * A module.
     *
     * @param says its description in the build
     * @param rooms those that see no other first
     */
    record Module(String name, String says, List<List<Room>> rooms) {}

    /** @param says what its {@code package-info} says of it */
    record Room(String name, String says) {}

    static Floors of(JavaClasses classes, Path root, Set<String> modules) throws IOException {
        var rooms = new TreeMap<String, Set<String>>();
        for (var type : classes) {
            var room = type.getPackageName();
            if (modules.contains(moduleOf(room))) {
                var seen = rooms.computeIfAbsent(room, _ -> new TreeSet<>());
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    seen.add(roomOf(dependency));
                }
            }
        }
        rooms.forEach((room, seen) -> {
            seen.retainAll(rooms.keySet());
            seen.remove(room);
        });
        var sees = new TreeMap<String, Set<String>>();
        rooms.forEach((room, seen) -> {
            var others = sees.computeIfAbsent(moduleOf(room), _ -> new TreeSet<>());
            seen.stream().map(Floors::moduleOf).forEach(others::add);
        });
        sees.forEach((module, others) -> others.remove(module));
        var plan = new TreeMap<String, Module>();
        for (var module : sees.keySet()) {
            var own = new TreeMap<String, Set<String>>();
            rooms.forEach((room, seen) -> {
                if (moduleOf(room).equals(module)) {
                    own.put(room, seen);
                }
            });
            var said = new TreeMap<String, Room>();
            for (var room : own.keySet()) {
                var name = room.substring(room.lastIndexOf('.') + 1);
                said.put(room, new Room(name, says(root, module, room)));
            }
            plan.put(
                    module,
                    new Module(
                            module,
                            described(root, module),
                            floors(own, room -> Objects.requireNonNull(said.get(room)))));
        }
        return new Floors(floors(sees, module -> Objects.requireNonNull(plan.get(module))));
    }

    private static String roomOf(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return target.getPackageName();
    }

    private static String moduleOf(String room) {
        var parts = room.split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    /** The lowest first. Where two see each other there is no such order, and nothing comes of it. */
    private static <T> List<List<T>> floors(Map<String, Set<String>> sees, Function<String, T> named) {
        var floors = new TreeMap<Integer, List<T>>();
        var heights = new TreeMap<String, Integer>();
        while (heights.size() < sees.size()) {
            var placed = new HashSet<>(heights.keySet());
            sees.forEach((one, seen) -> {
                var below = seen.stream().filter(sees::containsKey).toList();
                if (!placed.contains(one) && placed.containsAll(below)) {
                    heights.put(
                            one,
                            1
                                    + below.stream()
                                            .mapToInt(other -> Objects.requireNonNull(heights.get(other)))
                                            .max()
                                            .orElse(-1));
                }
            });
            if (heights.size() == placed.size()) {
                throw new IllegalStateException("a circle among " + sees);
            }
        }
        heights.forEach((one, height) ->
                floors.computeIfAbsent(height, _ -> new ArrayList<>()).add(named.apply(one)));
        return List.copyOf(floors.values());
    }

    private static String described(Path root, String module) throws IOException {
        return first(DESCRIPTION, root.resolve(module).resolve("pom.xml"));
    }

    private static String first(Pattern pattern, Path file) throws IOException {
        var matcher = pattern.matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new IllegalStateException(file + " says nothing");
        }
        return matcher.group(1);
    }

    private static String says(Path root, String module, String room) throws IOException {
        var file = root.resolve(module)
                .resolve("src/main/java")
                .resolve(room.replace('.', '/'))
                .resolve("package-info.java");
        return first(SENTENCE, file)
                .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
                .replaceAll("\\{@code ([^}]*)}", "$1")
                .strip();
    }
}
