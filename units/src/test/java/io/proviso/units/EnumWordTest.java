package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EnumWordTest {
    private enum Kind {
        OFFER,
        FIRST_REFUSAL
    }

    @Test
    void aConstantIsCalledInLowerCaseWithHyphens() {
        assertEquals("offer", EnumWord.of(Kind.OFFER));
        assertEquals("first-refusal", EnumWord.of(Kind.FIRST_REFUSAL));
    }
}
