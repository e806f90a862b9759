package io.proviso.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A declared type with its type arguments: {@code Stated<Window>} is {@code Stated} of {@code Window}. */
record Shape(Class<?> raw, List<Shape> arguments) {
    /** The type as declared inside a record whose own type variables are bound so. */
    static Shape of(Type type, Map<TypeVariable<?>, Shape> bound) {
        return switch (type) {
            case Class<?> plain -> new Shape(plain, List.of());
            case ParameterizedType generic ->
                new Shape(
                        (Class<?>) generic.getRawType(),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(argument -> of(argument, bound))
                                .toList());
            case TypeVariable<?> variable
            when bound.containsKey(variable) -> Objects.requireNonNull(bound.get(variable));
            default ->
                throw new IllegalArgumentException("text: a component of type " + type + " cannot be read.\n"
                        + "Declare it with a type whose arguments are known.");
        };
    }

    /** A record that this sealed type permits, with the type arguments that follow. */
    Shape permitted(Class<?> leaf) {
        Map<TypeVariable<?>, Shape> bound = new HashMap<>();
        for (var parent : leaf.getGenericInterfaces()) {
            if (parent instanceof ParameterizedType generic
                    && generic.getRawType().equals(raw)) {
                for (var i = 0; i < arguments.size(); i++) {
                    if (generic.getActualTypeArguments()[i] instanceof TypeVariable<?> variable) {
                        bound.put(variable, arguments.get(i));
                    }
                }
            }
        }
        var parameters = Arrays.stream(leaf.getTypeParameters())
                .map(parameter -> of(parameter, bound))
                .toList();
        return new Shape(leaf, parameters);
    }

    /** The type of something declared inside this one. */
    Shape inside(Type declared) {
        Map<TypeVariable<?>, Shape> bound = new HashMap<>();
        for (var i = 0; i < arguments.size(); i++) {
            bound.put(raw.getTypeParameters()[i], arguments.get(i));
        }
        return of(declared, bound);
    }
}
