package io.proviso.cli;

import io.proviso.agreement.Nearest;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enum by the words that our texts call them, in lower case with hyphens. */
record EnumWords<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public E convert(String text) {
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown word '" + text + "'\n"
                        + Nearest.advice(
                                text,
                                Arrays.stream(constants).map(EnumWords::word).toList())));
    }
}
