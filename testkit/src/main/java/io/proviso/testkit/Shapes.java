package io.proviso.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Everything a schema can say, used or not: each type that its values reach, with its components, constants or members. */
public final class Shapes {
    private Shapes() {}

    /** A line for each type, in the order of their names. */
    public static String of(Class<?> type) {
        var lines = new TreeMap<String, String>();
        reach(type, lines);
        return lines.entrySet().stream()
                .map(line -> line.getKey() + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void reach(Type type, Map<String, String> lines) {
        if (type instanceof ParameterizedType generic) {
            reach(generic.getRawType(), lines);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> reach(argument, lines));
        }
        if (!(type instanceof Class<?> plain) || lines.containsKey(plain.getName())) {
            return;
        }
        if (plain.isEnum()) {
            lines.put(plain.getName(), " " + Arrays.toString(plain.getEnumConstants()));
        } else if (plain.isSealed()) {
            var members = plain.getPermittedSubclasses();
            lines.put(
                    plain.getName(),
                    Arrays.stream(members).map(Class::getSimpleName).toList().toString());
            Arrays.stream(members).forEach(member -> reach(member, lines));
        } else if (plain.isRecord()) {
            var components = plain.getRecordComponents();
            lines.put(
                    plain.getName(),
                    Arrays.stream(components)
                            .map(one -> one.getAnnotatedType() + " " + one.getName())
                            .collect(Collectors.joining(", ", "(", ")")));
            Arrays.stream(components).forEach(one -> reach(one.getGenericType(), lines));
        }
    }
}
