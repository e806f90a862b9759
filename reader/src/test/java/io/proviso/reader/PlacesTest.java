package io.proviso.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.proviso.reader.yaml.BadFiles;
import io.proviso.reader.yaml.Diagnostic;
import io.proviso.reader.yaml.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model finds wrong is underlined where it was written, in whatever part of whatever file. */
class PlacesTest {
    private static final PortfolioFixture COMPLETE = PortfolioFixture.of("complete");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        portfolio.yaml         | use-ip: forbidden                | use-it: forbidden                | use-it
        vocabulary.yaml        | takes: [provider                 | takes: [providr, provider        | providr
        vocabulary.yaml        | default: north                   | default: nort                    | nort
        vocabulary.yaml        | training: [pre-training          | training: [pretraining           | pretraining
        vocabulary.yaml        | workload: inference              | workload: infrence               | infrence
        pins.yaml              | reading: narrow, who             | reading: narow, who              | narow
        pins.yaml              | agreement: supply, clause: reach, reading: | agreement: suply, clause: reach, reading: | suply
        record.yaml            | value: declared                  | value: declare                   | declare
        record.yaml            | scope: {subject                  | scope: {subjct                   | subjct
        agreements/supply.yaml | calendar: harbour                | calendar: harbor                 | harbor
        agreements/supply.yaml | silence: {acquire                | silence: {aquire                 | aquire
        agreements/supply.yaml | by: northern                     | by: nothern                      | nothern
        agreements/supply.yaml | unless: consent of northern      | unless: consent of nothern       | consent of nothern
        agreements/supply.yaml | payee: northern                  | payee: nothern                   | nothern
        agreements/supply.yaml | measured: {workload: training}   | measured: {workload: trainin}    | trainin
        agreements/supply.yaml | gpus: {at-least: 8}}             | gpu: {at-least: 8}}              | gpu
        agreements/supply.yaml | reading: narrow, says: only training, says-kind: paraphrase, recorded: 2025-01-10, permission: {on: {act: acquire, workload | reading: narrow, permission: {on: {act: acquire, worklod | worklod
        agreements/supply.yaml | - no-resale                      | - no-resle                       | no-resle
        agreements/supply.yaml | keeps: [south-allowed]           | keeps: [south-alowed]            | south-alowed
        agreements/supply.yaml | revokes: [south-allowed]         | revokes: [south-alowed]          | south-alowed
        agreements/supply.yaml | signed: {workload                | signed: {worklod                 | worklod
        record.yaml            | drawn: supply/south-allowed, quantity: {gpus: 500} | drawn: suply/south-allowed, quantity: {gpus: 500} | suply/south-allowed
        record.yaml            | drawn: supply/south-allowed, quantity: {gpus: 500} | drawn: supply/exclusive, quantity: {gpus: 500} | supply/exclusive
        agreements/supply.yaml | clause: exclusive, reading       | clause: exclusiv, reading        | exclusiv
        agreements/supply.yaml | provider: own}                   | provider: owns}                  | owns
        agreements/supply.yaml | overrides: [exclusive]           | overrides: [exclusiv]            | exclusiv
        agreements/supply.yaml | provider of north                | provider of nort                 | northern
        """)
    void theWordThatIsWrongIsUnderlined(String file, String from, String to, String underlined) {
        var bad = assertThrows(BadFiles.class, COMPLETE.replacing(file, from, to)::read);
        var first = bad.diagnostics().stream()
                .filter(problem -> problem.place().source().name().equals(file))
                .findFirst()
                .orElseThrow();
        assertEquals(underlined, underlined(first), bad.text());
    }

    private static String underlined(Diagnostic diagnostic) {
        Place place = diagnostic.place();
        int start = place.column() - 1;
        return place.source().line(place.line()).substring(start, start + place.length());
    }
}
