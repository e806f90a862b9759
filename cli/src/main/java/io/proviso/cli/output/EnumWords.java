package io.proviso.cli.output;

import io.proviso.agreement.Nearest;
import io.proviso.units.EnumWord;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the constants of an enum by the words that our texts call them, in lower case with hyphens. */
public record EnumWords<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
    @Override
    public E convert(String text) {
        var constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> EnumWord.of(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown word '" + text + "'\n"
                        + Nearest.advice(
                                text, Arrays.stream(constants).map(EnumWord::of).toList())));
    }
}
