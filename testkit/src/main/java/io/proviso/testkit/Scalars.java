package io.proviso.testkit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types whose own {@code toString} says all: each with what reads it back. */
final class Scalars {
    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(Boolean.class, Scalars::truth),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(Instant.class, Instant::parse),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalTime.class, LocalTime::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(ZonedDateTime.class, ZonedDateTime::parse),
            Map.entry(Duration.class, Duration::parse),
            Map.entry(ZoneId.class, ZoneId::of),
            Map.entry(Currency.class, Currency::getInstance));

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class);

    private Scalars() {}

    static boolean isScalar(Object value) {
        return READERS.keySet().stream().anyMatch(type -> type.isInstance(value));
    }

    /** What reads that type, null if it is not one of these. */
    static @Nullable Function<String, Object> reader(Class<?> type) {
        return READERS.get(BOXES.getOrDefault(type, type));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}
