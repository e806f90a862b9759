package io.proviso.agreement;

import io.proviso.units.EnumWord;
import io.proviso.units.Party;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the portfolio calls the things of which the capacity desk asks; what it does not name is no part of the desk's questions. */
public record DeskWords(Map<Of, String> words) {
    public static final DeskWords NONE = new DeskWords(Map.of());

    /** One thing of a request; all but the roles and values are names of an act or a facet. */
    public enum Of {
        /** The act that a request asks about. */
        ACT,
        /** The facet of who supplies. */
        SUPPLIER,
        /** The facet that counts how much. */
        QUANTITY,
        WORKLOAD,
        /** The facet that tells new capacity from the renewal of a contract. */
        CAPACITY,
        REGION,
        /** The facet of who buys. */
        BUYER,
        /** The facet of through whose platform. */
        VIA,
        /** The value of {@link #CAPACITY} for what is new. */
        NEW,
        /** The value of {@link #CAPACITY} for what goes on. */
        RENEWAL,
        /** The role of who buys in an agreement. */
        CUSTOMER;

        /** As files spell it. */
        public String key() {
            return EnumWord.of(this);
        }

        public boolean isFacet() {
            return compareTo(ACT) > 0 && compareTo(NEW) < 0;
        }
    }

    public DeskWords {
        words = words.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(words));
    }

    /** Null if the portfolio does not say. */
    public @Nullable String find(Of of) {
        return words.get(of);
    }

    /** Also where the portfolio does not say, as the desk itself calls it. */
    public String orOwn(Of of) {
        return words.getOrDefault(of, of.key());
    }

    /** Who has to ask the holder of a right: who has the role of the customer; where the agreement names none, all others. */
    public List<Party> customers(Agreement agreement, Party holder) {
        var customer = orOwn(Of.CUSTOMER);
        var named = agreement.parties().entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(role -> role.word().equals(customer)))
                .map(Map.Entry::getKey)
                .toList();
        return Stream.of(named.isEmpty() ? agreement.parties().keySet() : named)
                .flatMap(Collection::stream)
                .filter(party -> !party.equals(holder))
                .toList();
    }

    /** Those that are not named, as files spell them; empty if all are. */
    public String missing(Of... needed) {
        return Stream.of(needed)
                .filter(of -> !words.containsKey(of))
                .map(Of::key)
                .collect(Collectors.joining(", "));
    }
}
