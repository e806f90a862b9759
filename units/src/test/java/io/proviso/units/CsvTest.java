package io.proviso.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(A1)",
                "+1+1",
                "-1+1",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1)",
                " =1+1",
                "\u00A0=1+1",
                "\u3000=1+1",
                "-",
                "- not disclosed",
                "+49 30 1234",
                "=",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20A1",
                "--5",
                "-5 GPUs",
                "+1e",
                "-Infinity"
            })
    void whatASpreadsheetWouldRunBecomesText(String cell) {
        assertEquals("'" + cell, Csv.cell(cell));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-5",
                "+5",
                "-0.25",
                "-1.5e-9",
                "-3%",
                "1e6",
                "azure",
                "a=b",
                "'tis",
                "first-refusal",
                "§3.1",
                "“=”",
                "2025-02-01",
                "3.00 USD",
                "microsoft@example",
                "日本",
                "a-1",
                "1+1"
            })
    void whatItWouldNotRunStaysAsItIs(String cell) {
        assertEquals(cell, Csv.cell(cell));
    }

    @Test
    void separatorsAndQuotesAreQuoted() {
        assertEquals(
                "a,\"b,c\",\"d \"\"e\"\"\",\"f\ng\",\"h\ti\",\r\n",
                Csv.row(List.of("a", "b,c", "d \"e\"", "f\ng", "h\ti", "")));
    }

    @Test
    void aFormulaBehindALineOrATabIsOneToo() {
        assertEquals("\"'\n=1+1\"", Csv.cell("\n=1+1"));
        assertEquals("\"'\t=1+1\"", Csv.cell("\t=1+1"));
        assertEquals("\"'=1,2\"", Csv.cell("=1,2"));
    }

    @Test
    void whatIsNotSeenIsShown() {
        assertEquals("azure\\u{202E}", Csv.cell("azure\u202E"));
        assertEquals("\\u{FEFF}=1", Csv.cell("\uFEFF=1"));
    }
}
