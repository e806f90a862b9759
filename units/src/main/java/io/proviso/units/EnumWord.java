package io.proviso.units;

import java.util.Locale;

/** The word by which files, options and JSON call the constant of an enum: {@code first-refusal} for {@code FIRST_REFUSAL}. */
public final class EnumWord {
    private EnumWord() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
