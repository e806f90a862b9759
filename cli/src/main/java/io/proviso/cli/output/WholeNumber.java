package io.proviso.cli.output;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of an option, up to the largest that it can be. */
public record WholeNumber(long largest) {
    private static final int LONGEST_SHOWN = 40;

    public ITypeConverter<Long> asLong() {
        return this::read;
    }

    public ITypeConverter<Integer> asInt() {
        return text -> Math.toIntExact(read(text));
    }

    private long read(String text) {
        if (!text.matches("-?[0-9]+")) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
        var number = new BigInteger(text);
        if (number.abs().compareTo(BigInteger.valueOf(largest)) > 0) {
            throw new TypeConversionException("'" + shown(text) + "' is further from 0 than %,d".formatted(largest));
        }
        return number.longValue();
    }

    private static String shown(String digits) {
        return digits.length() > LONGEST_SHOWN ? digits.substring(0, LONGEST_SHOWN) + "…" : digits;
    }
}
