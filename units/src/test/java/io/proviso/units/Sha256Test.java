package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** The one-block example of the standard's author (NIST, Cryptographic Standards and Guidelines, examples with intermediate values). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void theExampleOfTheStandardHolds() {
        assertEquals(ABC, Sha256.of("abc"));
    }

    @Test
    void piecesCountAsOneWholeAndTheNextBeginsAnew() {
        var digest = new Sha256();
        var bytes = "bc and more".getBytes(StandardCharsets.UTF_8);
        digest.add(new byte[] {'a'}, 1).add(bytes, 2);
        assertEquals(ABC, digest.hex());
        assertEquals(Sha256.of(""), digest.hex());
    }

    @Test
    void aTextIsTakenAsUtf8() {
        assertEquals(Sha256.of(new byte[] {(byte) 0xc3, (byte) 0xa9}), Sha256.of("é"));
    }
}
